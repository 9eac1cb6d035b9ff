package dev.seaway.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The chart of this module, as Helm renders it. */
final class Chart {

  static final Path FOLDER = Path.of("seaway");
  static final YAMLMapper YAML = new YAMLMapper();

  private Chart() {}

  /** The values files that the chart is tried with. */
  static Stream<Path> examples() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER.resolve("ci"))) {
      return files.sorted().toList().stream();
    }
  }

  static Path example(String name) {
    return FOLDER.resolve("ci").resolve(name + "-values.yaml");
  }

  static Rendered render(Path values) {
    return new Rendered(objects(command().withValuesFile(values).call()));
  }

  /** Renders with a second values file that has this text. */
  static Rendered render(Path values, String more) {
    try {
      Path second = Files.writeString(Files.createTempFile("more", ".yaml"), more);
      try {
        return new Rendered(
            objects(command().withValuesFile(values).withValuesFile(second).call()));
      } finally {
        Files.delete(second);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Renders with values as {@code --set} takes them, such as {@code port.clientId=me}. */
  static Rendered set(Path values, String... assignments) {
    TemplateCommand command = command().withValuesFile(values);
    for (String assignment : assignments) {
      String[] sides = assignment.split("=", 2);
      command.set(sides[0], sides[1]);
    }
    return new Rendered(objects(command.call()));
  }

  private static TemplateCommand command() {
    return new Helm(FOLDER)
        .template()
        .withName("demo")
        .withNamespace("tools")
        .withKubeVersion("1.34.0");
  }

  private static List<JsonNode> objects(String text) {
    try (MappingIterator<JsonNode> documents = YAML.readerFor(JsonNode.class).readValues(text)) {
      return documents.readAll().stream().filter(JsonNode::isObject).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(text, e);
    }
  }
}
