package dev.seaway.service;

import dev.seaway.core.config.AppConfig;
import dev.seaway.jq.JqEngine;
import dev.seaway.jq.Programs;
import dev.seaway.mapping.jackson.JacksonJq;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The engine of jq that the user has chosen. */
final class JqEngines {

  private static final Logger log = LoggerFactory.getLogger(JqEngines.class);

  private JqEngines() {}

  static JqEngine of(AppConfig loaded) {
    return switch (loaded.settings().jqEngine()) {
      case SEAWAY -> Programs.of(loaded.environment());
      case JACKSON_JQ -> {
        log.warn(
            "jackson-jq evaluates the mapping's expressions, without limits of time and memory."
                + " Remove OCEAN__SEAWAY__JQ_ENGINE to limit both");
        yield JacksonJq.of(loaded.environment());
      }
    };
  }
}
