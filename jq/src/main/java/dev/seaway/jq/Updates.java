package dev.seaway.jq;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Code that changes values at paths: {@code =}, {@code |=}, {@code +=} and the like. */
final class Updates {

  private Updates() {}

  /** {@code paths = value}, {@code paths += value} and the like: once for each value. */
  static final class Assign extends Code {

    private final Code values;
    private final Assignment assignment;

    /** What one value makes of the input. */
    private interface Assignment {
      JsonNode assigned(Env env, Edit edit, JsonNode in, JsonNode value);
    }

    /** Makes a new value of the old one and the operand. */
    interface Combination {
      JsonNode combine(Run run, JsonNode old, JsonNode operand);
    }

    private Assign(Code values, Assignment assignment) {
      this.values = values;
      this.assignment = assignment;
    }

    /** {@code paths = value}. */
    static Assign of(Code paths, Code values) {
      return new Assign(
          values,
          (env, edit, in, value) -> {
            paths.run(env, in, Path.ROOT, (old, at) -> edit.set(Path.known(at, old).keys(), value));
            return edit.value();
          });
    }

    /** {@code paths += value} and the like. */
    static Assign of(Code paths, Code values, Combination combination) {
      return new Assign(
          values,
          (env, edit, in, value) ->
              modified(paths, env, edit, in, old -> combination.combine(env.run(), old, value)));
    }

    @Override
    boolean single() {
      return values.single();
    }

    @Override
    @Nullable JsonNode value(Env env, JsonNode in) {
      JsonNode value = values.value(env, in);
      return value == null ? null : assigned(env, in, value);
    }

    @Override
    void push(Env env, JsonNode in, @Nullable Path path, Output output) {
      values.run(
          env,
          in,
          null,
          (value, nowhere) -> {
            JsonNode changed = assigned(env, in, value);
            output.emit(changed, Path.after(path, in, changed));
          });
    }

    private JsonNode assigned(Env env, JsonNode in, JsonNode value) {
      return assignment.assigned(env, new Edit(env.run(), in), in, value);
    }

    @Override
    @Nullable JsonNode changed(Env env, JsonNode state, Set<JsonNode> own) {
      JsonNode value = values.value(env, state);
      return value == null
          ? null
          : assignment.assigned(env, new Edit(env.run(), state, own), state, value);
    }
  }

  /** {@code paths |= update}: the first output of the update; without one, the path is deleted. */
  static final class Modify extends Code.Single {

    private final Code paths;
    private final Code update;

    Modify(Code paths, Code update) {
      this.paths = paths;
      this.update = update;
    }

    @Override
    JsonNode value(Env env, JsonNode in) {
      Edit edit = new Edit(env.run(), in);
      return modified(paths, env, edit, in, old -> First.of(update, env, old));
    }
  }

  /** A new value for an old one; null to delete it. */
  private interface Change {
    @Nullable JsonNode of(JsonNode old);
  }

  private static JsonNode modified(Code paths, Env env, Edit edit, JsonNode in, Change change) {
    List<List<JsonNode>> deleted = new ArrayList<>();
    paths.run(
        env,
        in,
        Path.ROOT,
        (found, at) -> {
          List<JsonNode> keys = Path.known(at, found).keys();
          JsonNode value = change.of(edit.get(keys));
          if (value == null) {
            env.run().charge(Run.CONTAINER + (long) Run.ELEMENT * keys.size());
            deleted.add(keys);
          } else {
            edit.set(keys, value);
          }
        });
    return new Deletion(env.run()).delete(edit.value(), deleted);
  }
}
