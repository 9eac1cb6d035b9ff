package dev.seaway.jq;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** {@code first(body)}: nothing after the first output is computed. */
final class First extends Code {

  private final Code body;

  First(Code body) {
    this.body = body;
  }

  /** The first output; null if there is none. */
  static @Nullable JsonNode of(Code code, Env env, JsonNode in) {
    if (code.single()) {
      return code.value(env, in);
    }
    Taken taken = new Taken();
    run(code, env, in, null, taken);
    return taken.value;
  }

  private static void run(Code code, Env env, JsonNode in, @Nullable Path path, Taken taken) {
    Env here = env.with();
    Output one =
        (value, at) -> {
          taken.value = value;
          taken.path = at;
          throw new Leap(here);
        };
    Leap.land(here, () -> code.run(env, in, path, one));
  }

  private static final class Taken {
    private @Nullable JsonNode value;
    private @Nullable Path path;
  }

  @Override
  boolean single() {
    return true;
  }

  @Override
  @Nullable JsonNode value(Env env, JsonNode in) {
    return of(body, env, in);
  }

  @Override
  void push(Env env, JsonNode in, @Nullable Path path, Output output) {
    Taken taken = new Taken();
    run(body, env, in, path, taken);
    if (taken.value != null) {
      output.emit(taken.value, taken.path);
    }
  }
}
