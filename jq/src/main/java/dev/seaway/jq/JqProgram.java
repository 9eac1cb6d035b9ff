package dev.seaway.jq;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One compiled jq expression. Immutable, and safe for all threads at once. */
public interface JqProgram {

  /**
   * The first output, null if there is none. Nothing after the first output is computed.
   *
   * @throws EvaluationFailed if the expression fails before it, or reaches a limit
   */
  JsonNode first(JsonNode input);

  /**
   * The first output; empty if there is none, as {@code empty} and {@code select} give none.
   *
   * @throws EvaluationFailed if the expression fails before it, or reaches a limit
   */
  Optional<JsonNode> firstOutput(JsonNode input);

  /**
   * Every output. Parts of the input may be handed over as they are, without a look at what they
   * hold: for values that are mapped before they are written.
   *
   * @throws EvaluationFailed if the expression fails, after whatever outputs, or reaches a limit
   */
  List<JsonNode> parts(JsonNode input);

  /** The expression as the user wrote it. */
  String text();

  /** The text that this gives for every record, if the expression is a plain string. */
  Optional<String> literal();

  /** The fields of its input that this reads; empty where it may read any. */
  Optional<Set<String>> inputFields();

  /** Where in its input this finds what it goes through and gives. */
  ReadPaths readPaths();
}
