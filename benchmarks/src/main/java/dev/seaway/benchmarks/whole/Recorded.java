package dev.seaway.benchmarks.whole;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The ratios to the floor that were kept earlier, to notice when they get worse. */
final class Recorded {

  private static final double TOLERANCE = 1.3;
  private static final JsonMapper JSON = new JsonMapper();

  private final Path file;
  private final ObjectNode ratios;

  private Recorded(Path file, ObjectNode ratios) {
    this.file = file;
    this.ratios = ratios;
  }

  static Recorded read(Path file) throws IOException {
    return new Recorded(
        file,
        Files.exists(file)
            ? (ObjectNode) JSON.readTree(Files.readString(file))
            : JSON.createObjectNode());
  }

  /** What is worse than recorded by more than 30 percent; what was never recorded passes. */
  List<String> worse(List<Comparison> comparisons) {
    List<String> worse = new ArrayList<>();
    for (Comparison comparison : comparisons) {
      String name = comparison.scenario().name();
      compare(name, "wall", comparison.wallRatio(), worse);
      compare(name, "processor", comparison.processorRatio(), worse);
    }
    return worse;
  }

  private void compare(String name, String measure, double now, List<String> worse) {
    JsonNode then = ratios.path(name).path(measure);
    if (then.isNumber() && now > then.asDouble() * TOLERANCE) {
      worse.add(
          String.format(
              Locale.ROOT,
              "%s: %s is %.1f times the floor's; recorded is %.1f",
              name,
              measure,
              now,
              then.asDouble()));
    }
  }

  /** Keeps these ratios; those of other scenarios stay. */
  void keep(List<Comparison> comparisons) throws IOException {
    for (Comparison comparison : comparisons) {
      ratios
          .putObject(comparison.scenario().name())
          .put("wall", rounded(comparison.wallRatio()))
          .put("processor", rounded(comparison.processorRatio()));
    }
    Files.writeString(
        file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(ratios) + "\n");
  }

  private static double rounded(double ratio) {
    return Math.round(ratio * 100) / 100.0;
  }
}
