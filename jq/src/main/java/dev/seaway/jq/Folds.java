package dev.seaway.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Code for {@code reduce} and {@code foreach}; what follows the binding is part of it. */
final class Folds {

  private Folds() {}

  /** Where a fold stands: the value and, if paths are asked for, where that lies. */
  private static final class State {
    private JsonNode value;
    private @Nullable Path path;

    private State(JsonNode value, @Nullable Path path) {
      this.value = value;
      this.path = path;
    }

    private void set(JsonNode newValue, @Nullable Path newPath) {
      value = newValue;
      path = newPath;
    }
  }

  /** Gives each item, bound to its variables. */
  interface Items {
    void each(Env env, JsonNode in, Consumer<Env> body);
  }

  /** The memory of states that a fold has left behind, given back once there is much of it. */
  private static final class Leftovers {

    private static final long WORTH_COLLECTING = 4L << 20;
    private static final long NOT_BEGUN = -1;

    private final Run run;
    private long before = NOT_BEGUN;
    private long enough;

    private Leftovers(Run run) {
      this.run = run;
    }

    /** At the first item and not sooner: what gives the items may hold memory too. */
    private void begin() {
      if (before == NOT_BEGUN) {
        before = run.memory();
        enough = before + WORTH_COLLECTING;
      }
    }

    private boolean worthCollecting() {
      return run.memory() > enough;
    }

    /** Counts the state that is left instead of all that were made. */
    private void collect(JsonNode state) {
      run.replace(before, Weight.of(run, state));
      enough = Math.max(before + WORTH_COLLECTING, 2 * run.memory() - before);
    }
  }

  static final class Reduce extends Code {

    private final Items items;
    private final Code start;
    private final Code update;
    private final boolean inPlace;

    /**
     * @param inPlace whether the update may change the state in place
     */
    Reduce(Items items, Code start, Code update, boolean inPlace) {
      this.items = items;
      this.start = start;
      this.update = update;
      this.inPlace = inPlace;
    }

    @Override
    boolean single() {
      return start.single();
    }

    @Override
    @Nullable JsonNode value(Env env, JsonNode in) {
      JsonNode first = start.value(env, in);
      return first == null ? null : reduced(env, in, new State(first, null)).value;
    }

    @Override
    void push(Env env, JsonNode in, @Nullable Path path, Output output) {
      start.run(
          env,
          in,
          path,
          (first, at) -> {
            State state = reduced(env, in, new State(first, at));
            output.emit(state.value, state.path);
          });
    }

    private State reduced(Env env, JsonNode in, State state) {
      Run run = env.run();
      Leftovers leftovers = new Leftovers(run);
      Set<JsonNode> own = Edit.none();
      items.each(
          env,
          in,
          bound -> {
            run.step();
            leftovers.begin();
            step(bound, state, own);
            if (leftovers.worthCollecting() && update.single()) {
              leftovers.collect(state.value);
              own.clear();
            }
          });
      return state;
    }

    private void step(Env bound, State state, Set<JsonNode> own) {
      JsonNode old = state.value;
      Path at = state.path;
      if (at == null && update.single()) {
        JsonNode next = inPlace ? update.changed(bound, old, own) : update.value(bound, old);
        state.set(Containers.orNull(next), null);
        return;
      }
      state.set(NullNode.getInstance(), at == null ? null : Path.LOST);
      update.run(bound, old, at, state::set);
    }
  }

  static final class Foreach extends Code {

    private final Items items;
    private final Code start;
    private final Code update;
    private final Code extract;

    Foreach(Items items, Code start, Code update, Code extract) {
      this.items = items;
      this.start = start;
      this.update = update;
      this.extract = extract;
    }

    @Override
    void push(Env env, JsonNode in, @Nullable Path path, Output output) {
      start.run(
          env,
          in,
          path,
          (first, at) -> {
            State state = new State(first, at);
            items.each(env, in, bound -> step(bound, state, output));
          });
    }

    private void step(Env bound, State state, Output output) {
      bound.run().step();
      update.run(
          bound,
          state.value,
          state.path,
          (value, at) -> {
            state.set(value, at);
            extract.run(bound, value, at, output);
          });
    }
  }
}
