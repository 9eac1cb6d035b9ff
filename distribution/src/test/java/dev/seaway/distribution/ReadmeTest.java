package dev.seaway.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaway.core.SeawayException;
import dev.seaway.core.resync.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
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
                    .run(environment, directory, Progress.NONE, secret -> {}, new HandStop()))
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

  private static Set<String> found(String pattern) throws IOException {
    String text = Files.readString(ROOT.resolve("README.md"));
    return new TreeSet<>(
        Pattern.compile(pattern).matcher(text).results().map(MatchResult::group).toList());
  }
}
