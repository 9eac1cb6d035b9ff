package dev.seaway.jq;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * jq's order of all values: null, false, true, numbers, texts, arrays, objects.
 *
 * @param total whether nan equals itself, which sorting needs; in jq it is less than itself
 */
record Order(Run run, boolean total) implements Comparator<JsonNode> {

  Order(Run run) {
    this(run, false);
  }

  List<String> keys(JsonNode object) {
    List<String> keys = new ArrayList<>(object.size());
    object.fieldNames().forEachRemaining(keys::add);
    keys.sort(this::texts);
    return keys;
  }

  @Override
  public int compare(JsonNode left, JsonNode right) {
    run.step();
    int rank = rank(left);
    int ranks = Integer.compare(rank, rank(right));
    if (ranks != 0) {
      return ranks;
    }
    return switch (rank) {
      case 3 ->
          total && Numbers.isNan(left) && Numbers.isNan(right) ? 0 : Numbers.compare(left, right);
      case 4 -> texts(left.textValue(), right.textValue());
      case 5, 6 -> containers(left, right);
      default -> 0;
    };
  }

  boolean equal(JsonNode left, JsonNode right) {
    return compare(left, right) == 0;
  }

  private int containers(JsonNode left, JsonNode right) {
    run.down(2);
    int order = left.isArray() ? arrays(left, right) : objects(left, right);
    run.up(2);
    return order;
  }

  private int texts(String left, String right) {
    run.work(1 + (Math.min(left.length(), right.length()) >> 5));
    return Texts.compare(left, right);
  }

  private int arrays(JsonNode left, JsonNode right) {
    int shared = Math.min(left.size(), right.size());
    for (int i = 0; i < shared; i++) {
      int order = compare(left.get(i), right.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.size(), right.size());
  }

  /** First by their sorted keys, then by the values in the order of the keys. */
  private int objects(JsonNode left, JsonNode right) {
    run.work(left.size() + right.size());
    List<String> keys = keys(left);
    int order = lists(keys, keys(right));
    for (int i = 0; order == 0 && i < keys.size(); i++) {
      order = compare(left.get(keys.get(i)), right.get(keys.get(i)));
    }
    return order;
  }

  private int lists(List<String> left, List<String> right) {
    int shared = Math.min(left.size(), right.size());
    for (int i = 0; i < shared; i++) {
      int order = texts(left.get(i), right.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.size(), right.size());
  }

  private static int rank(JsonNode value) {
    return switch (value.getNodeType()) {
      case NULL, MISSING -> 0;
      case BOOLEAN -> value.booleanValue() ? 2 : 1;
      case NUMBER -> 3;
      case STRING, BINARY -> 4;
      case ARRAY -> 5;
      case OBJECT, POJO -> 6;
    };
  }
}
