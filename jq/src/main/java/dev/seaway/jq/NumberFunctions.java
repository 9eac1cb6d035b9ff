package dev.seaway.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** Functions of numbers. */
final class NumberFunctions {

  private static final double LOG_2 = Math.log(2);

  private NumberFunctions() {}

  static void addTo(Library library) {
    library.value("tonumber", 0, (run, in, none) -> number(in));
    library.value("toboolean", 0, (run, in, none) -> truth(in));
    library.value("abs", 0, (run, in, none) -> absolute(in));
    library.value("infinite", 0, (run, in, none) -> Numbers.of(Double.POSITIVE_INFINITY));
    library.value("nan", 0, (run, in, none) -> Numbers.of(Double.NaN));
    library.value("isnan", 0, (run, in, none) -> is(Double.isNaN(required(in))));
    library.value("isinfinite", 0, (run, in, none) -> is(Double.isInfinite(required(in))));
    library.value("isnormal", 0, (run, in, none) -> is(isNormal(required(in))));
    library.value("have_literal_numbers", 0, (run, in, none) -> is(true));
    library.value("have_decnum", 0, (run, in, none) -> is(true));
    library.value("frexp", 0, (run, in, none) -> frexp(run, required(in)));
    library.value("modf", 0, (run, in, none) -> modf(run, required(in)));
    library.value(
        "fma",
        3,
        (run, in, of) ->
            Numbers.of(required(of.get(0)) * required(of.get(1)) + required(of.get(2))));
    unary()
        .forEach(
            (name, function) -> library.value(name, 0, (run, in, none) -> apply(function, in)));
    binary()
        .forEach((name, function) -> library.value(name, 2, (run, in, of) -> apply(function, of)));
  }

  private static Map<String, DoubleUnaryOperator> unary() {
    return Map.ofEntries(
        Map.entry("floor", Math::floor),
        Map.entry("ceil", Math::ceil),
        Map.entry("round", value -> Math.copySign(Math.floor(Math.abs(value) + 0.5), value)),
        Map.entry("trunc", value -> value < 0 ? Math.ceil(value) : Math.floor(value)),
        Map.entry("rint", Math::rint),
        Map.entry("nearbyint", Math::rint),
        Map.entry("fabs", Math::abs),
        Map.entry("sqrt", Math::sqrt),
        Map.entry("cbrt", Math::cbrt),
        Map.entry("exp", Math::exp),
        Map.entry("exp2", value -> Math.pow(2, value)),
        Map.entry("exp10", value -> Math.pow(10, value)),
        Map.entry("pow10", value -> Math.pow(10, value)),
        Map.entry("expm1", Math::expm1),
        Map.entry("log", Math::log),
        Map.entry("log2", NumberFunctions::log2),
        Map.entry("log10", Math::log10),
        Map.entry("log1p", Math::log1p),
        Map.entry("logb", value -> (double) Math.getExponent(value)),
        Map.entry("significand", NumberFunctions::significand),
        Map.entry("sin", Math::sin),
        Map.entry("cos", Math::cos),
        Map.entry("tan", Math::tan),
        Map.entry("asin", Math::asin),
        Map.entry("acos", Math::acos),
        Map.entry("atan", Math::atan),
        Map.entry("sinh", Math::sinh),
        Map.entry("cosh", Math::cosh),
        Map.entry("tanh", Math::tanh),
        Map.entry("asinh", value -> Math.log(value + Math.sqrt(value * value + 1))),
        Map.entry("acosh", value -> Math.log(value + Math.sqrt(value * value - 1))),
        Map.entry("atanh", value -> Math.log((1 + value) / (1 - value)) / 2));
  }

