package dev.seaway.jq;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Code that defines and calls functions. */
final class Calls {

  private Calls() {}

  /** A function; its body is compiled after its name is known, so that it can call itself. */
  static final class Function {

    private @Nullable Code body;
    private boolean single;
    private int levels;

    /** While the body is being compiled, its calls of itself are single if this is assumed. */
    void assume(boolean nowSingle) {
      single = nowSingle;
    }

    /**
     * @param depth how deep the body is nested
     */
    void body(Code compiled, int depth) {
      body = compiled;
      single = compiled.single();
      levels = depth;
    }

    /** How many levels its fast path takes. */
    int levels() {
      return levels;
    }

    Code body() {
      return Objects.requireNonNull(body);
    }

    boolean single() {
      return single;
    }
  }

  /** {@code def name: definition; body}: the body sees one more link. */
  static final class Definition extends Code {

    private final Code body;

    Definition(Code body) {
      this.body = body;
    }

    @Override
    boolean single() {
      return body.single();
    }

    @Override
    @Nullable JsonNode value(Env env, JsonNode in) {
      return body.value(env.with(), in);
    }

    @Override
    void push(Env env, JsonNode in, @Nullable Path path, Output output) {
      body.run(env.with(), in, path, output);
    }
  }

  static final class Call extends Code {

    /** Of a function that sees no names around it. */
    static final int OF_LIBRARY = -1;

    private final Function function;
    private final int links;
    private final List<Code> arguments;
    private final boolean single;

    Call(Function function, int links, List<Code> arguments) {
      this.function = function;
      this.links = links;
      this.arguments = List.copyOf(arguments);
      this.single = function.single();
    }

    @Override
    boolean single() {
      return single;
    }

    @Override
    @Nullable JsonNode value(Env env, JsonNode in) {
      Run run = env.run();
      run.step();
      run.down(function.levels());
      JsonNode value = function.body().value(frame(env), in);
      run.up(function.levels());
      return value;
    }

    @Override
    void push(Env env, JsonNode in, @Nullable Path path, Output output) {
      env.run().step();
      function.body().run(frame(env), in, path, output);
    }

    private Env frame(Env env) {
      Env frame = links == OF_LIBRARY ? Env.of(env.run()) : env.up(links);
      for (Code argument : arguments) {
        frame = frame.with(closure(argument, env));
      }
      return frame;
    }

    /** An argument that only names a parameter is passed on, so that recursion makes no chains. */
    private static Env.Closure closure(Code argument, Env env) {
      return argument instanceof Parameter parameter
          ? env.up(parameter.links).closure()
          : new Env.Closure(argument, env);
    }
  }

  /** The use of a parameter. */
  static final class Parameter extends Code {

    private final int links;

    Parameter(int links) {
      this.links = links;
    }

    @Override
    void push(Env env, JsonNode in, @Nullable Path path, Output output) {
      Env.Closure closure = env.up(links).closure();
      env.run().step();
      closure.code().run(closure.env(), in, path, output);
    }
  }
}
