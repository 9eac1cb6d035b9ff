package dev.seaway.core.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.ApiResponse;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which of the signs that mean nothing, as {@code ignoredSigns} says, the answers have held: one
 * that none has held is rather misspelled. Thread-safe.
 */
final class IgnoredSigns {

  private static final String ANY = "*";
  private static final String RECORD = "-";

  private final Set<String> unheld = ConcurrentHashMap.newKeySet();
  private final Set<String> held = ConcurrentHashMap.newKeySet();

  /** Takes an answer, and the records found in it. */
  void page(Collection<String> ignored, ApiResponse response, List<JsonNode> records) {
    for (String sign : ignored) {
      if (held.contains(sign)) {
        continue;
      }
      if (isHeld(sign, response, records)) {
        held.add(sign);
        unheld.remove(sign);
      } else if (unheld.add(sign) && held.contains(sign)) {
        unheld.remove(sign);
      }
    }
  }

  /** Those that no answer has held, in the order of the alphabet. */
  List<String> unheld() {
    return unheld.stream().sorted().toList();
  }

  /** A place may also be seen from a record, as it is for {@code itemsToParse}. */
  private static boolean isHeld(String sign, ApiResponse response, List<JsonNode> records) {
    if (!sign.startsWith("/")) {
      return response.header(sign.split("/", 2)[0]).isPresent();
    }
    List<String> way = List.of(sign.substring(1).split("/", -1));
    List<String> below = way.getFirst().equals(RECORD) ? way.subList(1, way.size()) : way;
    return leadsTo(response.body(), way) || records.stream().anyMatch(each -> leadsTo(each, below));
  }

  private static boolean leadsTo(JsonNode node, List<String> way) {
    if (way.isEmpty()) {
      return !node.isMissingNode();
    }
    String step = way.getFirst().replace("~1", "/").replace("~0", "~");
    List<String> rest = way.subList(1, way.size());
    if (node.isArray()) {
      return step.equals(ANY)
          ? node.valueStream().anyMatch(element -> leadsTo(element, rest))
          : leadsTo(node.at("/" + step), rest);
    }
    return node.propertyStream()
        .filter(field -> field.getKey().equalsIgnoreCase(step))
        .map(Map.Entry::getValue)
        .anyMatch(value -> leadsTo(value, rest));
  }
}
