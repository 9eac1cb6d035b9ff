package dev.seaway.jq;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Functions that work with paths. */
final class PathFunctions {

  private static final int MAX_PATH = 10_000;

  private PathFunctions() {}

  static void addTo(Library library) {
    library.code("path", 1, of -> new Paths(of.get(0)));
    library.code("getpath", 1, of -> new GetPath(of.get(0)));
    library.code("del", 1, of -> new Delete(of.get(0)));
    library.value("setpath", 2, (run, in, of) -> set(run, in, of.get(0), of.get(1)));
    library.value("delpaths", 1, (run, in, of) -> delete(run, in, of.get(0)));
  }

  private static List<JsonNode> keys(JsonNode path) {
    if (!path.isArray()) {
      throw new JqError("Path must be specified as an array");
    }
    if (path.size() > MAX_PATH) {
      throw new JqError("Path too deep");
    }
    return Containers.elements(path);
  }

  private static JsonNode set(Run run, JsonNode in, JsonNode path, JsonNode value) {
    Edit edit = new Edit(run, in);
    edit.set(keys(path), value);
    return edit.value();
  }

  private static JsonNode delete(Run run, JsonNode in, JsonNode paths) {
    if (!paths.isArray()) {
      throw new JqError("Paths must be specified as an array");
    }
    List<List<JsonNode>> all = new ArrayList<>();
    for (JsonNode path : paths) {
      run.charge(Run.CONTAINER + 8L * path.size());
      all.add(keys(path));
    }
    return new Deletion(run).delete(in, all);
  }

  private static final class Paths extends Code {

    private final Code body;

    private Paths(Code body) {
      this.body = body;
    }

    @Override
    void push(Env env, JsonNode in, @Nullable Path path, Output output) {
      body.run(
          env,
          in,
          Path.ROOT,
          (value, at) -> {
            JsonNode keys = Path.known(at, value).toJson(env.run());
            output.emit(keys, path == null ? null : Path.LOST);
          });
    }
  }

  private static final class Delete extends Code.Single {

    private final Code body;

    private Delete(Code body) {
      this.body = body;
    }

    @Override
    JsonNode value(Env env, JsonNode in) {
      List<List<JsonNode>> paths = new ArrayList<>();
      body.run(
          env,
          in,
          Path.ROOT,
          (value, at) -> {
            List<JsonNode> keys = Path.known(at, value).keys();
            env.run().charge(Run.CONTAINER + (long) Run.ELEMENT * keys.size());
            paths.add(keys);
          });
      return new Deletion(env.run()).delete(in, paths);
    }
  }

  private static final class GetPath extends Code {

    private final Code keys;

    private GetPath(Code keys) {
      this.keys = keys;
    }

    @Override
    boolean single() {
      return keys.single();
    }

    @Override
    @Nullable JsonNode value(Env env, JsonNode in) {
      JsonNode path = keys.value(env, in);
      return path == null ? null : new Edit(env.run(), in).get(keys(path));
    }

    @Override
    void push(Env env, JsonNode in, @Nullable Path path, Output output) {
      keys.run(
          env,
          in,
          null,
          (wanted, nowhere) -> {
            Path at = path == null ? null : Path.known(path, in);
            env.run().charge((long) Run.ELEMENT * wanted.size());
            for (JsonNode key : keys(wanted)) {
              at = Path.step(at, in, key);
            }
            output.emit(new Edit(env.run(), in).get(keys(wanted)), at);
          });
    }
  }
}
