package dev.seaway.mapping.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/** Functions that repeat: range, limit, recurse, while, until. */
final class Loops {

  private Loops() {}

  static void addTo(Library library) {
    Code zero = new Basics.Constant(Numbers.of(0));
    Code one = new Basics.Constant(Numbers.of(1));
    Code each = new Control.Try(new Access.Each(new Basics.Self()), new Basics.Nothing());
    Code yes = new Basics.Constant(BooleanNode.TRUE);
    library.code("range", 1, of -> new Range(zero, of.get(0), one));
    library.code("range", 2, of -> new Range(of.get(0), of.get(1), one));
    library.code("range", 3, of -> new Range(of.get(0), of.get(1), of.get(2)));
    library.code("limit", 2, of -> new Limit(of.get(0), of.get(1)));
    library.code("skip", 2, of -> new Skip("skip", of.get(0), of.get(1)));
    library.code("nth", 2, of -> new EachFirst(of.get(0), of.get(1)));
    library.code("recurse", 0, none -> new Repeat(yes, each, true));
    library.code("recurse", 1, of -> new Repeat(yes, of.get(0), true));
    library.code("repeat", 1, of -> new Again(of.get(0)));
    library.code("while", 2, of -> new Repeat(of.get(0), of.get(1), true));
    library.code("until", 2, of -> new Repeat(of.get(0), of.get(1), false));
  }

  private static double number(JsonNode value) {
    if (!value.isNumber()) {
      throw new JqError("Range bounds must be numeric");
    }
    return value.doubleValue();
  }

  private static final class Range extends Code {

    private final Code from;
    private final Code to;
    private final Code step;

    private Range(Code from, Code to, Code step) {
      this.from = from;
      this.to = to;
      this.step = step;
    }

    @Override
    void push(Env env, JsonNode in, @Nullable Path path, Output output) {
      each(
          env,
          in,
          from,
          start ->
              each(
                  env,
                  in,
                  to,
                  end ->
                      each(
                          env,
                          in,
                          step,
                          by -> {
                            count(
                                env.run(),
                                start,
                                end,
                                by,
                                value -> output.emit(value, path == null ? null : Path.LOST));
                          })));
    }

    private static void each(Env env, JsonNode in, Code code, DoubleConsumer next) {
      code.run(env, in, null, (value, nowhere) -> next.accept(number(value)));
    }

    private static void count(
        Run run, double start, double end, double by, Consumer<JsonNode> next) {
      if (by > 0) {
        for (double at = start; at < end; at += by) {
          run.step();
          next.accept(Numbers.of(at));
        }
      } else if (by < 0) {
        for (double at = start; at > end; at += by) {
          run.step();
          next.accept(Numbers.of(at));
        }
      }
    }
  }

  private static final class Limit extends Code {

    private final Code count;
    private final Code source;

    private Limit(Code count, Code source) {
      this.count = count;
      this.source = source;
    }

    @Override
    void push(Env env, JsonNode in, @Nullable Path path, Output output) {
      count.run(
          env,
          in,
          null,
          (wanted, nowhere) -> {
            double most = counted("limit", wanted);
            if (most > 0) {
              cut(env, in, path, output, most);
            }
          });
    }

    private void cut(Env env, JsonNode in, @Nullable Path path, Output output, double most) {
      Leap enough = new Leap();
      int level = env.run().level();
      double[] given = {0};
      try {
        source.run(
            env,
            in,
            path,
            (value, at) -> {
              given[0]++;
              output.emit(value, at);
              if (given[0] >= most) {
                throw enough;
              }
            });
      } catch (Leap leap) {
        if (leap != enough) {
          throw leap;
        }
        env.run().level(level);
      }
    }
  }

  private static double counted(String name, JsonNode wanted) {
    if (!wanted.isNumber()) {
      throw new JqError("%s count must be a number, not %s".formatted(name, Types.shown(wanted)));
    }
    if (wanted.doubleValue() < 0) {
      throw new JqError(
          name.equals("nth")
              ? "nth doesn't support negative indices"
              : name + " doesn't support negative count");
    }
    return wanted.doubleValue();
  }

  private static final class Skip extends Code {

    private final String name;
    private final Code count;
    private final Code source;

    private Skip(String name, Code count, Code source) {
      this.name = name;
      this.count = count;
      this.source = source;
    }

    @Override
    void push(Env env, JsonNode in, @Nullable Path path, Output output) {
      count.run(
          env,
          in,
          null,
          (unwanted, nowhere) -> {
            double[] left = {counted(name, unwanted)};
            source.run(
                env,
                in,
                path,
                (value, at) -> {
                  if (left[0] > 0) {
                    left[0]--;
                  } else {
                    output.emit(value, at);
                  }
                });
          });
    }
  }

  /** {@code nth(n; source)}, for each n. */
  private static final class EachFirst extends Code {

    private final Code count;
    private final Code source;

    private EachFirst(Code count, Code source) {
      this.count = count;
      this.source = source;
    }

    @Override
    void push(Env env, JsonNode in, @Nullable Path path, Output output) {
      count.run(
          env,
          in,
          null,
          (number, nowhere) ->
              new First(new Skip("nth", new Basics.Constant(number), source))
                  .run(env, in, path, output));
    }
  }

  /** {@code repeat(body)}: all its outputs again and again, until it fails or is left. */
  private static final class Again extends Code {

    private final Code body;

    private Again(Code body) {
      this.body = body;
    }

    @Override
    void push(Env env, JsonNode in, @Nullable Path path, Output output) {
      while (true) {
        env.run().step();
        body.run(env, in, path, output);
      }
    }
  }

  /**
   * Goes on with what the next step makes of a value while a condition holds, and gives every value
   * on the way, or only the one at the end.
   */
  private static final class Repeat extends Code {

    private final Code condition;
    private final Code next;
    private final boolean all;

    private Repeat(Code condition, Code next, boolean all) {
      this.condition = condition;
      this.next = next;
      this.all = all;
    }

    @Override
    void push(Env env, JsonNode in, @Nullable Path path, Output output) {
      if (path == null && condition.single() && next.single()) {
        iterate(env, in, output);
      } else {
        descend(env, in, path, output);
      }
    }

    /** Without recursion, so that a long loop needs no deep stack. */
    private void iterate(Env env, JsonNode in, Output output) {
      JsonNode at = in;
      while (at != null) {
        env.run().step();
        JsonNode answer = condition.value(env, at);
        if (answer == null) {
          return;
        }
        if (Types.truthy(answer) != all) {
          end(at, null, output);
          return;
        }
        if (all) {
          output.emit(at, null);
        }
        at = next.value(env, at);
      }
    }

    private void descend(Env env, JsonNode in, @Nullable Path path, Output output) {
      env.run().step();
      condition.run(env, in, null, (answer, nowhere) -> descend(answer, env, in, path, output));
    }

    private void descend(
        JsonNode answer, Env env, JsonNode in, @Nullable Path path, Output output) {
      if (Types.truthy(answer) != all) {
        end(in, path, output);
        return;
      }
      if (all) {
        output.emit(in, path);
      }
      next.run(env, in, path, (value, at) -> descend(env, value, at, output));
    }

    private void end(JsonNode at, @Nullable Path path, Output output) {
      if (!all) {
        output.emit(at, path);
      }
    }
  }
}
