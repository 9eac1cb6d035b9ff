package dev.seaway.catalog.blueprint;

import dev.seaway.catalog.wire.Refusal;
import dev.seaway.store.Session;

/** What a change of a blueprint does to the entities that it has already. */
final class BlueprintChange {
  private final Session writer;
  private final Blueprint before;
  private final Blueprint after;

  BlueprintChange(Session writer, Blueprint before, Blueprint after) {
    this.writer = writer;
    this.before = before;
    this.after = after;
  }

  void apply() {
    before.relations().forEach(this::checkRelation);
    before.properties().keySet().stream()
        .filter(name -> !after.properties().containsKey(name))
        .forEach(name -> strip("properties", name));
    before.relations().keySet().stream()
        .filter(name -> !after.relations().containsKey(name))
        .forEach(this::dropRelation);
  }

  private void checkRelation(String name, RelationRule old) {
    RelationRule now = after.relations().get(name);
    boolean sameShape =
        now == null || (now.target().equals(old.target()) && now.many() == old.many());
    if (!sameShape && used(name)) {
      throw Refusal.invalid(
          "Relation \"%s\" of blueprint \"%s\" is in use: its target and \"many\" cannot change. Add another relation."
              .formatted(name, before.identifier()));
    }
  }

  private boolean used(String relation) {
    return writer
        .first(
            "SELECT 1 FROM entity WHERE blueprint = ? AND json_type(content, ?) IS NOT NULL",
            row -> true,
            before.identifier(),
            path("relations", relation))
        .isPresent();
  }

  private void dropRelation(String name) {
    writer.update(
        "DELETE FROM relation WHERE name = ? AND source IN (SELECT id FROM entity WHERE blueprint ="
            + " ?)",
        name,
        before.identifier());
    strip("relations", name);
  }

  private void strip(String part, String name) {
    String path = path(part, name);
    writer.update(
        "UPDATE entity SET content = json_remove(content, ?) WHERE blueprint = ? AND"
            + " json_type(content, ?) IS NOT NULL",
        path,
        before.identifier(),
        path);
  }

  private static String path(String part, String name) {
    return "$.%s.\"%s\"".formatted(part, name);
  }
}
