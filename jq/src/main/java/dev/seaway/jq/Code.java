package dev.seaway.jq;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A compiled expression. Immutable.
 *
 * <p>There are two ways to evaluate it. {@link #run} pushes every output and can tell its path.
 * {@link #value} is the fast path for expressions that give one output at most, which is most of
 * what mappings say; both must give the same.
 */
abstract class Code {

  /**
   * Pushes each output. What takes it runs inside this call, so that the levels are what an
   * evaluation needs of the thread's stack.
   */
  final void run(Env env, JsonNode in, @Nullable Path path, Output output) {
    Run run = env.run();
    run.down(Run.LEVELS_OF_PUSHING);
    if (path == null && single()) {
      JsonNode value = value(env, in);
      if (value != null) {
        output.emit(value, null);
      }
    } else {
      push(env, in, path, output);
    }
    run.up(Run.LEVELS_OF_PUSHING);
  }

  /** What {@link #run} does, one level further down. */
  abstract void push(Env env, JsonNode in, @Nullable Path path, Output output);

  /** Whether there is at most one output, so that {@link #value} may be asked. */
  boolean single() {
    return false;
  }

  /** Whether every output is the input or a part of it. */
  boolean givesParts() {
    return false;
  }

  /** The only output; null if there is none. */
  @Nullable JsonNode value(Env env, JsonNode in) {
    throw new IllegalStateException("several outputs are possible");
  }

  /**
   * As {@link #value}, for the state of a fold that nobody else sees: containers that are the
   * fold's own may be changed in place. Only where {@link Ownership} says that it may be asked.
   */
  @Nullable JsonNode changed(Env env, JsonNode state, Set<JsonNode> own) {
    throw new IllegalStateException("it cannot change its input in place");
  }

  /** An expression whose one output is computed from the values of one-output expressions. */
  abstract static class Single extends Code {

    @Override
    final boolean single() {
      return true;
    }

    @Override
    void push(Env env, JsonNode in, @Nullable Path path, Output output) {
      JsonNode value = value(env, in);
      if (value != null) {
        output.emit(value, Path.after(path, in, value));
      }
    }

    @Override
    abstract @Nullable JsonNode value(Env env, JsonNode in);
  }

  /** An expression of two others that gives one output at most where each of them does. */
  abstract static class Pair extends Code {

    final Code left;
    final Code right;
    private final boolean single;

    Pair(Code left, Code right) {
      this.left = left;
      this.right = right;
      this.single = left.single() && right.single();
    }

    @Override
    final boolean single() {
      return single;
    }
  }
}
