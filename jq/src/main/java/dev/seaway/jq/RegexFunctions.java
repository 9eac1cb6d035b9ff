package dev.seaway.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Functions that match texts against regular expressions. */
final class RegexFunctions {

  private static final Code NONE = new Basics.Constant(NullNode.getInstance());

  private RegexFunctions() {}

  /** What is made of a text and a regular expression. */
  private interface Use {
    JsonNode of(Run run, String text, Regex regex);
  }

  static void addTo(Library library) {
    for (int arity = 1; arity <= 2; arity++) {
      library.code("test", arity, of -> use(of, "", RegexFunctions::test));
      library.code("match", arity, of -> new Access.Each(use(of, "", RegexFunctions::matches)));
      library.code("capture", arity, of -> new Access.Each(use(of, "", RegexFunctions::captures)));
      library.code("scan", arity, of -> new Access.Each(use(of, "g", RegexFunctions::scan)));
      library.code("splits", arity, of -> new Access.Each(use(of, "g", RegexFunctions::split)));
    }
    library.code("split", 2, of -> use(of, "g", RegexFunctions::split));
    library.code("sub", 2, of -> new Substitution(regex(List.of(of.get(0)), ""), of.get(1)));
    library.code("sub", 3, of -> substitution(of, ""));
    library.code("gsub", 2, of -> new Substitution(regex(List.of(of.get(0)), "g"), of.get(1)));
    library.code("gsub", 3, of -> substitution(of, "g"));
  }

  private static Code substitution(List<Code> of, String flags) {
    return new Substitution(regex(List.of(of.get(0), of.get(2)), flags), of.get(1));
  }

  /** Code that gives the regular expression and its flags as an array. */
  private static Code regex(List<Code> of, String flags) {
    Code given = of.size() > 1 ? of.get(1) : NONE;
    return new Operation(
        List.of(of.get(0), given),
        (run, in, values) -> {
          ArrayNode both = JsonNodeFactory.instance.arrayNode();
          JsonNode pattern = values.get(0);
          JsonNode added = values.get(1);
          if (pattern.isArray() && added.isNull()) {
            added = Containers.orNull(pattern.get(1));
            pattern = Containers.orNull(pattern.get(0));
          }
          if (!pattern.isTextual()) {
            throw new JqError(Types.shown(pattern) + " cannot be matched, as it is not a string");
          }
          if (!added.isTextual() && !added.isNull()) {
            throw new JqError(Types.shown(added) + " is not a string");
          }
          return both.add(pattern).add((added.isNull() ? "" : added.textValue()) + flags);
        });
  }

  private static Code use(List<Code> of, String flags, Use use) {
    Cache cache = new Cache();
    return new Operation(
        List.of(regex(of, flags)),
        (run, in, values) -> use.of(run, text(in), cache.regex(run, values.getFirst())));
  }

  private static String text(JsonNode in) {
    if (!in.isTextual()) {
      throw new JqError(Types.shown(in) + " cannot be matched, as it is not a string");
    }
    return in.textValue();
  }

  /** Remembers the last regular expression, which nearly always is the next one too. */
  private static final class Cache {

    private volatile @Nullable Regex last;

    Regex regex(Run run, JsonNode patternAndFlags) {
      String pattern = patternAndFlags.get(0).textValue();
      String flags = patternAndFlags.get(1).textValue();
      Regex known = last;
      if (known == null || !known.is(pattern, flags)) {
        known = Regex.of(run, pattern, flags);
        last = known;
      }
      return known;
    }
  }

  private static JsonNode test(Run run, String text, Regex regex) {
    return BooleanNode.valueOf(regex.test(run, text));
  }

  private static JsonNode matches(Run run, String text, Regex regex) {
    return Containers.arrayOf(
        run, regex.matches(run, text).stream().map(Regex.Match::json).toList());
  }

  private static JsonNode captures(Run run, String text, Regex regex) {
    return Containers.arrayOf(
        run, regex.matches(run, text).stream().map(match -> captured(run, match)).toList());
  }

  private static ObjectNode captured(Run run, Regex.Match match) {
    ObjectNode captured = Containers.object(run, 0);
    for (JsonNode capture : match.json().get("captures")) {
      if (capture.get("name").isTextual()) {
        run.charge(Run.ENTRY);
        captured.set(capture.get("name").textValue(), capture.get("string"));
      }
    }
    return captured;
  }

  private static JsonNode scan(Run run, String text, Regex regex) {
    ArrayNode found = Containers.array(run, 0);
    for (Regex.Match match : regex.matches(run, text)) {
      JsonNode captures = match.json().get("captures");
      if (captures.isEmpty()) {
        found.add(match.json().get("string"));
      } else {
        run.charge(Run.CONTAINER + 8L * captures.size());
        ArrayNode strings = found.addArray();
        captures.forEach(capture -> strings.add(capture.get("string")));
      }
    }
    return found;
  }

  private static JsonNode split(Run run, String text, Regex regex) {
    ArrayNode parts = Containers.array(run, 0);
    int start = 0;
    for (Regex.Match match : regex.matches(run, text)) {
      Strings.add(run, parts, text.substring(start, match.start()));
      start = match.end();
    }
    Strings.add(run, parts, text.substring(start));
    return parts;
  }

  /** {@code sub} and {@code gsub}: one output for each output of the replacement. */
  private static final class Substitution extends Code {

    private final Code regex;
    private final Code replacement;
    private final Cache cache = new Cache();

    private Substitution(Code regex, Code replacement) {
      this.regex = regex;
      this.replacement = replacement;
    }

    @Override
    boolean single() {
      return regex.single() && replacement.single();
    }

    @Override
    @Nullable JsonNode value(Env env, JsonNode in) {
      JsonNode given = regex.value(env, in);
      if (given == null) {
        return null;
      }
      List<JsonNode> results = substituted(env, in, given);
      return results.isEmpty() ? null : results.getFirst();
    }

    @Override
    void push(Env env, JsonNode in, @Nullable Path path, Output output) {
      regex.run(
          env,
          in,
          null,
          (given, nowhere) -> {
            for (JsonNode text : substituted(env, in, given)) {
              output.emit(text, Path.after(path, in, text));
            }
          });
    }

    private List<JsonNode> substituted(Env env, JsonNode in, JsonNode given) {
      String text = text(in);
      List<Regex.Match> matches = cache.regex(env.run(), given).matches(env.run(), text);
      Variants variants = new Variants(env.run());
      int start = 0;
      for (Regex.Match match : matches) {
        String gap = text.substring(start, match.start());
        JsonNode captures = captured(env.run(), match);
        Variants.Round round = variants.round(gap);
        replacement.run(env, captures, null, (value, nowhere) -> round.add(value));
        start = match.end();
      }
      return matches.isEmpty() ? List.of(in) : variants.end(text.substring(start));
    }
  }
}
