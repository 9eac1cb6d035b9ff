package dev.seaway.jq;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Code for {@code try}, {@code label}, {@code break} and variables. */
final class Control {

  private Control() {}

  static final class Try extends Code {

    private final Code body;
    private final Code handler;
    private final boolean single;

    Try(Code body, Code handler) {
      this.body = body;
      this.handler = handler;
      this.single = body.single() && handler.single();
    }

    @Override
    boolean single() {
      return single;
    }

    @Override
    @Nullable JsonNode value(Env env, JsonNode in) {
      int level = env.run().level();
      try {
        return body.value(env, in);
      } catch (JqError e) {
        env.run().level(level);
        return handler.value(env, e.value());
      }
    }

    @Override
    void push(Env env, JsonNode in, @Nullable Path path, Output output) {
      JqError error = Guard.run(body, env, in, path, output);
      if (error != null) {
        handler.run(env, error.value(), path == null ? null : Path.LOST, output);
      }
    }
  }

  static final class Label extends Code {

    private final Code body;

    Label(Code body) {
      this.body = body;
    }

    @Override
    void push(Env env, JsonNode in, @Nullable Path path, Output output) {
      Env label = env.with();
      Leap.land(label, () -> body.run(label, in, path, output));
    }
  }

  static final class Break extends Code.Single {

    private final int links;

    Break(int links) {
      this.links = links;
    }

    @Override
    JsonNode value(Env env, JsonNode in) {
      throw new Leap(env.up(links));
    }
  }

  static final class Variable extends Code.Single {

    private final int links;

    Variable(int links) {
      this.links = links;
    }

    @Override
    JsonNode value(Env env, JsonNode in) {
      return env.up(links).value();
    }
  }

  /** {@code source as $name | body}. */
  static final class Bind extends Code {

    private final Code source;
    private final Code body;
    private final boolean single;

    Bind(Code source, Code body) {
      this.source = source;
      this.body = body;
      this.single = source.single() && body.single();
    }

    @Override
    boolean single() {
      return single;
    }

    @Override
    @Nullable JsonNode value(Env env, JsonNode in) {
      JsonNode value = source.value(env, in);
      return value == null ? null : body.value(env.with(value), in);
    }

    @Override
    void push(Env env, JsonNode in, @Nullable Path path, Output output) {
      source.run(env, in, null, (value, nowhere) -> body.run(env.with(value), in, path, output));
    }
  }

  /** {@code source as pattern ?// pattern | body}: the next pattern where one fails. */
  static final class Destructure extends Code {

    private final Code source;
    private final List<Matching> patterns;
    private final Code body;

    Destructure(Code source, List<Matching> patterns, Code body) {
      this.source = source;
      this.patterns = List.copyOf(patterns);
      this.body = body;
    }

    @Override
    void push(Env env, JsonNode in, @Nullable Path path, Output output) {
      source.run(env, in, null, (value, nowhere) -> attempt(0, env, value, in, path, output));
    }

    private void attempt(
        int index, Env env, JsonNode value, JsonNode in, @Nullable Path path, Output output) {
      Matching pattern = patterns.get(index);
      if (index == patterns.size() - 1) {
        pattern.match(env, value, bound -> body.run(bound, in, path, output));
        return;
      }
      Code matched =
          new Code() {
            @Override
            void push(Env outer, JsonNode input, @Nullable Path at, Output next) {
              pattern.match(outer, value, bound -> body.run(bound, input, at, next));
            }
          };
      if (Guard.run(matched, env, in, path, output) != null) {
        attempt(index + 1, env, value, in, path, output);
      }
    }
  }
}
