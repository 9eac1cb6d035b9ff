package dev.seaway.core.resync;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The list in an answer from which a data_path takes its records. Paging goes by what came over the
 * wire, and a data_path may filter.
 */
final class WireList {

  private static final Pattern PATH =
      Pattern.compile(
          "^[\\s\\[(]*+((?:\\.[A-Za-z_][A-Za-z0-9_]*)+)(?=\\s*(?:\\||//|\\[]|]|\\)|$))");
  private static final Pattern WHOLE_BODY =
      Pattern.compile("^[\\s\\[(]*+(?:\\.\\[]|map\\(|\\.\\s*(?:\\||$))");
  private static final Pattern VARIABLE = Pattern.compile("\\bas\\b");

  private WireList() {}

  /** Empty where it cannot be told how many records came. */
  static Optional<List<JsonNode>> of(String dataPath, JsonNode body, List<JsonNode> records) {
    Optional<List<JsonNode>> named =
        named(dataPath, body).filter(list -> !list.isEmpty() || records.isEmpty());
    return named.isPresent() || isUntold(body, records) ? named : Optional.of(records);
  }

  /**
   * Whether the data_path is a plain path, and the answer says in so many words that it is null.
   */
  static boolean isNull(String dataPath, JsonNode body) {
    Matcher path = PATH.matcher(dataPath);
    return path.lookingAt()
        && path.group(1).equals(dataPath.strip())
        && body.at(path.group(1).replace('.', '/')).isNull();
  }

  /** The list that the data_path begins with, if it begins with a plain path. */
  private static Optional<List<JsonNode>> named(String dataPath, JsonNode body) {
    if (VARIABLE.matcher(dataPath).find()) {
      return Optional.empty();
    }
    Matcher path = PATH.matcher(dataPath);
    JsonNode found =
        path.lookingAt()
            ? body.at(path.group(1).replace('.', '/'))
            : WHOLE_BODY.matcher(dataPath).lookingAt() ? body : body.path("");
    return Optional.of(found).filter(JsonNode::isArray).map(PointerRecords::list);
  }

  /** Records that are no list of the answer as it stands may be more or fewer than came. */
  private static boolean isUntold(JsonNode body, List<JsonNode> records) {
    return records.isEmpty() ? holdsRecords(body) : !holds(body, records);
  }

  private static boolean holdsRecords(JsonNode value) {
    return (value.isArray() && value.valueStream().anyMatch(JsonNode::isContainerNode))
        || value.valueStream().anyMatch(WireList::holdsRecords);
  }

  private static boolean holds(JsonNode value, List<JsonNode> records) {
    return (value.isArray() && isSame(value, records))
        || value.valueStream().anyMatch(inner -> holds(inner, records));
  }

  /** The same nodes, not just equal ones. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(JsonNode array, List<JsonNode> records) {
    if (array.size() != records.size()) {
      return false;
    }
    for (int index = 0; index < array.size(); index++) {
      if (array.get(index) != records.get(index)) {
        return false;
      }
    }
    return true;
  }
}
