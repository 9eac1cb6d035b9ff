package dev.seaway.jq;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value that is computed of the input and of the outputs of some expressions. Where those have
 * several outputs, the last varies slowest: as in jq.
 */
final class Operation extends Code {

  private final List<Code> operands;
  private final Computation computation;
  private final boolean single;

  /** Computes one value. */
  interface Computation {
    JsonNode compute(Run run, JsonNode in, List<JsonNode> operands);
  }

  Operation(List<Code> operands, Computation computation) {
    this.operands = List.copyOf(operands);
    this.computation = computation;
    this.single = operands.stream().allMatch(Code::single);
  }

  static Operation of(Arithmetic operator, Code left, Code right) {
    return new Operation(
        List.of(left, right),
        (run, in, values) -> operator.compute(run, values.get(0), values.get(1)));
  }

  @Override
  boolean single() {
    return single;
  }

  @Override
  @Nullable JsonNode value(Env env, JsonNode in) {
    env.run().step();
    JsonNode[] values = new JsonNode[operands.size()];
    for (int i = operands.size() - 1; i >= 0; i--) {
      JsonNode value = operands.get(i).value(env, in);
      if (value == null) {
        return null;
      }
      values[i] = value;
    }
    return computation.compute(env.run(), in, List.of(values));
  }

  @Override
  void push(Env env, JsonNode in, @Nullable Path path, Output output) {
    env.run().step();
    collect(env, in, operands.size() - 1, new JsonNode[operands.size()], path, output);
  }

  private void collect(
      Env env, JsonNode in, int index, JsonNode[] values, @Nullable Path path, Output output) {
    if (index < 0) {
      JsonNode value = computation.compute(env.run(), in, List.of(values));
      output.emit(value, Path.after(path, in, value));
      return;
    }
    operands
        .get(index)
        .run(
            env,
            in,
            null,
            (value, nowhere) -> {
              values[index] = value;
              collect(env, in, index - 1, values, path, output);
            });
  }
}
