package dev.seaway.core.evidence;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells the different records of one list apart. The first page decides by which field: the first
 * one that every record of it has, with a value of its own. Where there is none, a record is what
 * it holds. Not thread-safe.
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

  private final List<JsonPointer> candidates;
  private final LongSet different = new LongSet();
  private @Nullable JsonPointer key;
  private boolean isChosen;
  private long records;
  private int nulls;
  private Optional<String> repeated = Optional.empty();

  /**
   * @param declared tried before the usual fields
   */
  RecordKeys(List<JsonPointer> declared) {
    this.candidates = Stream.concat(declared.stream(), USUAL.stream()).toList();
  }

  /** Adds a page's records; gives how many of them are new. */
  int add(List<JsonNode> page) {
    if (!isChosen) {
      choose(page.stream().filter(record -> !record.isNull()).toList());
    }
    int before = different.size();
    records += page.size();
    for (JsonNode record : page) {
      if (record.isNull()) {
        nulls++;
      } else if (!different.add(hash(record)) && repeated.isEmpty()) {
        repeated = Optional.of(label(record));
      }
    }
    return different.size() - before;
  }

  private void choose(List<JsonNode> page) {
    if (!page.isEmpty()) {
      key =
          candidates.stream()
              .filter(candidate -> isKeyOf(page, candidate))
              .findFirst()
              .orElse(null);
      isChosen = true;
    }
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
    return candidates.stream().map(record::at).anyMatch(RecordKeys::isUsable);
  }

  /** Whether all of these have come before. */
  boolean knows(List<JsonNode> page) {
    for (JsonNode record : page) {
      if (!different.contains(hash(record))) {
        return false;
      }
    }
    return true;
  }

  /** Whether the first page's records have a field that tells them apart. */
  boolean hasField() {
    return key != null;
  }

  /** How many different records there were. Each null stands for one that did not come. */
  int different() {
    return different.size() + nulls;
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

  private long hash(JsonNode record) {
    JsonNode value = key == null ? MissingNode.getInstance() : record.at(key);
    return isUsable(value) ? hash(value.asText()) : mix(TreeHash.of(record));
  }

  private String label(JsonNode record) {
    if (key == null) {
      return "the same content";
    }
    String value = record.at(key).asText();
    return key.toString().substring(1) + " " + (value.indexOf('@') >= 0 ? "..." : Shown.of(value));
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
