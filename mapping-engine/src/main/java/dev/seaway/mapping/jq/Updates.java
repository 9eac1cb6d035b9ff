package dev.seaway.mapping.jq;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Code that changes values at paths: {@code =}, {@code |=}, {@code +=} and the like. */
final class Updates {

  private Updates() {}

  /** {@code paths = value}, once for each value. */
  static final class Assign extends Code {

    private final Code paths;
    private final Code values;

    Assign(Code paths, Code values) {
      this.paths = paths;
      this.values = values;
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

    @Override
    @Nullable JsonNode changed(Env env, JsonNode state, Set<JsonNode> own) {
      JsonNode value = values.value(env, state);
      return value == null ? null : assigned(env, new Edit(env.run(), state, own), state, value);
    }

    private JsonNode assigned(Env env, JsonNode in, JsonNode value) {
      return assigned(env, new Edit(env.run(), in), in, value);
    }

    private JsonNode assigned(Env env, Edit edit, JsonNode in, JsonNode value) {
      paths.run(env, in, Path.ROOT, (old, at) -> edit.set(Path.known(at, old).keys(), value));
      return edit.value();
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
      return modified(env, in, old -> First.of(update, env, old));
    }

    private JsonNode modified(Env env, JsonNode in, Change change) {
      return Updates.modified(paths, env, new Edit(env.run(), in), in, change);
    }
  }

  /** {@code paths += value} and the like: once for each value, which is computed of the input. */
  static final class Combine extends Code {

    private final Code paths;
    private final Code values;
    private final Combination combination;

    /** Makes a new value of the old one and the operand. */
    interface Combination {
      JsonNode combine(Run run, JsonNode old, JsonNode operand);
    }

    Combine(Code paths, Code values, Combination combination) {
      this.paths = paths;
      this.values = values;
      this.combination = combination;
    }

    @Override
    boolean single() {
      return values.single();
    }

    @Override
    @Nullable JsonNode value(Env env, JsonNode in) {
      JsonNode value = values.value(env, in);
      return value == null ? null : combined(env, in, value);
    }

    @Override
    void push(Env env, JsonNode in, @Nullable Path path, Output output) {
      values.run(
          env,
          in,
          null,
          (value, nowhere) -> {
            JsonNode changed = combined(env, in, value);
            output.emit(changed, Path.after(path, in, changed));
          });
    }

    @Override
    @Nullable JsonNode changed(Env env, JsonNode state, Set<JsonNode> own) {
      JsonNode value = values.value(env, state);
      Edit edit = new Edit(env.run(), state, own);
      return value == null ? null : combined(env, edit, state, value);
    }

    private JsonNode combined(Env env, JsonNode in, JsonNode value) {
      return combined(env, new Edit(env.run(), in), in, value);
    }

    private JsonNode combined(Env env, Edit edit, JsonNode in, JsonNode value) {
      return modified(paths, env, edit, in, old -> combination.combine(env.run(), old, value));
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
