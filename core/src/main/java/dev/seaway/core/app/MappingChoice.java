package dev.seaway.core.app;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.core.SeawayException;
import dev.seaway.core.SeawayException.Category;
import dev.seaway.core.config.MappingFile;
import dev.seaway.core.config.Settings;
import dev.seaway.core.plugin.Resources;
import dev.seaway.mapping.MappingDocument;
import dev.seaway.mapping.MappingDocument.Parsed;
import dev.seaway.mapping.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The mapping of a run: the file that the user names, else what the catalog holds, else the
 * connector's default.
 *
 * @param origin where it comes from, for people
 */
record MappingChoice(String origin, JsonNode json) {

  private static final Logger log = LoggerFactory.getLogger(MappingChoice.class);

  static MappingChoice of(Settings settings, Optional<JsonNode> catalogState, Resources defaults) {
    return settings
        .mappingFile()
        .map(file -> new MappingChoice(file.toString(), MappingFile.read(file)))
        .or(
            () ->
                catalogState
                    .map(state -> state.path("config"))
                    .filter(config -> !config.path("resources").isEmpty())
                    .map(
                        config ->
                            new MappingChoice(
                                "the catalog's integration " + settings.identifier(), config)))
        .or(
            () ->
                defaults
                    .mapping()
                    .map(
                        mapping ->
                            new MappingChoice(
                                "the default mapping of " + settings.type(), mapping)))
        .orElseThrow(
            () ->
                new SeawayException(
                    Category.USER,
                    "There is no mapping, so nothing would be synced. Name a file with"
                        + " OCEAN__CONFIG_PATH, or give the integration "
                        + settings.identifier()
                        + " a mapping in the catalog."));
  }

  /**
   * All faults are thrown together; warnings are logged, and are faults where the user wants it
   * strict.
   */
  MappingDocument parse(Settings settings) {
    Parsed parsed = MappingDocument.parse(json, settings.allowEnvironmentInMappings());
    List<Problem> faults =
        parsed.problems().stream()
            .filter(problem -> settings.strict() || problem.severity() == Problem.Severity.ERROR)
            .toList();
    if (!faults.isEmpty() || parsed.document().isEmpty()) {
      throw new SeawayException(
          Category.USER,
          faults.stream()
              .map(fault -> "  " + fault.path() + ": " + fault.message())
              .collect(
                  Collectors.joining(
                      "\n",
                      "The mapping ("
                          + origin
                          + ") has "
                          + faults.size()
                          + (faults.size() == 1 ? " fault:\n" : " faults:\n"),
                      "")));
    }
    parsed
        .problems()
        .forEach(
            warning ->
                log.warn("The mapping ({}): {}: {}", origin, warning.path(), warning.message()));
    return parsed.document().get();
  }
}
