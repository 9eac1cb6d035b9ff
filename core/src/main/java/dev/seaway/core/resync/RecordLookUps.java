package dev.seaway.core.resync;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.ApiClient;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.Change;
import dev.seaway.connector.Pagination;
import dev.seaway.core.http.ApiException;
import dev.seaway.core.http.ApiException.Reason;
import dev.seaway.core.read.Listing;
import java.util.HashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;

/** Reads single records for one event, each request once. Not thread-safe. */
final class RecordLookUps {

  /** What the tool says of a record. */
  sealed interface Found {

    record Present(JsonNode record) implements Found {}

    /** The tool has none, as far as these credentials may know. */
    record Absent() implements Found {}

    /** One that is another record, so that nothing is known of the one that was asked for. */
    record Another() implements Found {}
  }

  private final ApiClient tool;
  private final Map<ApiRequest, Optional<JsonNode>> answers = new HashMap<>();

  RecordLookUps(ApiClient tool) {
    this.tool = tool;
  }

  /**
   * Asks for the record.
   *
   * @param list where it would stand
   * @throws ApiException where the tool's answer tells nothing of the record
   */
  Found ask(Change.Stale stale, ApiRequest request, Listing list) {
    Optional<JsonNode> body = answers.computeIfAbsent(request, asked -> send(asked, list));
    return body.map(found -> record(stale, request, found.at(stale.place())))
        .orElseGet(Found.Absent::new);
  }

  private Optional<JsonNode> send(ApiRequest request, Listing list) {
    try {
      return Optional.of(tool.send(request).body());
    } catch (ApiException e) {
      if (e.reason() != Reason.NOT_FOUND) {
        throw e;
      }
      prove(e, list);
      return Optional.empty();
    }
  }

  /**
   * A tool that does not know the credentials, or not any more, may answer 404 as well. So its word
   * counts if it gives the list to the same credentials at this moment.
   */
  private void prove(ApiException notFound, Listing list) {
    try {
      tool.send(shortest(list));
    } catch (ApiException e) {
      throw new ApiException(
          Reason.NOT_FOUND,
          "%s. That is not believed, for the list cannot be read either: %s"
              .formatted(withoutStop(String.valueOf(notFound.getMessage())), e.getMessage()),
          e);
    }
  }

  private static String withoutStop(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }

  private static ApiRequest shortest(Listing list) {
    ApiRequest first = list.pagination().first(list.request());
    return size(list.pagination()).map(name -> first.withQuery(name, "1")).orElse(first);
  }

  private static Optional<String> size(Pagination pagination) {
    return switch (pagination) {
      case Pagination.Offset offset -> Optional.of(offset.sizeParam());
      case Pagination.PageNumber number -> Optional.of(number.sizeParam());
      case Pagination.Cursor cursor -> Optional.of(cursor.sizeParam());
      case Pagination.NextLink link -> link.size().map(ApiRequest.Parameter::name);
      case Pagination.HeaderLink link -> link.size().map(ApiRequest.Parameter::name);
      case Pagination.None _, Pagination.Custom _ -> Optional.empty();
    };
  }

  private static Found record(Change.Stale stale, ApiRequest request, JsonNode place) {
    if (place.isArray() && place.isEmpty()) {
      return new Found.Absent();
    }
    JsonNode record = place.isArray() ? place.path(0) : place;
    boolean same = true;
    for (Entry<String, JsonNode> field : stale.known().properties()) {
      JsonNode value = record.path(field.getKey());
      if (!value.isValueNode() || value.isNull()) {
        throw new ApiException(
            Reason.NOT_JSON,
            "%s was answered with something that is no record of %s: it has no %s"
                .formatted(request, stale.kind(), field.getKey()));
      }
      same &= value.asText().equals(field.getValue().asText());
    }
    return same && record.isObject() ? new Found.Present(record) : new Found.Another();
  }
}