  private static Map<String, DoubleBinaryOperator> binary() {
    return Map.ofEntries(
        Map.entry("pow", Math::pow),
        Map.entry("atan2", Math::atan2),
        Map.entry("hypot", Math::hypot),
        Map.entry("copysign", Math::copySign),
        Map.entry("fmod", (left, right) -> left % right),
        Map.entry("drem", Math::IEEEremainder),
        Map.entry(
            "fmin",
            (left, right) ->
                Double.isNaN(left) ? right : Double.isNaN(right) ? left : Math.min(left, right)),
        Map.entry(
            "fmax",
            (left, right) ->
                Double.isNaN(left) ? right : Double.isNaN(right) ? left : Math.max(left, right)),
        Map.entry("fdim", (left, right) -> left > right ? left - right : 0),
        Map.entry("nextafter", Math::nextAfter),
        Map.entry("nexttoward", Math::nextAfter),
        Map.entry("ldexp", NumberFunctions::scale),
        Map.entry("scalb", NumberFunctions::scale),
        Map.entry("scalbln", NumberFunctions::scale));
  }

  private static double scale(double value, double exponent) {
    return Math.scalb(value, (int) exponent);
  }

  /** Exact for powers of two. */
  private static double log2(double value) {
    int exponent = Math.getExponent(value);
    return value > 0 && exponent >= Double.MIN_EXPONENT && value == Math.scalb(1.0, exponent)
        ? exponent
        : Math.log(value) / LOG_2;
  }

  private static double significand(double value) {
    return value == 0 || !Double.isFinite(value)
        ? value
        : Math.scalb(value, -Math.getExponent(value));
  }

  private static JsonNode frexp(Run run, double value) {
    if (value == 0 || !Double.isFinite(value)) {
      return Containers.arrayOf(run, List.of(Numbers.of(value), Numbers.of(0)));
    }
    int shift = Math.abs(value) < Double.MIN_NORMAL ? 64 : 0;
    int exponent = Math.getExponent(Math.scalb(value, shift)) - shift + 1;
    return Containers.arrayOf(
        run, List.of(Numbers.of(Math.scalb(value, -exponent)), Numbers.of(exponent)));
  }

  private static JsonNode modf(Run run, double value) {
    double whole = value < 0 ? Math.ceil(value) : Math.floor(value);
    double rest = Double.isInfinite(value) ? Math.copySign(0.0, value) : value - whole;
    return Containers.arrayOf(run, List.of(Numbers.of(rest), Numbers.of(whole)));
  }

  private static JsonNode apply(DoubleUnaryOperator function, JsonNode in) {
    return Numbers.of(function.applyAsDouble(required(in)));
  }

  private static JsonNode apply(DoubleBinaryOperator function, List<JsonNode> of) {
    return Numbers.of(function.applyAsDouble(required(of.get(0)), required(of.get(1))));
  }

  static double required(JsonNode value) {
    if (!value.isNumber()) {
      throw new JqError(Types.shown(value) + " number required");
    }
    return value.doubleValue();
  }

  private static JsonNode is(boolean value) {
    return BooleanNode.valueOf(value);
  }

  private static boolean isNormal(double value) {
    return Double.isFinite(value) && Math.abs(value) >= Double.MIN_NORMAL;
  }

  private static JsonNode absolute(JsonNode in) {
    if (in.isNull() || in.isBoolean()) {
      throw new JqError(Types.shown(in) + " cannot be negated");
    }
    return in.isNumber() && in.doubleValue() < 0 ? Numbers.negated(in) : in;
  }

  private static JsonNode truth(JsonNode in) {
    if (in.isBoolean()) {
      return in;
    }
    return switch (in.asText()) {
      case "true" -> BooleanNode.TRUE;
      case "false" -> BooleanNode.FALSE;
      default -> throw new JqError(Types.shown(in) + " cannot be parsed as a boolean");
    };
  }

  private static JsonNode number(JsonNode in) {
    if (in.isNumber()) {
      return in;
    }
    if (in.isTextual() && Numbers.isNumber(in.textValue())) {
      return Numbers.literal(in.textValue());
    }
    throw new JqError(Types.shown(in) + " cannot be parsed as a number");
  }
}
