package dev.seaway.service;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.core.SeawayException;
import dev.seaway.core.SeawayException.Category;
import dev.seaway.core.config.MappingFile;
import dev.seaway.core.config.PortResourcesOrigin;
import dev.seaway.core.config.Settings;
import dev.seaway.core.plugin.Resources;
import dev.seaway.jq.JqEngine;
import dev.seaway.mapping.MappingDocument;
import dev.seaway.mapping.MappingDocument.Parsed;
import dev.seaway.mapping.MappingProblem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    return find(settings, catalogState, defaults)
        .orElseThrow(
            () ->
                new SeawayException(
                    Category.USER,
                    "There is no mapping, so nothing would be synced. Name a file with"
                        + " OCEAN__CONFIG_PATH, or give the integration "
                        + settings.identifier()
                        + " a mapping in the catalog."));
  }

  /** The same; empty where there is none. */
  static Optional<MappingChoice> find(
      Settings settings, Optional<JsonNode> catalogState, Resources defaults) {
    return ofFile(settings)
        .or(() -> ofCatalog(settings, catalogState))
        .or(() -> ofConnector(settings, defaults));
  }

  private static Optional<MappingChoice> ofFile(Settings settings) {
    return settings
        .mappingFile()
        .map(file -> new MappingChoice(file.toString(), MappingFile.read(file)));
  }

  private static Optional<MappingChoice> ofCatalog(Settings settings, Optional<JsonNode> state) {
    String origin = "the catalog's integration " + settings.identifier();
    return state
        .map(integration -> integration.path("config"))
        .filter(config -> !isWithoutResources(config))
        .map(config -> new MappingChoice(origin, config));
  }

  /** The catalog has none yet; anything but an empty list is a mapping, and may have faults. */
  static boolean isWithoutResources(JsonNode config) {
    JsonNode resources = config.path("resources");
    return config.isNull()
        || config.isMissingNode()
        || (config.isObject() && (resources.isMissingNode() || resources.isNull()))
        || (resources.isArray() && resources.isEmpty());
  }

  private static Optional<MappingChoice> ofConnector(Settings settings, Resources defaults) {
    String origin = "the default mapping of " + settings.type();
    return defaults
        .mapping()
        .filter(_ -> settings.createPortResourcesOrigin() == PortResourcesOrigin.DEFAULT)
        .map(mapping -> new MappingChoice(origin, mapping));
  }

  /**
   * All faults are thrown together; warnings are logged, and are faults where the user wants it
   * strict.
   *
   * @param jq compiles the expressions
   */
  MappingDocument parse(Settings settings, JqEngine jq) {
    MappingDocument document = check(settings, jq);
    log.info("The mapping is {}", origin);
    if (!settings.strict()) {
      parsed(jq).problems().forEach(this::warn);
    }
    return document;
  }

  /** The same, without a word in the log. */
  MappingDocument check(Settings settings, JqEngine jq) {
    Parsed parsed = parsed(jq);
    List<MappingProblem> methods =
        settings.allowChangingMethods()
            ? List.of()
            : parsed.document().map(ChangingMethods::faults).orElse(List.of());
    List<MappingProblem> faults =
        Stream.concat(parsed.problems().stream(), methods.stream())
            .filter(
                problem -> settings.strict() || problem.severity() == MappingProblem.Severity.ERROR)
            .toList();
    if (!faults.isEmpty() || parsed.document().isEmpty()) {
      List<MappingProblem> warnings =
          parsed.problems().stream().filter(problem -> !faults.contains(problem)).toList();
      throw new SeawayException(
          Category.USER,
          "The mapping ("
              + origin
              + ") has "
              + faults.size()
              + (faults.size() == 1 ? " fault:" : " faults:")
              + lines(faults)
              + (warnings.isEmpty() ? "" : "\nWarnings:" + lines(warnings)));
    }
    return parsed.document().get();
  }

  private Parsed parsed(JqEngine jq) {
    return MappingDocument.parse(json, jq);
  }

  private void warn(MappingProblem warning) {
    log.warn("The mapping ({}): {}: {}", origin, warning.path(), warning.message());
  }

  private static String lines(List<MappingProblem> problems) {
    return problems.stream()
        .map(problem -> "\n  " + problem.path() + ": " + problem.message())
        .collect(Collectors.joining());
  }
}
