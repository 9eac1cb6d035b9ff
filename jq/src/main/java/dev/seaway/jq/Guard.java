package dev.seaway.jq;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Tells an expression's own errors from those of what receives its outputs. Outputs are pushed, so
 * that both travel the same way.
 */
final class Guard implements Output {

  private final Output output;

  private Guard(Output output) {
    this.output = output;
  }

  /** Runs the code and gives the error that ended it; null if it came to its end. */
  static @Nullable JqError run(
      Code code, Env env, JsonNode in, @Nullable Path path, Output output) {
    Guard guard = new Guard(output);
    int level = env.run().level();
    try {
      code.run(env, in, path, guard);
      return null;
    } catch (JqError e) {
      env.run().level(level);
      return e;
    } catch (Passing e) {
      if (e.through() == guard) {
        throw e.error();
      }
      throw e;
    }
  }

  @Override
  public void emit(JsonNode value, @Nullable Path path) {
    try {
      output.emit(value, path);
    } catch (JqError e) {
      throw new Passing(this, e);
    }
  }
}
