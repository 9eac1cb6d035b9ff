package dev.seaway.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Code that goes down into values: {@code .key}, {@code .[i]}, {@code .[a:b]}, {@code .[]}. */
final class Access {

  private Access() {}

  /** {@code target.name}: what most expressions consist of. */
  static final class Field extends Code {

    private final Code target;
    private final String name;
    private final JsonNode key;

    Field(Code target, String name) {
      this.target = target;
      this.name = name;
      this.key = TextNode.valueOf(name);
    }

    @Override
    boolean single() {
      return target.single();
    }

    @Override
    boolean givesParts() {
      return target.givesParts();
    }

    @Override
    @Nullable JsonNode value(Env env, JsonNode in) {
      JsonNode from = target.value(env, in);
      return from == null ? null : Containers.field(from, name);
    }

    @Override
    void push(Env env, JsonNode in, @Nullable Path path, Output output) {
      target.run(
          env,
          in,
          path,
          (from, at) -> {
            Path step = Path.step(at, from, key);
            output.emit(Containers.field(from, name), step);
          });
    }
  }

  static final class Index extends Code {

    private final Code target;
    private final Code key;
    private final boolean single;

    Index(Code target, Code key) {
      this.target = target;
      this.key = key;
      this.single = target.single() && key.single();
    }

    @Override
    boolean single() {
      return single;
    }

    @Override
    @Nullable JsonNode value(Env env, JsonNode in) {
      JsonNode wanted = key.value(env, in);
      if (wanted == null) {
        return null;
      }
      JsonNode from = target.value(env, in);
      return from == null ? null : Containers.get(env.run(), from, wanted);
    }

    @Override
    void push(Env env, JsonNode in, @Nullable Path path, Output output) {
      key.run(
          env,
          in,
          null,
          (wanted, nowhere) ->
              target.run(
                  env,
                  in,
                  path,
                  (from, at) -> {
                    Path step = Path.step(at, from, wanted);
                    output.emit(Containers.get(env.run(), from, wanted), step);
                  }));
    }
  }

  static final class Slice extends Code {

    private final Code target;
    private final Code from;
    private final Code to;
    private final boolean single;

    Slice(Code target, Code from, Code to) {
      this.target = target;
      this.from = from;
      this.to = to;
      this.single = target.single() && from.single() && to.single();
    }

    @Override
    boolean single() {
      return single;
    }

    @Override
    @Nullable JsonNode value(Env env, JsonNode in) {
      JsonNode start = from.value(env, in);
      JsonNode end = start == null ? null : to.value(env, in);
      JsonNode whole = end == null ? null : target.value(env, in);
      return start == null || end == null || whole == null
          ? null
          : Containers.slice(env.run(), whole, start, end);
    }

    @Override
    void push(Env env, JsonNode in, @Nullable Path path, Output output) {
      from.run(
          env,
          in,
          null,
          (start, nowhere) ->
              to.run(
                  env,
                  in,
                  null,
                  (end, lost) ->
                      target.run(
                          env,
                          in,
                          path,
                          (whole, at) -> {
                            JsonNode key = Containers.sliceKey(start, end);
                            Path step = at == null ? null : Path.step(at, whole, key);
                            output.emit(Containers.slice(env.run(), whole, start, end), step);
                          })));
    }
  }

  static final class Each extends Code {

    private final Code target;

    Each(Code target) {
      this.target = target;
    }

    @Override
    boolean givesParts() {
      return target.givesParts();
    }

    @Override
    void push(Env env, JsonNode in, @Nullable Path path, Output output) {
      target.run(
          env, in, path, (from, at) -> each(env.run(), from, Path.iterated(at, from), output));
    }

    static void each(Run run, JsonNode from, @Nullable Path path, Output output) {
      if (from.isObject()) {
        for (Map.Entry<String, JsonNode> entry : from.properties()) {
          run.step();
          Path step = path == null ? null : Path.step(path, from, TextNode.valueOf(entry.getKey()));
          output.emit(entry.getValue(), step);
        }
      } else if (from.isArray()) {
        for (int i = 0; i < from.size(); i++) {
          run.step();
          Path step = path == null ? null : Path.step(path, from, IntNode.valueOf(i));
          output.emit(from.get(i), step);
        }
      } else {
        throw new JqError("Cannot iterate over " + Types.shown(from));
      }
    }
  }
}
