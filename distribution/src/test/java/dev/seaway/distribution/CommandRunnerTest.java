package dev.seaway.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.seaway.core.SeawayException;
import dev.seaway.core.config.ConfigLoader;
import dev.seaway.core.config.Operations.LogLevel;
import dev.seaway.core.resync.SyncListener;
import dev.seaway.distribution.fake.FakePort;
import dev.seaway.distribution.logging.SecretMask;
import dev.seaway.distribution.logging.StatusLine;
import dev.seaway.service.events.DeadLetters;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandRunnerTest {

  @TempDir private Path directory = Path.of("");

  private final FakePort port = FakePort.start();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @AfterEach
  void stop() {
    port.close();
  }

  @Test
  void aCompleteRunEndsWithZeroAndATable() {
    assertThat(run(new FakeEngine(port, true), Map.of(), "run")).isZero();

    assertThat(text(out).lines())
        .containsExactly(
            "kind  read  mapped  written  unchanged  refused  outcome",
            "/x       3       3        1          2        0  complete",
            "Complete.");
  }

  @Test
  void anIncompleteRunEndsWithOneAndSaysWhyWithoutSecrets() {
    assertThat(run(new FakeEngine(port, false), Map.of(), "run")).isEqualTo(1);

    assertThat(text(out))
        .contains("1  INCOMPLETE\n")
        .contains("/x is INCOMPLETE: page 2 answered 500 ***")
        .contains("Kept 4 of desk: /x is incomplete");
    assertThat(text(out) + text(err)).doesNotContain("hush-hush");
  }

  @Test
  void aWrongCommandLineEndsWithTwo() {
    FakeEngine engine = new FakeEngine(port, true);

    assertThat(run(engine, Map.of())).isEqualTo(2);
    assertThat(run(engine, Map.of(), "runn")).isEqualTo(2);
    assertThat(run(engine, Map.of(), "demo", "--port", "many")).isEqualTo(2);
    assertThat(run(engine, Map.of(), "catalog", "--port", "99999")).isEqualTo(2);
    assertThat(text(err))
        .contains("seaway needs a command")
        .contains("See: seaway demo --help")
        .contains("'99999' is not a port; give a number from 0 to 65535")
        .doesNotContain("fault of its own");
  }

  @Test
  void helpAndVersionAreAnswers() {
    FakeEngine engine = new FakeEngine(port, true);

    assertThat(run(engine, Map.of(), "--help")).isZero();
    assertThat(run(engine, Map.of(), "--version")).isZero();
    assertThat(text(out)).contains("connectors").contains("Exit codes:").contains(", Java 25");
  }

  @Test
  void aFaultOfTheUserIsOneSentenceAndATwo() {
    Engine engine =
        failing(() -> new SeawayException(SeawayException.Category.USER, "No base URL."));

    assertThat(run(engine, Map.of(), "run")).isEqualTo(2);
    assertThat(text(err)).contains("\"No base URL.\"").doesNotContain("\tat ");
  }

  @Test
  void aFaultOfItsOwnIsOneSentenceToo() {
    Engine engine = failing(() -> new IllegalStateException("Cannot happen"));

    assertThat(run(engine, Map.of(), "run")).isEqualTo(2);
    assertThat(text(err))
        .contains("fault of its own")
        .contains("Cannot happen")
        .doesNotContain("\\tat ");
    assertThat(text(err).lines()).hasSize(1);
  }

  @Test
  void showsStackTracesAtDebugLevel() {
    Engine engine =
        failing(
            () -> {
              throw new StackOverflowError();
            });

    assertThat(run(engine, Map.of("APPLICATION__LOG_LEVEL", "debug"), "run")).isEqualTo(2);
    assertThat(text(err)).contains("StackOverflowError").contains("\\tat ");
  }

  @Test
  void takesTheLogLevelFromWhereAllOptionsAre() throws Exception {
    Files.writeString(directory.resolve(".env"), "APPLICATION__LOG_LEVEL=debug\n");
    Engine engine =
        failing(
            () -> {
              throw new StackOverflowError();
            });

    assertThat(run(engine, Map.of(), "run")).isEqualTo(2);
    assertThat(text(err)).contains("\\tat ");
  }

  @Test
  void refusesALogLevelThatIsNone() {
    FakeEngine engine = new FakeEngine(port, true);

    assertThat(run(engine, Map.of("APPLICATION__LOG_LEVEL", "LOUD"), "demo")).isEqualTo(2);
    assertThat(text(err)).contains("APPLICATION__LOG_LEVEL is \\\"LOUD\\\"");
    assertThat(engine.environment).isEmpty();
  }

  @Test
  void theDemonstrationReadsTheSandboxAndShowsWhatIsInTheCatalog() throws Exception {
    JsonMapper json = new JsonMapper();
    port.blueprint(json.readTree("{\"identifier\":\"desk\"}"));
    port.entity("desk", json.readTree("{\"identifier\":\"1\",\"title\":\"Billing\"}"), "demo");
    FakeEngine engine = new FakeEngine(port, true);

    assertThat(run(engine, Map.of("OCEAN__PORT__BASE_URL", "https://real"), "demo")).isZero();

    assertThat(engine.environment)
        .containsEntry("OCEAN__PORT__BASE_URL", port.baseUrl().toString())
        .containsEntry("OCEAN__INTEGRATION__TYPE", "jsm");
    assertThat(engine.opened)
        .containsExactly(directory.resolve("seaway-data/demo.db") + " 127.0.0.1 0", "closed");
    assertThat(text(out)).contains("desk 1 \"Billing\"").contains("seaway-data/demo.db");
    assertThat(text(out).lines())
        .containsSequence(
            "To read your own site into an embedded catalog:",
            "  export OCEAN__EVENT_LISTENER__TYPE=ONCE OCEAN__INTEGRATION__TYPE=jsm"
                + " OCEAN__INTEGRATION__CONFIG__BASE_URL=https://your-domain.atlassian.net");
  }

  @Test
  void servesTheCatalogUntilItIsStopped() {
    FakeEngine engine = new FakeEngine(port, true);

    assertThat(run(engine, Map.of(), "catalog", "--port", "0", "--database", "c.db")).isZero();

    assertThat(engine.opened).containsExactly(directory.resolve("c.db") + " 127.0.0.1 0", "closed");
    assertThat(text(out)).contains("curl -s").contains(port.baseUrl().toString());
  }

  @Test
  void listsConnectors() {
    assertThat(run(new FakeEngine(port, true), Map.of(), "connectors")).isZero();
    assertThat(text(out)).startsWith("jsm ");
  }

  private int run(Engine engine, Map<String, String> environment, String... arguments) {
    Terminal terminal =
        new Terminal(
            stream(out),
            new StatusLine(stream(err), false),
            new SecretMask(),
            environment,
            directory);
    return new CommandRunner(engine, terminal, HandStop.asked()).run(arguments);
  }

  private static Engine failing(Supplier<RuntimeException> failure) {
    return new Engine() {
      @Override
      public Outcome run(
          Map<String, String> environment,
          Path directory,
          SyncListener listener,
          Consumer<String> secrets,
          Stop stop) {
        throw failure.get();
      }

      @Override
      public LogLevel logLevel(Map<String, String> environment, Path directory) {
        return new ConfigLoader(environment, directory).logLevel();
      }

      @Override
      public Optional<Path> dataDirectory(Map<String, String> environment, Path directory) {
        throw new AssertionError();
      }

      @Override
      public OpenCatalog openCatalog(Path database, String host, int port) {
        throw new AssertionError();
      }

      @Override
      public DeadLetters deadLetters(
          Map<String, String> environment,
          Path directory,
          Optional<Path> data,
          Consumer<String> secrets) {
        throw new AssertionError();
      }

      @Override
      public List<ConnectorLine> connectors(Path plugins) {
        throw new AssertionError();
      }
    };
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
