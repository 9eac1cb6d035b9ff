package dev.seaway.core.resync;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.core.catalog.UpsertResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Words a refusal without the names that only one entity has, so that many refusals for one cause
 * are one remark.
 */
final class Refusal {

  private static final List<String> QUOTES = List.of("\"", "'", "`");
  private static final String ANY = "...";

  /** A shorter name may be a part of an ordinary word or number: it counts in quotes only. */
  private static final int TELLING_LENGTH = 4;

  private Refusal() {}

  /** The catalog's message with the entity's identifier and its relations' targets left out. */
  static String withoutNames(UpsertResult.Refused refusal) {
    String message = refusal.message();
    for (String name : names(refusal.entity().json())) {
      message = without(name, message);
    }
    return message;
  }

  private static String without(String name, String message) {
    String left = message;
    for (String quote : QUOTES) {
      left = left.replace(quote + name + quote, quote + ANY + quote);
    }
    return name.length() < TELLING_LENGTH ? left : left.replace(name, ANY);
  }

  /** The identifier and what the entity relates to, the longest first: it may hold another. */
  private static List<String> names(JsonNode entity) {
    List<String> names = new ArrayList<>();
    add(entity.path("identifier"), names);
    entity.path("relations").forEach(relation -> add(relation, names));
    names.sort(Comparator.comparingInt(String::length).reversed());
    return names;
  }

  private static void add(JsonNode name, List<String> names) {
    if (name.isTextual() && !name.textValue().isEmpty()) {
      names.add(name.textValue());
    } else if (name.isArray()) {
      name.forEach(element -> add(element, names));
    }
  }
}
