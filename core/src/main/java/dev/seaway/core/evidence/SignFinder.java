package dev.seaway.core.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiResponse;
import dev.seaway.connector.SignPlaces;
import java.util.ArrayList;
import java.util.List;

/** Finds the signs of one list's answers, without those that mean nothing. Not thread-safe. */
final class SignFinder {

  private final RecordKeys keys;
  private final SignPlaces ignored;
  private final Place root = Place.root();
  private final HeaderSigns headers = new HeaderSigns();

  /**
   * @param keys by which a record is told from an error in its place
   */
  SignFinder(RecordKeys keys, SignPlaces ignored) {
    this.keys = keys;
    this.ignored = ignored;
  }

  /** What lies around the records of an answer. */
  Envelope envelope(ApiResponse response, List<JsonNode> records) {
    return Envelope.of(ListedEnvelope.opened(response.body(), records), records, root);
  }

  /** A page with its signs: those of its envelope and headers, and errors in place of the list. */
  ListEvidence.Page page(
      ApiRequest request, ApiResponse response, List<JsonNode> records, Envelope envelope) {
    List<Sign> signs = new ArrayList<>(envelope.signs());
    signs.addAll(errors(response.body(), records));
    headers.addTo(signs, response);
    if (!ignored.isEmpty()) {
      signs.removeIf(sign -> ignored.has(sign.place()));
    }
    return new ListEvidence.Page(request, response, signs, envelope.unknown(), records.size());
  }

  /** An error that stands where the list should be is taken for its only record. */
  private List<Sign> errors(JsonNode body, List<JsonNode> records) {
    return records.size() == 1
            && records.getFirst().equals(body)
            && body.isObject()
            && !keys.canName(body)
        ? Envelope.of(body).signs().stream()
            .filter(sign -> sign.meaning() == SignMeaning.ERROR)
            .toList()
        : List.of();
  }
}
