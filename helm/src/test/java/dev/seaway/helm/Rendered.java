package dev.seaway.helm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The objects that the chart came to. */
record Rendered(List<JsonNode> objects) {

  Rendered {
    objects = List.copyOf(objects);
  }

  List<JsonNode> all(String kind) {
    return objects.stream().filter(object -> object.path("kind").asText().equals(kind)).toList();
  }

  /** The one object of a kind. */
  JsonNode only(String kind) {
    List<JsonNode> found = all(kind);
    if (found.size() != 1) {
      throw new AssertionError("There are %d objects %s: %s".formatted(found.size(), kind, found));
    }
    return found.getFirst();
  }

  /** The pod template of a Deployment, a Job or a CronJob. */
  static JsonNode pod(JsonNode workload) {
    JsonNode spec = workload.path("spec");
    return spec.has("jobTemplate")
        ? spec.path("jobTemplate").path("spec").path("template")
        : spec.path("template");
  }

  static JsonNode container(JsonNode workload) {
    return pod(workload).path("spec").path("containers").path(0);
  }

  /**
   * What the container finds in its environment. A value that comes from an object outside the
   * chart is shown as {@code <name:key>}.
   */
  Map<String, String> environment(JsonNode workload) {
    Map<String, String> environment = new TreeMap<>();
    JsonNode container = container(workload);
    for (JsonNode source : container.path("envFrom")) {
      environment.putAll(data(source));
    }
    for (JsonNode variable : container.path("env")) {
      environment.put(variable.path("name").asText(), value(variable));
    }
    return environment;
  }

  private Map<String, String> data(JsonNode source) {
    Map<String, String> values = new TreeMap<>();
    boolean secret = source.has("secretRef");
    String name = source.path(secret ? "secretRef" : "configMapRef").path("name").asText();
    Optional<JsonNode> object =
        all(secret ? "Secret" : "ConfigMap").stream()
            .filter(found -> found.path("metadata").path("name").asText().equals(name))
            .findFirst();
    if (object.isEmpty()) {
      values.put("<" + name + ">", "all");
    }
    object
        .map(found -> found.path(secret ? "stringData" : "data"))
        .ifPresent(
            data -> data.properties().forEach(e -> values.put(e.getKey(), e.getValue().asText())));
    return values;
  }

  private static String value(JsonNode variable) {
    JsonNode reference = variable.path("valueFrom").path("secretKeyRef");
    return reference.isMissingNode()
        ? variable.path("value").asText()
        : "<" + reference.path("name").asText() + ":" + reference.path("key").asText() + ">";
  }
}
