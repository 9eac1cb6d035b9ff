package dev.seaway.mapping.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.Objects;
import net.thisptr.jackson.jq.Output;

/** Takes the first output and stops the evaluation there. */
final class FirstOutput implements Output {

  /**
   * Not one of the library's exceptions, which an expression itself could catch. Without a stack
   * trace it costs next to nothing.
   */
  static final class Stop extends RuntimeException {

    private Stop() {
      super("the first output is there", null, false, false);
    }
  }

  private JsonNode value = NullNode.getInstance();

  @Override
  public void emit(JsonNode output) {
    value = Objects.requireNonNullElse(output, NullNode.getInstance());
    throw new Stop();
  }

  JsonNode value() {
    return value;
  }
}
