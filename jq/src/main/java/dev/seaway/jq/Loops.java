package dev.seaway.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import org.jspecify.annotations.Nullable;

/** Functions that repeat: recurse, repeat, while, until. */
final class Loops {

  private Loops() {}

  static void addTo(Library library) {
    Code each = new Control.Try(new Access.Each(new Basics.Self()), new Basics.Nothing());
    Code yes = new Basics.Constant(BooleanNode.TRUE);
    Range.addTo(library);
    Counted.addTo(library);
    library.code("recurse", 0, none -> new Repeat(yes, each, true));
    library.code("recurse", 1, of -> new Repeat(yes, of.get(0), true));
    library.code("repeat", 1, of -> new Again(of.get(0)));
    library.code("while", 2, of -> new Repeat(of.get(0), of.get(1), true));
    library.code("until", 2, of -> new Repeat(of.get(0), of.get(1), false));
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
