package dev.seaway.jq;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Functions of a number and a source, for each number: {@code limit}, {@code skip}, {@code nth}.
 */
final class Counted extends Code {

  private final Code count;
  private final Code source;
  private final Rest rest;

  /** What is done with one number. */
  private interface Rest {
    void push(
        Code source, JsonNode count, Env env, JsonNode in, @Nullable Path path, Output output);
  }

  private Counted(Code count, Code source, Rest rest) {
    this.count = count;
    this.source = source;
    this.rest = rest;
  }

  static void addTo(Library library) {
    library.code("limit", 2, of -> new Counted(of.get(0), of.get(1), Counted::limit));
    library.code("skip", 2, of -> new Counted(of.get(0), of.get(1), Counted::skip));
    library.code("nth", 2, of -> new Counted(of.get(0), of.get(1), Counted::nth));
  }

  @Override
  void push(Env env, JsonNode in, @Nullable Path path, Output output) {
    count.run(env, in, null, (number, nowhere) -> rest.push(source, number, env, in, path, output));
  }

  private static void limit(
      Code source, JsonNode count, Env env, JsonNode in, @Nullable Path path, Output output) {
    double most = number("limit", count, "count");
    if (most <= 0) {
      return;
    }
    Env here = env.with();
    double[] given = {0};
    Output some =
        (value, at) -> {
          given[0]++;
          output.emit(value, at);
          if (given[0] >= most) {
            throw new Leap(here);
          }
        };
    Leap.land(here, () -> source.run(env, in, path, some));
  }

  private static void skip(
      Code source, JsonNode count, Env env, JsonNode in, @Nullable Path path, Output output) {
    skip(source, number("skip", count, "count"), env, in, path, output);
  }

  private static void skip(
      Code source, double count, Env env, JsonNode in, @Nullable Path path, Output output) {
    double[] left = {count};
    source.run(
        env,
        in,
        path,
        (value, at) -> {
          if (left[0] > 0) {
            left[0]--;
          } else {
            output.emit(value, at);
          }
        });
  }

  private static void nth(
      Code source, JsonNode count, Env env, JsonNode in, @Nullable Path path, Output output) {
    double index = number("nth", count, "indices");
    Code rest =
        new Code() {
          @Override
          void push(Env ofRest, JsonNode of, @Nullable Path from, Output next) {
            skip(source, index, ofRest, of, from, next);
          }
        };
    new First(rest).run(env, in, path, output);
  }

  private static double number(String name, JsonNode count, String what) {
    if (!count.isNumber()) {
      throw new JqError("%s count must be a number, not %s".formatted(name, Types.shown(count)));
    }
    if (count.doubleValue() < 0) {
      throw new JqError("%s doesn't support negative %s".formatted(name, what));
    }
    return count.doubleValue();
  }
}
