package dev.seaway.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** Random writes and deletions leave the catalog in the same state as a plain map. */
class ModelPropertyTest {
  private static final int NULL = -1;

  sealed interface Step {
    /** A write; without merge it replaces. {@code NULL} stands for null, no parent for absent. */
    record Write(
        boolean merge, String identifier, Map<String, Integer> properties, @Nullable String parent)
        implements Step {}

    record Delete(String identifier, boolean dependents) implements Step {}

    record Reopen() implements Step {}
  }

  record Known(Map<String, Integer> properties, @Nullable String parent) {}

  @Property(tries = 60)
  void agreesWithAMap(@ForAll("steps") List<Step> steps) throws IOException {
    Path folder = Files.createTempDirectory("catalog");
    Run run = new Run(folder.resolve("catalog.db"));
    try {
      steps.forEach(run::take);
      run.compare();
    } finally {
      run.catalog.close();
      try (var files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<String> identifier = Arbitraries.of("a", "b", "c", "d");
    Arbitrary<Map<String, Integer>> properties =
        Arbitraries.maps(Arbitraries.of("x", "y"), Arbitraries.integers().between(NULL, 3));
    Arbitrary<Step> write =
        Combinators.combine(
                Arbitraries.of(true, false), identifier, properties, identifier.injectNull(0.5))
            .as(Step.Write::new);
    Arbitrary<Step> delete =
        Combinators.combine(identifier, Arbitraries.of(true, false)).as(Step.Delete::new);
    return Arbitraries.frequencyOf(
            Tuple.of(6, write), Tuple.of(3, delete), Tuple.of(1, Arbitraries.of(new Step.Reopen())))
        .list()
        .ofMaxSize(30);
  }

  private static final class Run {
    private final Path file;
    private final Map<String, Known> model = new TreeMap<>();
    EmbeddedCatalog catalog;
    private String token;

    Run(Path file) {
      this.file = file;
      this.catalog = EmbeddedCatalog.open(file);
      this.token = login();
      call(
          "POST",
          "/v1/blueprints",
          Map.of(),
          "{'identifier':'node','schema':{'properties':{'x':{'type':'number'},'y':{'type':'number'}}},'relations':{'parent':{'target':'node'}}}");
    }

    private String login() {
      return call(
              "POST",
              "/v1/auth/access_token",
              Map.of(),
              "{'clientId':'%s','clientSecret':'%s'}"
                  .formatted(
                      catalog.credentials().clientId(), catalog.credentials().clientSecret()))
          .path("accessToken")
          .asText();
    }

    void take(Step step) {
      switch (step) {
        case Step.Write write -> write(write);
        case Step.Delete delete -> delete(delete);
        case Step.Reopen() -> {
          catalog.close();
          catalog = EmbeddedCatalog.open(file);
          token = login();
        }
      }
    }

    private void write(Step.Write write) {
      StringBuilder json = new StringBuilder("{'identifier':'" + write.identifier() + "'");
      json.append(",'properties':{");
      String separator = "";
      for (var property : write.properties().entrySet()) {
        json.append(separator)
            .append(
                "'%s':%s"
                    .formatted(
                        property.getKey(),
                        property.getValue() == NULL ? "null" : property.getValue()));
        separator = ",";
      }
      json.append("}");
      if (write.parent() != null) {
        json.append(",'relations':{'parent':'").append(write.parent()).append("'}");
      }
      JsonNode answer =
          call(
              "POST",
              "/v1/blueprints/node/entities",
              Map.of("upsert", List.of("true"), "merge", List.of("" + write.merge())),
              json.append("}").toString());
      String parent = write.parent();
      boolean possible =
          parent == null || model.containsKey(parent) || parent.equals(write.identifier());
      assertThat(answer.path("ok").asBoolean()).as(answer.toString()).isEqualTo(possible);
      if (possible) {
        remember(write);
      }
    }

    private void remember(Step.Write write) {
      Known before = write.merge() ? model.get(write.identifier()) : null;
      Map<String, Integer> properties =
          before == null ? new TreeMap<>() : new TreeMap<>(before.properties());
      write
          .properties()
          .forEach(
              (name, value) -> {
                if (value == NULL) {
                  properties.remove(name);
                } else {
                  properties.put(name, value);
                }
              });
      String parent = write.parent();
      if (parent == null && before != null) {
        parent = before.parent();
      }
      model.put(write.identifier(), new Known(properties, parent));
    }

    private void delete(Step.Delete delete) {
      JsonNode answer =
          call(
              "POST",
              "/v1/blueprints/node/bulk/entities/delete",
              Map.of("delete_dependents", List.of("" + delete.dependents())),
              "{'entities':['" + delete.identifier() + "']}");
      boolean needed =
          model.entrySet().stream()
              .anyMatch(
                  entry ->
                      !entry.getKey().equals(delete.identifier())
                          && delete.identifier().equals(entry.getValue().parent()));
      boolean possible = delete.dependents() || !needed || !model.containsKey(delete.identifier());
      assertThat(answer.path("ok").asBoolean()).as(answer.toString()).isEqualTo(possible);
      if (possible) {
        forget(delete.identifier());
      }
    }

    private void forget(String identifier) {
      if (model.remove(identifier) != null) {
        model.entrySet().stream()
            .filter(entry -> identifier.equals(entry.getValue().parent()))
            .map(Map.Entry::getKey)
            .toList()
            .forEach(this::forget);
      }
    }

    void compare() {
      Map<String, Known> stored = new TreeMap<>();
      for (JsonNode entity :
          call("GET", "/v1/blueprints/node/entities", Map.of(), "{}").path("entities")) {
        Map<String, Integer> properties = new TreeMap<>();
        entity
            .path("properties")
            .properties()
            .forEach(entry -> properties.put(entry.getKey(), entry.getValue().intValue()));
        stored.put(
            entity.path("identifier").asText(),
            new Known(properties, entity.path("relations").path("parent").textValue()));
      }
      assertThat(stored).isEqualTo(model);
    }

    private JsonNode call(
        String method, String path, Map<String, List<String>> query, String body) {
      CatalogAnswer answer =
          catalog.handle(
              new CatalogCall(
                  method,
                  path,
                  query,
                  Map.of("authorization", "Bearer " + token, "user-agent", "model"),
                  body.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
      return CatalogClient.json(new String(answer.body(), StandardCharsets.UTF_8).replace("'", ""));
    }
  }
}
