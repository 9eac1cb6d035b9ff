package dev.seaway.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.distribution.fake.Recorded;
import dev.seaway.distribution.fake.RecordingServer;
import dev.seaway.distribution.fake.Reply;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs the recipes of {@code docs/paging.md} with the requests and answers that they show. */
class PagingPageTest {

  private static final Path PAGE = Path.of("..", "docs", "paging.md");
  private static final Pattern YAML = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern ROW =
      Pattern.compile(
          "(?m)^\\| `(GET|POST) ([^`]+)`(?: `([^`]+)`)? \\| (?:`([\\w-]+): ([^`]+)` )?`([^`]+)`"
              + " \\|$");
  private static final Pattern END =
      Pattern.compile("(?m)^(Proven|Inferred|Contradicted): `(.+)`$");

  /** One request and its answer. */
  private record Row(
      String method, URI target, Optional<String> body, Map<String, String> headers, String json) {

    static Row of(MatchResult row) {
      return new Row(
          row.group(1),
          URI.create(row.group(2)),
          Optional.ofNullable(row.group(3)),
          row.group(4) == null ? Map.of() : Map.of(row.group(4), row.group(5)),
          row.group(6));
    }

    boolean fits(Recorded request) {
      URI asked = request.target();
      return method.equals(request.method())
          && target.getPath().equals(asked.getPath())
          && parameters(target).equals(parameters(asked))
          && body.map(Stage::json).map(shown -> shown.equals(without(request, shown))).orElse(true);
    }

    private static Set<String> parameters(URI target) {
      return target.getQuery() == null
          ? Set.of()
          : new TreeSet<>(List.of(target.getQuery().split("&", -1)));
    }

    /** What a GraphQL request asks for is not repeated in each row. */
    private static JsonNode without(Recorded request, JsonNode shown) {
      ObjectNode body = (ObjectNode) Stage.json(request.body());
      return shown.has("query") ? body : body.without("query");
    }
  }

  @TestFactory
  Stream<DynamicTest> eachRecipeReadsWhatItShows() throws IOException {
    List<String> recipes =
        Stream.of(Files.readString(PAGE).split("\\n## ", -1))
            .filter(recipe -> YAML.matcher(recipe).find())
            .toList();
    assertThat(recipes).hasSizeGreaterThan(12);
    return recipes.stream()
        .map(recipe -> dynamicTest(recipe.lines().findFirst().orElseThrow(), () -> runs(recipe)));
  }

  @Test
  void namesItsRecipes() throws IOException {
    String page = Files.readString(PAGE);
    Set<String> headings =
        Pattern.compile("(?m)^## (.+)$")
            .matcher(page)
            .results()
            .map(found -> "#" + found.group(1).toLowerCase(Locale.ROOT).replace(' ', '-'))
            .collect(Collectors.toSet());

    assertThat(Pattern.compile("\\((#[^)]+)\\)").matcher(page).results().map(f -> f.group(1)))
        .isNotEmpty()
        .allMatch(headings::contains);
  }

  /** What the first run reads is not quite what the recipe shows, so that the second deletes. */
  private static void runs(String recipe) throws IOException {
    List<Row> rows = ROW.matcher(recipe).results().map(Row::of).toList();
    MatchResult end = END.matcher(recipe).results().findFirst().orElseThrow();
    AtomicBoolean changed = new AtomicBoolean(true);
    try (RecordingServer api =
            RecordingServer.start(request -> answer(rows, request, changed.get()));
        Stage stage = stage(recipe, api)) {
      Stage.Ending first = stage.run();
      if (end.group(1).equals("Contradicted")) {
        ScriptedApi.isIncomplete(first, end.group(2));
        return;
      }
      assertThat(first.exitCode()).as(first.all()).isZero();
      changed.set(false);

      Stage.Ending second = stage.run();

      assertThat(second.exitCode()).as(second.all()).isZero();
      ScriptedApi.says(second, "deleted 1 that the tool no longer has", end.group(2));
      assertThat(rows)
          .allSatisfy(row -> assertThat(api.requests()).as(row.toString()).anyMatch(row::fits));
    }
  }

  private static Reply answer(List<Row> rows, Recorded request, boolean changed) {
    return rows.stream()
        .filter(row -> row.fits(request))
        .findFirst()
        .map(
            row ->
                ScriptedApi.json(
                    200,
                    row.headers(),
                    "%s",
                    changed ? row.json().replace("{\"id\": 1}", "{\"id\": 99}") : row.json()))
        .orElseGet(() -> ScriptedApi.json(404, Map.of(), "{}"));
  }

  private static Stage stage(String recipe, RecordingServer api) throws IOException {
    List<String> yaml = YAML.matcher(recipe).results().map(found -> found.group(1)).toList();
    Stage stage =
        new Stage(Stage.smallSettings())
            .set("OCEAN__CONFIG_PATH", "mapping.yml")
            .with("BASE_URL", api.address().toString());
    stage.port.blueprint(
        Stage.object("{'identifier':'item','schema':{'properties':{}},'relations':{}}"));
    Files.writeString(
        stage.directory().resolve("config.yaml"),
        "integration:\n  config:\n" + yaml.getFirst().indent(4));
    String read =
        yaml.size() > 1
            ? yaml.get(1)
            : "kind: /items\nselector: {query: \"true\", data_path: .items}\n";
    Files.writeString(stage.directory().resolve("mapping.yml"), mapping(read));
    return stage;
  }

  private static String mapping(String read) {
    String port =
        "port: {entity: {mappings: {identifier: .id | tostring, blueprint: '\"item\"'}}}\n";
    return "resources:\n  -\n" + (read + port).indent(4);
  }
}
