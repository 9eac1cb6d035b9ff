package dev.seaway.core.config;

import java.util.Map;
import java.util.Set;

/** Keys of Port Ocean that Seaway accepts without effect, and why they have none. */
final class IgnoredKeys {

  private static final String EVENTS = "Seaway's live events need no such option";

  private static final Map<String, String> REASONS =
      Map.ofEntries(
          Map.entry("lakehouseEnabled", "Seaway writes to the catalog only"),
          Map.entry("processingMode", "Seaway maps the records itself"),
          Map.entry("streaming", "Seaway reads every list page by page"),
          Map.entry("processExecutionMode", "Seaway runs in one process"),
          Map.entry("cachingStorageMode", "Seaway keeps nothing that would need a cache on disk"),
          Map.entry("actionsProcessor", "Seaway runs no actions"),
          Map.entry("baseUrl", EVENTS),
          Map.entry("pathPrefix", EVENTS),
          Map.entry(
              "maxEventProcessingSeconds",
              "each call for an event has its own limit of time, and what fails is tried again"),
          Map.entry("metrics", "Seaway's metrics need no switch"),
          Map.entry("runtime", "Seaway behaves the same wherever it runs"),
          Map.entry("resourcesPath", "the connector brings its resources"),
          Map.entry("yieldItemsToParse", "Seaway maps item by item"),
          Map.entry("yieldItemsToParseBatchSize", "Seaway maps item by item"),
          Map.entry(
              "resources", "the mapping is read from OCEAN__CONFIG_PATH or from the catalog"));

  private IgnoredKeys() {}

  static Set<String> names() {
    return REASONS.keySet();
  }

  /** Reports what stands in a group beside the keys that are used. */
  static void reportBelow(ConfigNode group, Set<String> used, Problems problems) {
    group
        .below()
        .forEach(
            (name, setting) ->
                setting
                    .example()
                    .filter(_ -> !used.contains(name))
                    .ifPresent(
                        given ->
                            problems.warning(
                                given.key(), "is accepted and ignored, because " + EVENTS)));
  }

  static void report(ConfigNode root, Problems problems) {
    REASONS.forEach(
        (name, reason) ->
            root.at(name)
                .example()
                .ifPresent(
                    given ->
                        problems.warning(
                            given.key(), "is accepted and ignored, because " + reason)));
  }
}
