package dev.seaway.mapping.jackson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.seaway.jq.EvaluationFailed;
import dev.seaway.jq.JqProgram;
import dev.seaway.jq.Program;
import dev.seaway.jq.ReadPaths;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.thisptr.jackson.jq.JsonQuery;
import net.thisptr.jackson.jq.Output;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.exception.JsonQueryException;

/**
 * One expression, evaluated by jackson-jq.
 *
 * @param read the same expression as Seaway's own jq reads it
 */
record JacksonProgram(Program read, JsonQuery query, Scope scope) implements JqProgram {

  /** Of a failure the library tells what stands in the record. */
  private static final String PLAIN_REASON = "jackson-jq fails for this record";

  /** Ends an evaluation; an expression cannot catch it. */
  private static final class FirstFound extends RuntimeException {

    private final transient JsonNode output;

    FirstFound(JsonNode output) {
      super(null, null, false, false);
      this.output = output;
    }
  }

  @Override
  public JsonNode first(JsonNode input) {
    return firstOutput(input).orElse(NullNode.getInstance());
  }

  @Override
  public Optional<JsonNode> firstOutput(JsonNode input) {
    try {
      evaluate(
          input,
          output -> {
            throw new FirstFound(output);
          });
      return Optional.empty();
    } catch (FirstFound found) {
      return Optional.of(found.output);
    }
  }

  @Override
  public List<JsonNode> parts(JsonNode input) {
    List<JsonNode> outputs = new ArrayList<>();
    evaluate(input, outputs::add);
    return outputs;
  }

  private void evaluate(JsonNode input, Output outputs) {
    try {
      query.apply(Scope.newChildScope(scope), input, outputs);
    } catch (FirstFound found) {
      throw found;
    } catch (JsonQueryException e) {
      throw failed(String.valueOf(e.getOriginalMessage()), e);
    } catch (RuntimeException | StackOverflowError e) {
      throw failed("jackson-jq broke off with " + e, e);
    }
  }

  private EvaluationFailed failed(String reason, Throwable cause) {
    return new EvaluationFailed(text(), reason, PLAIN_REASON, cause);
  }

  @Override
  public String text() {
    return read.text();
  }

  @Override
  public Optional<String> literal() {
    return read.literal();
  }

  @Override
  public Optional<Set<String>> inputFields() {
    return read.inputFields();
  }

  @Override
  public ReadPaths readPaths() {
    return read.readPaths();
  }

  @Override
  public String toString() {
    return text();
  }
}
