package dev.seaway.core.config;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.core.SeawayException;
import java.nio.file.Path;

/** Reads a mapping that the user keeps in a file. */
public final class MappingFile {

  private MappingFile() {}

  /**
   * The mapping, as JSON. A file whose name ends in {@code .json} is read as JSON, any other as
   * YAML.
   */
  public static JsonNode read(Path file) {
    try {
      String text =
          TextFile.read(file).orElseThrow(() -> new InvalidValue("there is no such file"));
      return parse(text, file.toString());
    } catch (InvalidValue e) {
      throw new SeawayException(
          SeawayException.Category.USER, "The mapping " + file + " is at fault: " + e.reason(), e);
    }
  }

  /**
   * The mapping that is this text.
   *
   * @param name of the file that holds it
   * @throws IllegalArgumentException that says what is wrong and where
   */
  public static JsonNode parse(String text, String name) {
    JsonNode mapping =
        name.endsWith(".json")
            ? Json.parse(text)
            : YamlDocument.parse(text).orElseThrow(() -> new InvalidValue("the file is empty"));
    if (!mapping.isObject()) {
      throw new InvalidValue("a mapping is an object with the key resources, but this is not one");
    }
    return mapping;
  }
}
