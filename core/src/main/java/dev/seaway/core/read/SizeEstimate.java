package dev.seaway.core.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.core.http.UnreadJson;
import java.util.List;
import java.util.Map;

/**
 * About how many bytes of JSON records are, so that what is in flight can be bounded in bytes too.
 */
public final class SizeEstimate {

  private static final int SAMPLES = 2;
  private static final int PUNCTUATION = 4;
  private static final int SCALAR = 8;

  private SizeEstimate() {}

  /** An estimate from a few of the records, evenly spread. */
  public static long of(List<JsonNode> records) {
    int step = Math.max(1, records.size() / SAMPLES);
    long sum = 0;
    int samples = 0;
    for (int at = 0; at < records.size(); at += step) {
      sum += of(records.get(at));
      samples++;
    }
    return samples == 0 ? 0 : sum * records.size() / samples;
  }

  private static long of(JsonNode value) {
    if (value instanceof UnreadJson unread) {
      return unread.length();
    }
    if (value.isTextual()) {
      return (long) value.textValue().length() + PUNCTUATION;
    }
    long sum = SCALAR;
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      sum += field.getKey().length() + PUNCTUATION + of(field.getValue());
    }
    if (value.isArray()) {
      for (JsonNode element : value) {
        sum += of(element);
      }
    }
    return sum;
  }
}
