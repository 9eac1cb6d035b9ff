package dev.seaway.core.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.EndSigns;
import dev.seaway.connector.SignPlaces;
import dev.seaway.core.evidence.Verdict.Contradicted;
import dev.seaway.core.evidence.Verdict.Contradiction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Records that hold nothing but an error, among others that hold more: each stands for a part of
 * the list that failed. A list of errors is none of that. Not thread-safe.
 */
final class FailedRecords {

  /** Of a record with more fields no more than their number is looked at. */
  private static final int MOST_FIELDS = 6;

  private static final int LEAST_FAILURE = 400;
  private static final int END_OF_STATUSES = 600;

  /** What names a failed part, or says where and when it failed. */
  private static final Set<String> BESIDE_ERRORS =
      Set.of(
          "id",
          "key",
          "uuid",
          "identifier",
          "type",
          "kind",
          "name",
          "title",
          "index",
          "instance",
          "requestid",
          "traceid",
          "correlationid",
          "timestamp",
          "status",
          "code");

  private static final Set<SignMeaning> OF_ERRORS =
      Set.of(SignMeaning.ERROR, SignMeaning.MESSAGE, SignMeaning.STATUS, SignMeaning.OK);

  private static final List<String> OF_ERROR = List.of("err", "exception", "fault");
  private static final List<String> OF_STATUS = List.of("status", "code");
  private static final List<String> OF_SUCCESS = List.of("success", "succeeded", "ok");

  private static final int MOST_NAMES = 500;

  private final Map<String, Boolean> ofErrors = new HashMap<>();
  private final SignPlaces ignored;
  private long failed;
  private long others;
  private Optional<Sign> first = Optional.empty();

  FailedRecords(SignPlaces ignored) {
    this.ignored = ignored;
  }

  void page(List<JsonNode> records) {
    Map<String, Integer> fields = new HashMap<>();
    for (JsonNode record : records) {
      Optional<Sign> error =
          error(record).filter(sign -> !isOrdinary(sign, record, records, fields));
      if (error.isPresent()) {
        failed++;
        first = first.or(() -> error);
      } else {
        others++;
      }
    }
  }

  /** Empty where none failed, or where most of the records are errors. */
  Optional<Contradicted> contradiction() {
    return first
        .filter(_ -> failed <= others)
        .map(
            sign ->
                new Contradicted(
                    Contradiction.PART,
                    "%d of %d records %s nothing but an error (%s %s), as where a part of the list"
                            .formatted(
                                failed,
                                failed + others,
                                failed == 1 ? "holds" : "hold",
                                sign.word(),
                                Shown.said(sign.value()))
                        + " failed",
                    "run again later; if they are ordinary records, name \"%s\" in ignoredSigns"
                        .formatted(sign.place())));
  }

  /** The field that says so, if a record holds an error and nothing else. */
  private Optional<Sign> error(JsonNode record) {
    if (!record.isObject() || record.isEmpty() || record.size() > MOST_FIELDS) {
      return Optional.empty();
    }
    for (Map.Entry<String, JsonNode> field : record.properties()) {
      if (mayFail(field)) {
        return onlyError(record);
      }
    }
    return Optional.empty();
  }

  /** Cheap, for nearly no record gets further. */
  private boolean mayFail(Map.Entry<String, JsonNode> field) {
    JsonNode value = field.getValue();
    if (value.isNumber()) {
      return isFailure(value) && names(field.getKey(), OF_STATUS);
    }
    return (value.isBoolean() && !value.booleanValue())
        ? names(field.getKey(), OF_SUCCESS)
        : isOfError(field.getKey());
  }

  /** Records of a list have few names; each is looked at once. */
  private boolean isOfError(String name) {
    Boolean known = ofErrors.get(name);
    if (known == null) {
      known = names(name, OF_ERROR);
      if (ofErrors.size() < MOST_NAMES) {
        ofErrors.put(name, known);
      }
    }
    return known;
  }

  /** Whether a name has one of these parts, all in lower case. */
  private static boolean names(String name, List<String> parts) {
    for (int at = 0; at < name.length() - 1; at++) {
      int letter = name.charAt(at) | 0x20;
      for (String part : parts) {
        if (part.charAt(0) == letter && name.regionMatches(true, at, part, 0, part.length())) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isFailure(JsonNode value) {
    return value.isIntegralNumber()
        && value.intValue() >= LEAST_FAILURE
        && value.intValue() < END_OF_STATUSES;
  }

  private Optional<Sign> onlyError(JsonNode record) {
    Optional<Sign> error = Optional.empty();
    for (Map.Entry<String, JsonNode> field : record.properties()) {
      Optional<SignMeaning> meaning =
          SignWords.ofField("", field.getKey()).filter(OF_ERRORS::contains);
      if (meaning.isEmpty() && !BESIDE_ERRORS.contains(SignWords.normalised(field.getKey()))) {
        return Optional.empty();
      }
      if (error.isEmpty() && meaning.filter(found -> isSaid(found, field)).isPresent()) {
        error =
            Optional.of(
                new Sign(
                    SignMeaning.ERROR, "/-/" + Sign.escaped(field.getKey()), field.getValue()));
      }
    }
    return error.filter(sign -> !ignored.has(sign.place()));
  }

  private static boolean isSaid(SignMeaning meaning, Map.Entry<String, JsonNode> field) {
    JsonNode value = field.getValue();
    return switch (meaning) {
      case ERROR -> !value.isNumber() && EndSigns.isFilled(value);
      case OK -> value.isBoolean() && !value.booleanValue();
      default ->
          isFailure(value)
              || (names(field.getKey(), OF_ERROR) && !value.isNumber() && EndSigns.isFilled(value));
    };
  }

  /** Counts how many records have each field. */
  private static void count(List<JsonNode> records, Map<String, Integer> fields) {
    for (JsonNode record : records) {
      record.fieldNames().forEachRemaining(name -> fields.merge(name, 1, Integer::sum));
    }
  }

  /**
   * Whether most have that field too, and it has a name as they have.
   *
   * @param fields counted once a page, and only where it is asked for
   */
  private static boolean isOrdinary(
      Sign error, JsonNode record, List<JsonNode> records, Map<String, Integer> fields) {
    if (RecordKeys.nameOf(record).isEmpty()) {
      return false;
    }
    if (fields.isEmpty()) {
      count(records, fields);
    }
    String field = error.place().substring("/-/".length());
    return fields.getOrDefault(field, 0) * 2L > records.size();
  }
}
