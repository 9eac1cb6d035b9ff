package dev.seaway.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaway.core.SeawayException;
import dev.seaway.core.resync.SyncListener;
import dev.seaway.distribution.fake.Recorded;
import dev.seaway.distribution.fake.RecordingServer;
import dev.seaway.distribution.fake.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README promises exists. */
class ReadmeTest {

  private static final Path ROOT = Path.of("..");

  @TempDir private Path directory = Path.of("");

  @Test
  void namesOnlyVariablesThatAreKnown() throws IOException {
    Map<String, String> environment = new TreeMap<>();
    found("(?:OCEAN|APPLICATION)__[A-Z_]*[A-Z]").forEach(name -> environment.put(name, "?"));
    environment.put("OCEAN__INTEGRATION__TYPE", "jsm");
    assertThat(environment).hasSizeGreaterThan(12);

    assertThatThrownBy(
            () ->
                new EngineWiring(new NoWaits(), new HandTicks())
                    .run(environment, directory, SyncListener.NONE, secret -> {}, new HandStop()))
        .isInstanceOf(SeawayException.class)
        .message()
        .doesNotContain("is not a known key");
  }

  @Test
  void namesOnlyCommandsThatExist() throws IOException {
    assertThat(found("(?<=\\./seaway )[a-z]+"))
        .isSubsetOf("run", "demo", "catalog", "connectors")
        .contains("run", "demo");
  }

  @Test
  void linksToWhatIsThere() throws IOException {
    assertThat(found("(?<=\\]\\()[^)#:]+(?=\\))"))
        .isNotEmpty()
        .allSatisfy(link -> assertThat(ROOT.resolve(link)).exists());
  }

  @Test
  void runsEveryCommandInATestOrSaysThatItNeedsAnAccount() throws IOException {
    String text = Files.readString(ROOT.resolve("README.md"));
    Pattern block = Pattern.compile("(?m)^(.*)\\n```sh\\n");

    assertThat(block.matcher(text).results().map(found -> found.group(1)))
        .hasSizeGreaterThan(4)
        .allSatisfy(
            line -> {
              assertThat(line).startsWith("<!-- ").containsAnyOf("run by ", "needs an account");
              Pattern.compile("[A-Z]\\w*(?:Test|Check)")
                  .matcher(line)
                  .results()
                  .forEach(test -> assertThat(sources(test.group() + ".java")).hasSize(1));
            });
  }

  @Test
  void givesTheCommandForDockerThatContainerTestRuns() throws IOException {
    URI anywhere = URI.create("https://example.com");

    assertThat(found("(?<=-e )OCEAN__\\w+"))
        .isEqualTo(new TreeSet<>(Container.guide(anywhere, "", "", anywhere).keySet()));
  }

  @Test
  void readsAnotherApiWithTheFilesThatItShows() throws IOException {
    Files.writeString(directory.resolve("mapping.yml"), heredoc("mapping.yml"));
    Files.writeString(directory.resolve("blueprints.json"), heredoc("blueprints.json"));
    Map<String, String> environment = exports("## Read another REST API");

    try (RecordingServer api = RecordingServer.start(ReadmeTest::items)) {
      environment.put("OCEAN__INTEGRATION__CONFIG__BASE_URL", api.address().toString());
      Engine.Outcome outcome =
          new EngineWiring(new NoWaits(), new HandTicks())
              .run(environment, directory, SyncListener.NONE, secret -> {}, new HandStop());

      assertThat(outcome.complete()).as(outcome.remarks().toString()).isTrue();
      assertThat(environment).containsKeys("OCEAN__CONFIG_PATH", "OCEAN__EVENT_LISTENER__TYPE");
      assertThat(api.requests()).anyMatch(request -> request.path().equals("/api/items"));
    }
  }

  /** What the commands of a section put into the environment. */
  private static Map<String, String> exports(String heading) throws IOException {
    String text = Files.readString(ROOT.resolve("README.md"));
    String section = text.substring(text.indexOf(heading)).split("\n## ", 2)[0];
    Map<String, String> environment = new TreeMap<>();
    Pattern.compile("(OCEAN__\\w+)=(\\S+)")
        .matcher(section)
        .results()
        .forEach(found -> environment.put(found.group(1), found.group(2)));
    return environment;
  }

  private static Reply items(Recorded request) {
    String offset = request.query("offset").stream().findFirst().orElse("0");
    String items = offset.equals("0") ? "{\"id\":1,\"name\":\"One\",\"state\":\"new\"}" : "";
    return new Reply.Text(
        200, Map.of("Content-Type", "application/json"), "{\"items\":[" + items + "]}");
  }

  private static String heredoc(String file) throws IOException {
    String start = "cat > " + file + " <<'END'\n";
    String text = Files.readString(ROOT.resolve("README.md"));
    int from = text.indexOf(start) + start.length();
    return text.substring(from, text.indexOf("\nEND\n", from));
  }

  private static List<Path> sources(String name) {
    try (Stream<Path> files = Files.walk(ROOT, 9)) {
      return files
          .filter(file -> file.getFileName().toString().equals(name))
          .filter(file -> file.toString().contains("src/test/"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> found(String pattern) throws IOException {
    String text = Files.readString(ROOT.resolve("README.md"));
    return new TreeSet<>(
        Pattern.compile(pattern).matcher(text).results().map(MatchResult::group).toList());
  }
}
