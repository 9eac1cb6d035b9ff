package dev.seaway.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.distribution.fake.Fault;
import dev.seaway.distribution.fake.PortFault;
import dev.seaway.distribution.fake.When;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real process at SIGTERM: it tells the catalog how its run ended, and goes. */
class StoppedProcessTest {

  /** What the program may take, and as much again for a machine that is busy. */
  private static final int SECONDS = 2 * (5 + 5);

  @ParameterizedTest
  @ValueSource(strings = {"ONCE", "POLLING"})
  void tellsThatItsRunWasAborted(String listener) throws Exception {
    try (Stage stage = Stage.small().set("OCEAN__EVENT_LISTENER__TYPE", listener)) {
      stage.unset("OCEAN__EVENT_LISTENER").set("OCEAN__EVENT_LISTENER__TYPE", listener);
      stage.site.on(When.start(8), new Fault.Hang());
      Path log = stage.directory().resolve("log");
      Process process = Launched.start(stage, log.toFile());
      assertThat(stage.site.await(When.start(8))).as("the page was asked for").isTrue();

      process.destroy();

      assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as(Files.readString(log)).isEqualTo(1);
      assertThat(stage.port.states()).containsExactly("running", "aborted");
    }
  }

  @Test
  void goesWhereNothingIsInProgress() throws Exception {
    try (Stage stage = polling()) {
      Process process = Launched.start(stage);
      stage.port.awaitStates(2);

      process.destroy();

      assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
      assertThat(stage.port.states()).startsWith("running", "completed").doesNotContain("aborted");
    }
  }

  @Test
  void goesAlsoWhereTheCatalogDoesNotTakeTheLastWord() throws Exception {
    try (Stage stage = polling()) {
      stage.site.on(When.start(8), new Fault.Hang());
      Process process = Launched.start(stage);
      assertThat(stage.site.await(When.start(8))).isTrue();
      stage.port.on(When.always(), new PortFault.Hang());

      process.destroy();

      assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(1);
    }
  }

  private static Stage polling() {
    return Stage.small().set("OCEAN__EVENT_LISTENER", "{\"type\":\"POLLING\"}");
  }
}
