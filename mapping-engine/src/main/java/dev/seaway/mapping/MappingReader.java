package dev.seaway.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.seaway.jq.JqProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code port}: what entities are made of a record. */
final class MappingReader {

  private final Problems problems;
  private final Expressions expressions;

  MappingReader(Problems problems, Expressions expressions) {
    this.problems = problems;
    this.expressions = expressions;
  }

  Optional<Mapping> read(Section port, Optional<JqProgram> query) {
    Optional<Items> items = items(port);
    List<EntityTemplate> templates = new ArrayList<>();
    port.requiredSection("entity")
        .ifPresent(
            entity -> {
              entity.required("mappings").ifPresent(value -> read(entity, value, templates));
              entity.warnOfUnknownKeys();
            });
    port.warnOfUnknownKeys();
    return templates.isEmpty()
        ? Optional.empty()
        : Optional.of(new Mapping(query, items, templates));
  }

  private Optional<Items> items(Section port) {
    Optional<JqProgram> program = expressions.optional(port, Items.FIELD);
    String name = port.text("itemsToParseName").orElse("item");
    boolean withoutArray = port.flag("itemsToParseTopLevelTransform", true);
    return program.map(array -> Items.of(array, name, withoutArray));
  }

  private void read(Section entity, JsonNode mappings, List<EntityTemplate> templates) {
    String path = entity.path("mappings");
    EntityReader reader = new EntityReader(problems, expressions);
    if (!(mappings instanceof ArrayNode list)) {
      reader.read(mappings, path).ifPresent(templates::add);
      return;
    }
    if (list.isEmpty()) {
      problems.error(path, "is empty, so that no entity would be made.");
    }
    for (int index = 0; index < list.size(); index++) {
      reader.read(list.get(index), "%s[%d]".formatted(path, index)).ifPresent(templates::add);
    }
  }
}
