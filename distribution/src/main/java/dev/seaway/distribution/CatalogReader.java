package dev.seaway.distribution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.seaway.core.SeawayException;
import dev.seaway.core.SeawayException.Category;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Looks into a catalog over its API, as any user would: for the end of the demonstration. */
final class CatalogReader implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client = HttpClient.newHttpClient();
  private final Engine.OpenCatalog catalog;

  CatalogReader(Engine.OpenCatalog catalog) {
    this.catalog = catalog;
  }

  /** The first entities of every blueprint, at most so many of each. */
  List<JsonNode> examples(int ofEach) {
    String token = token();
    List<JsonNode> examples = new ArrayList<>();
    for (JsonNode blueprint : get("/v1/blueprints", token).path("blueprints")) {
      String name = encode(blueprint.path("identifier").asText());
      JsonNode entities = get("/v1/blueprints/" + name + "/entities", token).path("entities");
      for (int i = 0; i < Math.min(ofEach, entities.size()); i++) {
        examples.add(entities.get(i));
      }
    }
    return examples;
  }

  @Override
  public void close() {
    client.close();
  }

  private String token() {
    JsonNode credentials =
        JsonNodeFactory.instance
            .objectNode()
            .put("clientId", catalog.clientId())
            .put("clientSecret", catalog.clientSecret());
    HttpRequest request =
        request("/v1/auth/access_token")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(credentials.toString()))
            .build();
    return send(request).path("accessToken").asText();
  }

  private JsonNode get(String path, String token) {
    return send(request(path).header("Authorization", "Bearer " + token).build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(catalog.address() + path)).timeout(PATIENCE);
  }

  private JsonNode send(HttpRequest request) {
    try {
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw failed(request, "it answered " + response.statusCode(), null);
      }
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw failed(request, String.valueOf(e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(request, "this was interrupted", e);
    }
  }

  private static SeawayException failed(
      HttpRequest request, String why, @org.jspecify.annotations.Nullable Throwable cause) {
    return new SeawayException(
        Category.EXTERNAL, "The catalog at " + request.uri() + " cannot be read: " + why, cause);
  }

  private static String encode(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
