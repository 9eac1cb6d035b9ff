package dev.seaway.core.evidence;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What stands beside a number, which tells what it counts.
 *
 * @param object that holds it
 * @param sign the number
 * @param records of the page
 */
record Neighbours(JsonNode object, Sign sign, int records) {

  /** Beside the state of a thing these say how many there are in good order. */
  private static final List<String> GOOD =
      List.of("succe", "ok", "load", "return", "process", "fetch", "show", "import", "count");

  /** What a number says that counts how much of the API may be used. */
  private static final Set<String> QUOTA = Set.of("limit", "reset", "used", "cost", "quota");

  static Neighbours of(Sign sign, ListEvidence.Page page) {
    return new Neighbours(holder(sign, page.response().body()), sign, page.records());
  }

  /** The object in which a sign of the body stands. */
  static JsonNode holder(Sign sign, JsonNode body) {
    return sign.isHeader()
        ? body.path("")
        : body.at(JsonPointer.compile(sign.place().substring(0, sign.place().lastIndexOf('/'))));
  }

  /**
   * Whether the number counts things of a state, of which the list is made: it and another make up
   * the records, or a number of things beside it is that of the records.
   */
  boolean countThings(long number) {
    List<Map.Entry<String, JsonNode>> others = others().toList();
    if (others.isEmpty()) {
      return false;
    }
    boolean isState = PartSigns.isState(sign.name());
    return others.stream().mapToLong(Neighbours::number).sum() + number == records
        || others.stream().anyMatch(other -> number(other) + number == records)
        || (isState && number <= records && others.stream().anyMatch(this::countsRecords));
  }

  /** Whether it is a number of things, as many as there are records. */
  private boolean countsRecords(Map.Entry<String, JsonNode> other) {
    return number(other) == records && isOfNoState(other.getKey());
  }

  private static boolean isOfNoState(String name) {
    String plain = SignWords.normalised(name);
    return GOOD.stream().noneMatch(plain::contains)
        && SignWords.ofField("", name).isEmpty()
        && SignWords.suspicion(name).isEmpty()
        && !plain.contains("size")
        && !plain.contains("limit");
  }

  /** Whether others count things too: of a state, or of nothing that is known. */
  boolean haveCounters() {
    return others()
        .map(Map.Entry::getKey)
        .anyMatch(
            name ->
                PartSigns.isState(name)
                    || SignWords.ofField("", name).equals(Optional.of(SignMeaning.WHOLE))
                    || (SignWords.ofField("", name).isEmpty() && !SignWords.isOfRequest(name)));
  }

  /** Whether they say how much of the API may be used. */
  boolean areOfQuota() {
    return others().map(other -> SignWords.normalised(other.getKey())).anyMatch(QUOTA::contains);
  }

  private Stream<Map.Entry<String, JsonNode>> others() {
    return object
        .propertyStream()
        .filter(other -> !other.getKey().equals(sign.name()))
        .filter(other -> number(other) >= 0);
  }

  private static long number(Map.Entry<String, JsonNode> field) {
    return Count.number(field.getValue()).orElse(-1L);
  }
}
