package dev.seaway.connector.custom;

import com.fasterxml.jackson.core.JsonPointer;
import dev.seaway.connector.Connector;
import dev.seaway.connector.Source;
import dev.seaway.connector.rest.RestConfig;

/**
 * Any REST API: a kind is a path, and the mapping's {@code data_path} says where the records lie.
 */
public final class CustomConnector implements Connector<RestConfig> {

  @Override
  public String name() {
    return "custom";
  }

  @Override
  public Class<RestConfig> configType() {
    return RestConfig.class;
  }

  @Override
  public Source source(RestConfig config) {
    if (config.webhookSecret().isPresent()) {
      throw new IllegalArgumentException(
          "webhookSecret has no use for type custom, which knows no tool's webhooks; remove it");
    }
    return config.source(JsonPointer.empty());
  }
}
