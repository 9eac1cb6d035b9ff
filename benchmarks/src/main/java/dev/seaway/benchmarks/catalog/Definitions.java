package dev.seaway.benchmarks.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.seaway.benchmarks.wire.Bytes;
import dev.seaway.benchmarks.wire.WireRequest;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Integrations and blueprints: kept and given back as they were sent. */
final class Definitions {

  private static final JsonMapper JSON = new JsonMapper();

  private final Map<String, String> blueprints = new ConcurrentHashMap<>();
  private final Map<String, String> integrations = new ConcurrentHashMap<>();

  int blueprint(WireRequest request, Bytes body) throws IOException {
    return serve(request, "blueprint", "identifier", blueprints, body);
  }

  int integration(WireRequest request, Bytes body) throws IOException {
    if (request.path().endsWith("/provision-enabled")) {
      body.add("{\"ok\":true,\"integrations\":[]}");
      return 200;
    }
    return serve(request, "integration", "installationId", integrations, body);
  }

  void clear() {
    blueprints.clear();
    integrations.clear();
  }

  private static int serve(
      WireRequest request, String name, String key, Map<String, String> known, Bytes body)
      throws IOException {
    if (request.method().equals("POST")) {
      JsonNode sent = JSON.readTree(request.body());
      known.put(sent.path(key).asText(), sent.toString());
      body.add("{\"ok\":true,\"" + name + "\":" + sent + "}");
      return 201;
    }
    @Nullable String found =
        known.get(request.path().substring(request.path().lastIndexOf('/') + 1));
    if (found == null) {
      body.add("{\"ok\":false,\"error\":\"not_found\",\"message\":\"There is none\"}");
      return 404;
    }
    body.add("{\"ok\":true,\"" + name + "\":" + found + "}");
    return 200;
  }
}
