package dev.seaway.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.seaway.distribution.fake.RecordingServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs the examples of {@code docs/mapping.md}: mistakes say what they should, the rest is well.
 */
class MappingPageTest {

  private static final Path PAGE = Path.of("..", "docs", "mapping.md");
  private static final Pattern ANSWER = Pattern.compile("(?m)^The answer to `GET /items`: `(.+)`$");
  private static final Pattern YAML = Pattern.compile("(?s)```yaml\\n(.*?)```");
  private static final Pattern MESSAGE = Pattern.compile("(?s)```text\\n(.*?)\\n```");

  @TestFactory
  Stream<DynamicTest> eachExampleDoesWhatItSays() throws IOException {
    List<String> examples =
        Stream.of(Files.readString(PAGE).split("\\n## ", -1))
            .filter(section -> ANSWER.matcher(section).find())
            .toList();
    assertThat(examples).hasSize(7);
    return examples.stream()
        .map(section -> dynamicTest(section.lines().findFirst().orElseThrow(), () -> run(section)));
  }

  private static void run(String section) throws IOException {
    String answer = found(ANSWER, section).getFirst();
    List<String> mappings = found(YAML, section);
    List<String> messages = found(MESSAGE, section);
    for (String message : messages) {
      assertThat(run(mappings.getFirst(), answer).all().replace("\\\"", "\"")).contains(message);
    }

    Stage.Ending right = run(mappings.getLast(), answer);

    assertThat(right.exitCode()).as(right.all()).isZero();
    assertThat(right.all()).doesNotContain("CAUTION");
    assertThat(right.results()).containsPattern("/items +[12] +1 +1 ");
  }

  private static Stage.Ending run(String mapping, String answer) throws IOException {
    try (RecordingServer api =
            RecordingServer.start(_ -> ScriptedApi.json(200, Map.of(), "%s", answer));
        Stage stage = new Stage(Stage.smallSettings())) {
      stage.set("OCEAN__CONFIG_PATH", "mapping.yml").with("BASE_URL", api.address().toString());
      stage.port.blueprint(Stage.object("{'identifier':'owner','schema':{'properties':{}}}"));
      stage.port.blueprint(
          Stage.object(
              """
              {'identifier':'item','schema':{'properties':{'state':{'type':'string'}}},
               'relations':{'owner':{'target':'owner','required':false,'many':false}}}
              """));
      Files.writeString(
          stage.directory().resolve("mapping.yml"),
          "createMissingRelatedEntities: true\nresources:\n  -\n" + mapping.indent(4));
      return stage.run();
    }
  }

  private static List<String> found(Pattern pattern, String section) {
    return pattern.matcher(section).results().map(result -> result.group(1)).toList();
  }
}
