package dev.seaway.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Functions that make, cut or join streams of outputs. */
final class StreamFunctions {

  private static final Code SELF = new Basics.Self();
  private static final Code NOTHING = new Basics.Nothing();
  private static final Code EACH = new Access.Each(SELF);
  private static final Code TRUE = new Basics.Constant(BooleanNode.TRUE);

  private StreamFunctions() {}

  static void addTo(Library library) {
    library.code("empty", 0, none -> NOTHING);
    library.code("select", 1, of -> new Choices.If(of.get(0), SELF, NOTHING));
    library.code("map", 1, of -> new Build.ArrayOf(new Basics.Pipe(EACH, of.get(0))));
    library.code("map_values", 1, of -> new Updates.Modify(EACH, of.get(0)));
    library.code("first", 0, none -> new Access.Index(SELF, number(0)));
    library.code("last", 0, none -> new Access.Index(SELF, number(-1)));
    library.code("nth", 1, of -> new Access.Index(SELF, of.get(0)));
    library.code("first", 1, of -> new First(of.get(0)));
    library.code("last", 1, of -> new Last(of.get(0)));
    library.code("isempty", 1, of -> isEmpty(of.get(0)));
    library.code("any", 2, of -> any(of.get(0), of.get(1)));
    library.code("any", 1, of -> any(EACH, of.get(0)));
    library.code("any", 0, none -> any(EACH, SELF));
    library.code("all", 2, of -> all(of.get(0), of.get(1)));
    library.code("all", 1, of -> all(EACH, of.get(0)));
    library.code("all", 0, none -> all(EACH, SELF));
    library.code("add", 0, none -> new Added(EACH));
    library.code("add", 1, of -> new Added(of.get(0)));
    library.value("error", 0, (run, in, none) -> fail(in));
    library.value("error", 1, (run, in, of) -> fail(of.get(0)));
    library.value("debug", 0, (run, in, none) -> in);
    library.value("stderr", 0, (run, in, none) -> in);
    library.code("debug", 1, message -> SELF);
    library.code("env", 0, none -> library.environment());
    library.value("now", 0, (run, in, none) -> now(run));
    Loops.addTo(library);
  }

  private static Code number(int value) {
    return new Basics.Constant(Numbers.of(value));
  }

  private static JsonNode fail(JsonNode error) {
    throw new JqError(error);
  }

  private static JsonNode now(Run run) {
    return Numbers.of(run.machine().clock().instant().toEpochMilli() / 1000.0);
  }

  private static Code any(Code source, Code condition) {
    Code hit = new Choices.If(condition, TRUE, NOTHING);
    return new NotEmpty(new Basics.Pipe(source, hit), true);
  }

  private static Code all(Code source, Code condition) {
    Code miss = new Choices.If(condition, NOTHING, TRUE);
    return new NotEmpty(new Basics.Pipe(source, miss), false);
  }

  private static Code isEmpty(Code source) {
    return new NotEmpty(source, false);
  }

  private static final class NotEmpty extends Code.Single {

    private final Code source;
    private final boolean ifAny;

    private NotEmpty(Code source, boolean ifAny) {
      this.source = source;
      this.ifAny = ifAny;
    }

    @Override
    JsonNode value(Env env, JsonNode in) {
      boolean found = First.of(source, env, in) != null;
      return BooleanNode.valueOf(found == ifAny);
    }
  }

  private static final class Last extends Code {

    private final Code source;

    private Last(Code source) {
      this.source = source;
    }

    @Override
    void push(Env env, JsonNode in, @Nullable Path path, Output output) {
      JsonNode[] last = {NullNode.getInstance()};
      List<Path> at = new ArrayList<>(1);
      boolean[] found = {false};
      source.run(
          env,
          in,
          path,
          (value, place) -> {
            found[0] = true;
            last[0] = value;
            at.clear();
            if (place != null) {
              at.add(place);
            }
          });
      if (found[0]) {
        output.emit(last[0], at.isEmpty() ? null : at.getFirst());
      }
    }
  }

  /** {@code add}: texts and arrays are joined in one go. */
  private static final class Added extends Code.Single {

    private final Code source;

    private Added(Code source) {
      this.source = source;
    }

    @Override
    JsonNode value(Env env, JsonNode in) {
      List<JsonNode> values = new ArrayList<>();
      source.run(
          env,
          in,
          null,
          (value, nowhere) -> {
            env.run().charge(8);
            values.add(Objects.requireNonNull(value));
          });
      return Sum.of(env.run(), values);
    }
  }
}
