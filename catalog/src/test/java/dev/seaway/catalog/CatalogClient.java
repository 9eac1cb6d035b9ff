package dev.seaway.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;

/** A catalog behind real HTTP, and a client of it that holds a token. */
final class CatalogClient implements AutoCloseable {
  static final ObjectMapper MAPPER = new ObjectMapper();
  static final String WRITER = "port-ocean/custom/1/it/exporter";

  final TestClock clock = new TestClock();
  final EmbeddedCatalog catalog;
  final CatalogServer server;
  private final HttpClient http = HttpClient.newHttpClient();
  private String token = "";
  private String userAgent = WRITER;

  CatalogClient(Path folder) {
    catalog = EmbeddedCatalog.open(folder.resolve("data/catalog.db"), clock);
    server = catalog.serve("127.0.0.1", 0);
    login();
  }

  /** An answer: its status, and its body as JSON. */
  record Reply(int status, JsonNode body) {
    String error() {
      return body.path("error").asText();
    }

    String message() {
      return body.path("message").asText();
    }
  }

  void login() {
    token = token(catalog.credentials()).body().path("accessToken").asText();
  }

  Reply token(Credentials credentials) {
    return post(
        "/v1/auth/access_token",
        "{'clientId':'%s','clientSecret':'%s'}"
            .formatted(credentials.clientId(), credentials.clientSecret()));
  }

  void use(String otherToken) {
    token = otherToken;
  }

  String token() {
    return token;
  }

  void writeAs(String otherUserAgent) {
    userAgent = otherUserAgent;
  }

  Reply get(String path) {
    return call("GET", path, "");
  }

  Reply delete(String path) {
    return call("DELETE", path, "");
  }

  /** Posts JSON, in which single quotes stand for double ones. */
  Reply post(String path, String json) {
    return call("POST", path, json);
  }

  Reply call(String method, String path, String json) {
    return send(method, path, json.replace('\'', '"'));
  }

  Reply send(String method, String path, String body) {
    HttpResponse<String> response = raw(method, path, body);
    return new Reply(response.statusCode(), parsed(response.body()));
  }

  HttpResponse<String> raw(String method, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.address() + path))
            .method(method, BodyPublishers.ofString(body))
            .header("Authorization", "Bearer " + token)
            .header("User-Agent", userAgent)
            .header("Content-Type", "application/json")
            .build();
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Reads JSON in which single quotes stand for double ones. */
  static JsonNode json(String text) {
    return parsed(text.replace('\'', '"'));
  }

  private static JsonNode parsed(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }

  void blueprint(String json) {
    Reply reply = post("/v1/blueprints", json);
    if (reply.status() != 201) {
      throw new AssertionError(reply);
    }
  }

  /**
   * Blueprints {@code desk} and {@code request}; a request has one desk and many requests that
   * block it.
   */
  void deskAndRequest() {
    blueprint(
        "{'identifier':'desk','title':'Desk','schema':{'properties':{'name':{'type':'string'}}}}");
    blueprint(
        """
        {'identifier':'request','title':'Request','schema':{'properties':{
          'summary':{'type':'string'},'votes':{'type':'number'},'open':{'type':'boolean'},
          'extra':{'type':'object'},'tags':{'type':'array','items':{'type':'string'}},
          'level':{'type':'string','enum':['low','high']},'due':{'type':'string','format':'date-time'},
          'link':{'type':'string','format':'url'},'mail':{'type':'string','format':'email'}}},
         'relations':{'desk':{'target':'desk'},'blockers':{'target':'request','many':true}}}\
        """);
  }

  Reply upsert(String blueprint, String entities) {
    return post(
        "/v1/blueprints/" + blueprint + "/entities/bulk?upsert=true&merge=true",
        "{'entities':[" + entities + "]}");
  }

  JsonNode entity(String blueprint, String identifier) {
    return get("/v1/blueprints/" + blueprint + "/entities/" + identifier).body().path("entity");
  }

  @Override
  public void close() {
    http.close();
    server.close();
    catalog.close();
  }
}
