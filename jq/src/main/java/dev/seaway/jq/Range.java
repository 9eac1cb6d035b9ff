package dev.seaway.jq;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/** {@code range(from; to; step)}, for each of their values. */
final class Range extends Code {

  private final Code from;
  private final Code to;
  private final Code step;

  private Range(Code from, Code to, Code step) {
    this.from = from;
    this.to = to;
    this.step = step;
  }

  static void addTo(Library library) {
    Code zero = new Basics.Constant(Numbers.of(0));
    Code one = new Basics.Constant(Numbers.of(1));
    library.code("range", 1, of -> new Range(zero, of.get(0), one));
    library.code("range", 2, of -> new Range(of.get(0), of.get(1), one));
    library.code("range", 3, of -> new Range(of.get(0), of.get(1), of.get(2)));
  }

  @Override
  void push(Env env, JsonNode in, @Nullable Path path, Output output) {
    Path nowhere = path == null ? null : Path.LOST;
    each(
        env,
        in,
        from,
        start ->
            each(
                env,
                in,
                to,
                end ->
                    each(
                        env,
                        in,
                        step,
                        by ->
                            count(
                                env.run(),
                                start,
                                end,
                                by,
                                value -> output.emit(Numbers.of(value), nowhere)))));
  }

  private static void each(Env env, JsonNode in, Code code, DoubleConsumer next) {
    code.run(env, in, null, (value, nowhere) -> next.accept(number(value)));
  }

  private static double number(JsonNode value) {
    if (!value.isNumber()) {
      throw new JqError("Range bounds must be numeric");
    }
    return value.doubleValue();
  }

  private static void count(Run run, double start, double end, double by, DoubleConsumer next) {
    for (double at = start; by > 0 ? at < end : by < 0 && at > end; at += by) {
      run.step();
      next.accept(at);
    }
  }
}
