package dev.seaway.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the names in sight stand for: a chain with one link per variable, parameter, function and
 * label. The compiler knows how many links up a name stands. Links never change, so that an
 * expression may run again while its first run is still giving outputs.
 */
final class Env {

  private final Run run;
  private final @Nullable Env outer;
  private final JsonNode value;
  private final @Nullable Closure closure;

  /** An argument of a function, with the names that it sees. */
  record Closure(Code code, Env env) {}

  private Env(Run run, @Nullable Env outer, JsonNode value, @Nullable Closure closure) {
    this.run = run;
    this.outer = outer;
    this.value = value;
    this.closure = closure;
  }

  static Env of(Run run) {
    return new Env(run, null, NullNode.getInstance(), null);
  }

  Run run() {
    return run;
  }

  /** A link for a function or a label; as itself it is the label's identity. */
  Env with() {
    return new Env(run, this, NullNode.getInstance(), null);
  }

  Env with(JsonNode variable) {
    return new Env(run, this, variable, null);
  }

  Env with(Closure argument) {
    return new Env(run, this, NullNode.getInstance(), argument);
  }

  Env up(int links) {
    Env env = this;
    for (int i = 0; i < links; i++) {
      env = Objects.requireNonNull(env.outer);
    }
    return env;
  }

  JsonNode value() {
    return value;
  }

  Closure closure() {
    return Objects.requireNonNull(closure);
  }
}
