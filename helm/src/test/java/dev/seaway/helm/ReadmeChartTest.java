package dev.seaway.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands of the pages for readers are values that the chart takes. */
class ReadmeChartTest {

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @CsvSource({"../README.md, CronJob", "README.md, Deployment"})
  void rendersTheCommand(Path page, String kind) throws IOException {
    Path none = Files.writeString(folder.resolve("none.yaml"), "{}");
    String[] assignments =
        Pattern.compile("--set ([\\w.]+)=\"?(.*?)\"?( \\\\)?$", Pattern.MULTILINE)
            .matcher(Files.readString(page))
            .results()
            .map(found -> found.group(1) + "=" + found.group(2))
            .toArray(String[]::new);

    Rendered rendered = Chart.set(none, assignments);

    assertThat(assignments).hasSizeGreaterThan(10);
    assertThat(rendered.environment(rendered.only(kind)))
        .containsEntry("OCEAN__INTEGRATION__CONFIG__PASSWORD", "YOUR_JIRA_API_TOKEN")
        .containsEntry("OCEAN__INTEGRATION__CONFIG__PAGE_SIZE", "50");
  }
}
