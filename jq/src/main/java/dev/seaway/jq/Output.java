package dev.seaway.jq;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Takes the outputs of an expression one by one. */
interface Output {

  /**
   * Takes one output.
   *
   * @param path where the value stands in the input; null if nobody asked, {@link Path#LOST} if it
   *     was computed
   */
  void emit(JsonNode value, @Nullable Path path);
}
