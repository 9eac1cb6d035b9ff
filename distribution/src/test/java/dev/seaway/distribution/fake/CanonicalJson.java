package dev.seaway.distribution.fake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;

/** Writes JSON so that equal documents are equal texts: sorted keys, one element to a line. */
public final class CanonicalJson {

  private static final JsonMapper SORTED =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private CanonicalJson() {}

  /** An array with one element to a line, in the order given. */
  public static String write(List<? extends JsonNode> documents) {
    return documents.stream()
        .map(CanonicalJson::write)
        .collect(Collectors.joining(",\n", "[\n", "\n]"));
  }

  private static String write(JsonNode document) {
    try {
      return SORTED.writeValueAsString(SORTED.treeToValue(document, Object.class));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
