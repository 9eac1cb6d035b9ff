package dev.seaway.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.seaway.jq.JqProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the top level of a document and its resources. */
final class DocumentReader {

  private static final double DEFAULT_THRESHOLD = 0.9;

  private final Problems problems;
  private final Expressions expressions;

  DocumentReader(Problems problems, Expressions expressions) {
    this.problems = problems;
    this.expressions = expressions;
  }

  Optional<MappingDocument> read(Section document) {
    MappingDocument read =
        new MappingDocument(
            document.flag("deleteDependentEntities", true),
            document.flag("createMissingRelatedEntities", true),
            document.flag("enableMergeEntity", true),
            threshold(document),
            resources(document));
    document.warnOfUnknownKeys();
    return Optional.of(read);
  }

  private double threshold(Section document) {
    String key = "entityDeletionThreshold";
    Optional<JsonNode> value = document.value(key);
    if (value.isPresent() && !isShare(value.get())) {
      problems.error(
          document.path(key),
          "must be a number from 0 (delete nothing) to 1, but is %s."
              .formatted(Section.shown(value.get())));
    }
    return value.map(JsonNode::doubleValue).orElse(DEFAULT_THRESHOLD);
  }

  private static boolean isShare(JsonNode value) {
    return value.isNumber() && value.doubleValue() >= 0 && value.doubleValue() <= 1;
  }

  private List<Resource> resources(Section document) {
    Optional<JsonNode> value = document.value("resources");
    String path = document.path("resources");
    if (value.isPresent() && !value.get().isArray()) {
      problems.error(path, "must be a list, but is %s.".formatted(Section.shown(value.get())));
      return List.of();
    }
    if (value.isEmpty() || value.get().isEmpty()) {
      problems.error(
          path,
          (value.isEmpty() ? "is missing" : "is empty")
              + ", so nothing would be synced. List at least one kind with its mapping.");
      return List.of();
    }
    return resources((ArrayNode) value.get(), path);
  }

  private List<Resource> resources(ArrayNode list, String path) {
    List<Resource> resources = new ArrayList<>();
    for (int index = 0; index < list.size(); index++) {
      resource(index, list.get(index), "%s[%d]".formatted(path, index)).ifPresent(resources::add);
    }
    return resources;
  }

  private Optional<Resource> resource(int index, JsonNode value, String path) {
    Optional<Section> section = Section.of(value, path, problems);
    if (section.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> kind = section.get().requiredText("kind");
    Optional<Section> selection = section.get().section("selector");
    Optional<JqProgram> query = selection.flatMap(given -> expressions.optional(given, "query"));
    Optional<Selector> selector =
        new SelectorReader(problems, expressions).read(kind.orElse(""), selection);
    Optional<Mapping> mapping =
        section
            .get()
            .requiredSection("port")
            .flatMap(port -> new MappingReader(problems, expressions).read(port, query));
    section.get().warnOfUnknownKeys();
    return kind.isPresent() && selector.isPresent() && mapping.isPresent()
        ? Optional.of(new Resource(index, kind.get(), selector.get(), mapping.get()))
        : Optional.empty();
  }
}
