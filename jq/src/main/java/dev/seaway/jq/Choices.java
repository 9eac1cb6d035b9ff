package dev.seaway.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Code that asks whether a value is true: {@code if}, {@code and}, {@code or}, {@code //}. */
final class Choices {

  private Choices() {}

  static final class If extends Code {

    private final Code condition;
    private final Code yes;
    private final Code no;
    private final boolean single;

    If(Code condition, Code yes, Code no) {
      this.condition = condition;
      this.yes = yes;
      this.no = no;
      this.single = condition.single() && yes.single() && no.single();
    }

    @Override
    boolean single() {
      return single;
    }

    @Override
    @Nullable JsonNode value(Env env, JsonNode in) {
      JsonNode answer = condition.value(env, in);
      return answer == null ? null : branch(answer).value(env, in);
    }

    @Override
    @Nullable JsonNode changed(Env env, JsonNode state, Set<JsonNode> own) {
      JsonNode answer = condition.value(env, state);
      return answer == null ? null : branch(answer).changed(env, state, own);
    }

    @Override
    void push(Env env, JsonNode in, @Nullable Path path, Output output) {
      if (condition.single()) {
        JsonNode answer = condition.value(env, in);
        if (answer != null) {
          branch(answer).run(env, in, path, output);
        }
        return;
      }
      condition.run(env, in, null, (answer, nowhere) -> branch(answer).run(env, in, path, output));
    }

    private Code branch(JsonNode answer) {
      return Types.truthy(answer) ? yes : no;
    }
  }

  /** {@code and}, {@code or}. */
  static final class Logic extends Code.Pair {

    private final boolean decisive;

    /**
     * @param decisive the left value with which the right is not looked at
     */
    Logic(Code left, Code right, boolean decisive) {
      super(left, right);
      this.decisive = decisive;
    }

    @Override
    @Nullable JsonNode value(Env env, JsonNode in) {
      JsonNode one = left.value(env, in);
      if (one == null) {
        return null;
      }
      JsonNode last = Types.truthy(one) == decisive ? one : right.value(env, in);
      return last == null ? null : BooleanNode.valueOf(Types.truthy(last));
    }

    @Override
    void push(Env env, JsonNode in, @Nullable Path path, Output output) {
      left.run(
          env,
          in,
          null,
          (one, nowhere) -> {
            if (Types.truthy(one) == decisive) {
              emit(decisive, in, path, output);
            } else {
              right.run(
                  env, in, null, (other, lost) -> emit(Types.truthy(other), in, path, output));
            }
          });
    }

    private static void emit(boolean truth, JsonNode in, @Nullable Path path, Output output) {
      JsonNode value = BooleanNode.valueOf(truth);
      output.emit(value, Path.after(path, in, value));
    }
  }

  /** {@code //}: what is neither null nor false of the left, otherwise the right. */
  static final class Alternative extends Code.Pair {

    Alternative(Code left, Code right) {
      super(left, right);
    }

    @Override
    @Nullable JsonNode value(Env env, JsonNode in) {
      JsonNode first = left.value(env, in);
      return first != null && Types.truthy(first) ? first : right.value(env, in);
    }

    @Override
    void push(Env env, JsonNode in, @Nullable Path path, Output output) {
      boolean[] found = {false};
      left.run(
          env,
          in,
          path,
          (value, at) -> {
            if (Types.truthy(value)) {
              found[0] = true;
              output.emit(value, at);
            }
          });
      if (!found[0]) {
        right.run(env, in, path, output);
      }
    }
  }
}
