package dev.seaway.catalog.blueprint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.catalog.wire.Json;
import dev.seaway.catalog.wire.Refusal;
import dev.seaway.store.Session;
import java.util.List;

/** The deletion of a blueprint that nothing needs any more. */
final class BlueprintRemoval {
  private final Session writer;
  private final Blueprint blueprint;

  BlueprintRemoval(Session writer, Blueprint blueprint) {
    this.writer = writer;
    this.blueprint = blueprint;
  }

  void apply() {
    refuseWithEntities();
    refuseWithRelations();
    writer.update("DELETE FROM blueprint WHERE identifier = ?", blueprint.identifier());
  }

  private void refuseWithEntities() {
    if (writer
        .first("SELECT 1 FROM entity WHERE blueprint = ?", row -> true, blueprint.identifier())
        .isPresent()) {
      throw new Refusal(
          422,
          "has_dependents",
          "Blueprint \"%s\" still has entities. Delete those first."
              .formatted(blueprint.identifier()));
    }
  }

  private void refuseWithRelations() {
    List<String> dependents =
        writer
            .list(
                "SELECT document FROM blueprint WHERE identifier <> ?",
                row -> Json.readStored(row.getString(1)),
                blueprint.identifier())
            .stream()
            .filter(document -> relates(document.path("relations")))
            .map(document -> document.path("identifier").asText())
            .toList();
    if (!dependents.isEmpty()) {
      throw new Refusal(
          422,
          "has_dependents",
          "Blueprint \"%s\" is the target of relations of %s. Remove those relations first."
              .formatted(blueprint.identifier(), dependents));
    }
  }

  private boolean relates(JsonNode relations) {
    for (JsonNode relation : relations) {
      if (relation.path("target").asText().equals(blueprint.identifier())) {
        return true;
      }
    }
    return false;
  }
}
