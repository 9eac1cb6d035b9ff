package dev.seaway.core.plugin;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.seaway.connector.Connector;
import dev.seaway.core.SeawayException;
import dev.seaway.core.config.MappingFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The defaults for the catalog that a connector brings beside its class. */
public record Resources(Optional<JsonNode> blueprints, Optional<JsonNode> mapping) {

  private interface Format {
    JsonNode parse(String text) throws IOException;
  }

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** Reads {@code connectors/<name>/blueprints.json} and {@code connectors/<name>/mapping.yml}. */
  public static Resources of(Connector<?> connector) {
    return new Resources(
        read(connector, "blueprints.json", Resources::blueprints),
        read(connector, "mapping.yml", text -> MappingFile.parse(text, "mapping.yml")));
  }

  private static Optional<JsonNode> read(Connector<?> connector, String name, Format format) {
    String path = "connectors/" + connector.name() + "/" + name;
    ClassLoader loader = connector.getClass().getClassLoader();
    return Optional.ofNullable(loader.getResource(path))
        .map(url -> read(connector, url, path, format));
  }

  private static JsonNode read(Connector<?> connector, URL url, String path, Format format) {
    try (InputStream content = open(url)) {
      return format.parse(new String(content.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException | IllegalArgumentException e) {
      throw new SeawayException(
          SeawayException.Category.INTERNAL,
          "The connector %s brings a malformed %s: %s"
              .formatted(connector.name(), path, e.getMessage()),
          e);
    }
  }

  private static JsonNode blueprints(String text) throws IOException {
    JsonNode blueprints = JSON.readTree(text);
    if (!blueprints.isContainerNode()) {
      throw new IllegalArgumentException("it holds no blueprints");
    }
    return blueprints;
  }

  /** Without the JDK's cache, which would keep a plug-in's jar open. */
  private static InputStream open(URL url) throws IOException {
    URLConnection connection = url.openConnection();
    connection.setUseCaches(false);
    return connection.getInputStream();
  }
}
