package dev.seaway.core.config;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.core.SeawayException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the definitions of blueprints that a user keeps in {@code blueprints.json}. */
public final class BlueprintFile {

  /** The name of the file; it lies in the folder of the mapping file. */
  public static final String NAME = "blueprints.json";

  private BlueprintFile() {}

  /** The definitions, a JSON array; none where there is no such file beside this mapping. */
  public static Optional<JsonNode> beside(Path mappingFile) {
    Path file = mappingFile.toAbsolutePath().resolveSibling(NAME);
    try {
      return TextFile.read(file).map(BlueprintFile::parse);
    } catch (InvalidValue e) {
      throw new SeawayException(
          SeawayException.Category.USER, "The file " + file + " is at fault: " + e.reason(), e);
    }
  }

  private static JsonNode parse(String text) {
    JsonNode definitions = Json.parse(text);
    if (!definitions.isArray()) {
      throw new InvalidValue("it must be a JSON list of blueprints: [{\"identifier\": ...}, ...]");
    }
    int number = 0;
    for (JsonNode definition : definitions) {
      number++;
      if (definition.path("identifier").asText().isBlank()) {
        throw new InvalidValue("blueprint " + number + " of the list has no identifier");
      }
    }
    return definitions;
  }
}
