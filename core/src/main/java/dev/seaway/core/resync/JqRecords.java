package dev.seaway.core.resync;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.core.SeawayException.Category;
import dev.seaway.core.evidence.AnswerErrors;
import dev.seaway.core.read.Listing;
import dev.seaway.core.read.ReadException;
import dev.seaway.jq.EvaluationFailed;
import dev.seaway.jq.JqProgram;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Records at the place that the mapping's author names in jq: a list, one record, or several
 * outputs.
 */
record JqRecords(String kind, JqProgram dataPath) implements Listing.Records {

  @Override
  public List<JsonNode> in(JsonNode body) {
    List<JsonNode> outputs = outputs(body);
    List<JsonNode> records =
        outputs.size() == 1 && outputs.getFirst().isArray()
            ? PointerRecords.list(outputs.getFirst())
            : outputs;
    if (outputs.size() == 1 && !outputs.getFirst().isContainerNode()) {
      if (WireList.isNull(dataPath.text(), body) && AnswerErrors.named(body).isEmpty()) {
        // Go's servers write so that there is nothing in a list; a missing key says no such thing.
        return List.of();
      }
      throw noList(body, outputs.getFirst());
    }
    return records;
  }

  /** An error in the list's place is the cause; no other path would help. */
  private ReadException noList(JsonNode body, JsonNode output) {
    return AnswerErrors.named(body)
        .map(
            error ->
                new ReadException(
                    Category.EXTERNAL,
                    "%s: the answer holds no list at data_path %s, but %s"
                        .formatted(kind, dataPath.text(), error)))
        .orElseGet(() -> noList(output));
  }

  private ReadException noList(JsonNode output) {
    String type = output.getNodeType().name().toLowerCase(Locale.ROOT);
    return new ReadException(
        Category.USER,
        "%s: data_path %s gives %s, not a list of records; where no list may mean an empty one, write %s // []."
            .formatted(
                kind, dataPath.text(), output.isNull() ? "null" : "a " + type, dataPath.text()));
  }

  @Override
  public Optional<List<JsonNode>> received(JsonNode body, List<JsonNode> records) {
    return WireList.of(dataPath.text(), body, records);
  }

  private List<JsonNode> outputs(JsonNode body) {
    try {
      return dataPath.parts(body);
    } catch (EvaluationFailed e) {
      throw new ReadException(
          Category.USER, kind + ": data_path " + dataPath.text() + ": " + e.getMessage(), e);
    }
  }
}
