package dev.seaway.core.evidence;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells the different records of one list apart: by a field of which each record has a value of its
 * own. The first page decides by which. Where the user or the connector names one, it is that;
 * otherwise what the mapping names records by, and one of the usual fields: a record came twice
 * only where both say so. Where there is none, a record is what it holds. Not thread-safe.
 */
final class RecordKeys {

  private static final List<JsonPointer> USUAL =
      Stream.of(
              "id",
              "_id",
              "ID",
              "Id",
              "key",
              "uuid",
              "guid",
              "uid",
              "identifier",
              "issueId",
              "objectId",
              "accountId",
              "sys_id",
              "number",
              "iid",
              "self",
              "slug",
              "name",
              "Name",
              "full_name",
              "login",
              "email",
              "href",
              "url",
              "metadata/uid",
              "node/id",
              "data/id")
          .map(path -> JsonPointer.compile("/" + path))
          .toList();

  private static final Set<JsonPointer> IDS =
      Stream.of("id", "_id", "ID", "Id", "key", "uuid", "guid", "uid", "identifier", "self")
          .map(path -> JsonPointer.compile("/" + path))
          .collect(Collectors.toUnmodifiableSet());

  private final List<JsonPointer> declared;
  private final List<JsonPointer> names;
  private final List<Key> keys = new ArrayList<>(2);
  private final LongSet contents = new LongSet();
  private boolean isChosen;
  private boolean hasObjects;
  private long records;
  private int nulls;
  private Optional<String> repeated = Optional.empty();

  /** A field by which records are told apart, and the values of it that came. */
  private record Key(JsonPointer place, LongSet values) {

    Key(JsonPointer place) {
      this(place, new LongSet());
    }
  }

  /**
   * @param declared goes before all others
   * @param names what the mapping names records by
   */
  RecordKeys(List<JsonPointer> declared, List<JsonPointer> names) {
    this.declared = declared;
    this.names = names;
  }

  /** Nulls among the records that came, and not among those made of them, stand for nothing. */
  void leaveOut(List<JsonNode> came, List<JsonNode> made) {
    nulls -= Math.max(0, nulls(came) - nulls(made));
  }

  private static int nulls(List<JsonNode> records) {
    int nulls = 0;
    for (JsonNode record : records) {
      nulls += record.isNull() ? 1 : 0;
    }
    return nulls;
  }

  /** Adds a page's records; gives how many of them are new. */
  int add(List<JsonNode> page) {
    if (!isChosen) {
      choose(page.stream().filter(record -> !record.isNull()).toList());
    }
    int fresh = 0;
    for (JsonNode record : page) {
      if (record.isNull()) {
        nulls++;
      } else if (isNew(record)) {
        fresh++;
      } else if (repeated.isEmpty()) {
        repeated = Optional.of(label(record));
      }
    }
    records += page.size();
    return fresh;
  }

  private boolean isNew(JsonNode record) {
    if (keys.isEmpty()) {
      return contents.add(mix(TreeHash.of(record)));
    }
    boolean isNew = false;
    for (Key key : keys) {
      isNew |= key.values().add(hash(record, key.place()));
    }
    return isNew;
  }

  private void choose(List<JsonNode> page) {
    if (page.isEmpty()) {
      return;
    }
    isChosen = true;
    hasObjects = page.stream().anyMatch(JsonNode::isObject);
    first(page, declared).ifPresent(keys::add);
    if (keys.isEmpty()) {
      first(page, names).ifPresent(keys::add);
      first(page, USUAL)
          .filter(key -> keys.stream().noneMatch(other -> other.place().equals(key.place())))
          .ifPresent(keys::add);
    }
  }

  private static Optional<Key> first(List<JsonNode> page, List<JsonPointer> candidates) {
    return candidates.stream()
        .filter(candidate -> isKeyOf(page, candidate))
        .findFirst()
        .map(Key::new);
  }

  /** What surely tells an element of a list from the others: several may well have one name. */
  static boolean hasId(JsonNode element) {
    return IDS.stream().map(element::at).anyMatch(RecordKeys::isUsable);
  }

  /** What may tell an element of a list from the others, by one of the usual fields. */
  static Optional<String> nameOf(JsonNode element) {
    return USUAL.stream()
        .map(element::at)
        .filter(RecordKeys::isUsable)
        .map(JsonNode::asText)
        .findFirst();
  }

  /** Whether a record holds something that may tell it from others. */
  boolean canName(JsonNode record) {
    return Stream.concat(declared.stream(), USUAL.stream())
        .map(record::at)
        .anyMatch(RecordKeys::isUsable);
  }

  /** Whether all of these have come before. */
  boolean knows(List<JsonNode> page) {
    for (JsonNode record : page) {
      if (!knows(record)) {
        return false;
      }
    }
    return true;
  }

  private boolean knows(JsonNode record) {
    for (Key key : keys) {
      if (!key.values().contains(hash(record, key.place()))) {
        return false;
      }
    }
    return !keys.isEmpty() || contents.contains(mix(TreeHash.of(record)));
  }

  /** Whether the first page's records have a field that tells them apart. */
  boolean hasField() {
    return !keys.isEmpty();
  }

  /** What two fields say otherwise of the number of different records; empty where they agree. */
  Optional<String> disagreement() {
    return keys.stream().mapToInt(key -> key.values().size()).distinct().count() > 1
        ? Optional.of(
            keys.stream()
                .map(key -> "%d by %s".formatted(key.values().size(), key.place()))
                .collect(Collectors.joining(" and ", "its records are ", "")))
        : Optional.empty();
  }

  /** The field by which the most records differ. */
  Optional<JsonPointer> tellingMost() {
    return keys.stream().max(Comparator.comparingInt(key -> key.values().size())).map(Key::place);
  }

  /** Whether the records are no objects, so that a record is what it says. */
  boolean areTexts() {
    return !hasObjects;
  }

  /** How many different records there were. Each null stands for one that did not come. */
  int different() {
    int most = contents.size();
    for (Key key : keys) {
      most = Math.max(most, key.values().size());
    }
    return most + nulls;
  }

  /** How many records there were. */
  long records() {
    return records;
  }

  /** What names the first record that came twice. */
  Optional<String> repeated() {
    return repeated;
  }

  private static boolean isKeyOf(List<JsonNode> page, JsonPointer candidate) {
    Set<String> values = new HashSet<>();
    return page.stream()
        .map(record -> record.at(candidate))
        .allMatch(value -> isUsable(value) && values.add(value.asText()));
  }

  private static boolean isUsable(JsonNode value) {
    return value.isValueNode() && !value.isNull() && !value.asText().isEmpty();
  }

  private static long hash(JsonNode record, JsonPointer place) {
    JsonNode value = record.at(place);
    return isUsable(value) ? hash(value.asText()) : mix(TreeHash.of(record));
  }

  private String label(JsonNode record) {
    if (keys.isEmpty()) {
      return "the same content";
    }
    JsonPointer place = keys.getFirst().place();
    String value = record.at(place).asText();
    return place.toString().substring(1)
        + " "
        + (value.indexOf('@') >= 0 ? "..." : Shown.of(value));
  }

  static long hash(String text) {
    long hash = 0x9E37_79B9_7F4A_7C15L;
    for (int at = 0; at < text.length(); at++) {
      hash = (hash ^ text.charAt(at)) * 0x0000_0100_0000_01B3L;
      hash ^= hash >>> 29;
    }
    return mix(hash);
  }

  private static long mix(long hash) {
    long mixed = (hash ^ (hash >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
    return mixed ^ (mixed >>> 27);
  }
}
