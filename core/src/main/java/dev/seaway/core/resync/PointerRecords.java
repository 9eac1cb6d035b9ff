package dev.seaway.core.resync;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.core.SeawayException.Category;
import dev.seaway.core.evidence.AnswerErrors;
import dev.seaway.core.read.Listing;
import dev.seaway.core.read.ReadException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Records at the place that the connector declares. */
record PointerRecords(String kind, JsonPointer place) implements Listing.Records {

  @Override
  public List<JsonNode> in(JsonNode body) {
    JsonNode found = body.at(place);
    if (found.isArray()) {
      return list(found);
    }
    if (found.isObject()) {
      return List.of(found);
    }
    String where = place.matches() ? "the answer" : "the answer's " + place;
    throw new ReadException(
        Category.USER,
        kind
            + ": "
            + where
            + " is "
            + found.getNodeType().name().toLowerCase(Locale.ROOT)
            + ", not a list of records; "
            + AnswerErrors.named(body)
                .map(error -> error + ".")
                .orElse("say where they are with selector.data_path."));
  }

  static List<JsonNode> list(JsonNode array) {
    List<JsonNode> records = new ArrayList<>(array.size());
    array.forEach(records::add);
    return records;
  }
}
