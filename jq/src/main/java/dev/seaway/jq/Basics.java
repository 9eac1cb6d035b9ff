package dev.seaway.jq;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Code that everything else is made of: the input, constants, nothing, pipes and commas. */
final class Basics {

  private Basics() {}

  static final class Self extends Code {

    @Override
    void push(Env env, JsonNode in, @Nullable Path path, Output output) {
      output.emit(in, path);
    }

    @Override
    boolean single() {
      return true;
    }

    @Override
    boolean givesParts() {
      return true;
    }

    @Override
    JsonNode value(Env env, JsonNode in) {
      return in;
    }

    @Override
    JsonNode changed(Env env, JsonNode state, Set<JsonNode> own) {
      return state;
    }
  }

  static final class Constant extends Code.Single {

    private final JsonNode value;

    Constant(JsonNode value) {
      this.value = value;
    }

    JsonNode constant() {
      return value;
    }

    @Override
    JsonNode value(Env env, JsonNode in) {
      return value;
    }
  }

  static final class Nothing extends Code {

    @Override
    void push(Env env, JsonNode in, @Nullable Path path, Output output) {}

    @Override
    boolean single() {
      return true;
    }

    @Override
    @Nullable JsonNode value(Env env, JsonNode in) {
      return null;
    }
  }

  static final class Pipe extends Code.Pair {

    Pipe(Code left, Code right) {
      super(left, right);
    }

    @Override
    @Nullable JsonNode value(Env env, JsonNode in) {
      JsonNode between = left.value(env, in);
      return between == null ? null : right.value(env, between);
    }

    @Override
    @Nullable JsonNode changed(Env env, JsonNode state, Set<JsonNode> own) {
      JsonNode between = left.changed(env, state, own);
      return between == null ? null : right.changed(env, between, own);
    }

    @Override
    void push(Env env, JsonNode in, @Nullable Path path, Output output) {
      if (path == null && left.single()) {
        // Not pushed: a function that calls itself at its end then needs less of the stack.
        JsonNode between = left.value(env, in);
        if (between != null) {
          right.run(env, between, null, output);
        }
        return;
      }
      left.run(env, in, path, (value, at) -> right.run(env, value, at, output));
    }
  }

  static final class Comma extends Code {

    private final Code left;
    private final Code right;

    Comma(Code left, Code right) {
      this.left = left;
      this.right = right;
    }

    @Override
    void push(Env env, JsonNode in, @Nullable Path path, Output output) {
      left.run(env, in, path, output);
      right.run(env, in, path, output);
    }
  }
}
