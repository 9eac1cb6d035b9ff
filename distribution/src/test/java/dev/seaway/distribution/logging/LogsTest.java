package dev.seaway.distribution.logging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.seaway.core.config.Operations.LogLevel;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class LogsTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final SecretMask mask = new SecretMask();
  private final Logger log = LoggerFactory.getLogger("dev.seaway.some.Place");

  @Test
  void writesReadableLinesToATerminal() {
    configure(LogLevel.INFO, true);

    log.atInfo().addKeyValue("page", 3).log("Read {}", "/x");
    log.warn("Failed", new IllegalStateException("because"));

    assertThat(text().lines())
        .satisfiesExactly(
            line -> assertThat(line).matches("\\d\\d:\\d\\d:\\d\\d INFO  Read /x page=3"),
            line -> assertThat(line).endsWith("WARN  Failed: because"));
  }

  @Test
  void writesJsonLinesElsewhere() throws Exception {
    configure(LogLevel.INFO, false);

    log.atInfo().addKeyValue("page", 3).log("Read \"{}\"", "/x");

    JsonNode line = new JsonMapper().readTree(text());
    assertThat(line.path("message").asText()).isEqualTo("Read \"/x\"");
    assertThat(line.path("level").asText()).isEqualTo("INFO");
    assertThat(line.path("page").isInt()).isTrue();
    assertThat(line.path("page").asInt()).isEqualTo(3);
  }

  @Test
  void hidesSecretsInMessagesAndFailures() {
    mask.hide("hush-hush");
    configure(LogLevel.DEBUG, false);

    log.error("Sent hush-hush", new IllegalStateException("hush-hush is wrong"));

    assertThat(text()).contains("***").doesNotContain("hush-hush");
  }

  @Test
  void keepsLibrariesQuietBelowInfo() {
    configure(LogLevel.DEBUG, false);

    LoggerFactory.getLogger("io.vertx.Some").debug("chatter");
    log.debug("ours");

    assertThat(text()).contains("ours").doesNotContain("chatter");
  }

  @Test
  void keepsKafkasClientQuietBelowError() {
    configure(LogLevel.INFO, false);

    LoggerFactory.getLogger("org.apache.kafka.Some").warn("broker away");
    LoggerFactory.getLogger("org.apache.kafka.Some").error("broken");

    assertThat(text()).contains("broken").doesNotContain("broker away");
  }

  @ParameterizedTest
  @EnumSource(LogLevel.class)
  void leavesTheFailuresOfRequestsToWhoMadeThem(LogLevel level) {
    configure(level, false);

    LoggerFactory.getLogger("io.vertx.core.http.impl.HttpClientRequestImpl").error("Stream reset");
    LoggerFactory.getLogger("io.vertx.core.http.impl.HttpClientResponseImpl").error("Stream reset");

    assertThat(text()).isEmpty();
  }

  @Test
  void redrawsTheStatusBelowALine() {
    StatusLine out = new StatusLine(stream(), true);

    out.status("page 3");
    out.line("a line");

    assertThat(text()).isEqualTo("page 3\r      \ra line" + System.lineSeparator() + "page 3");
  }

  private void configure(LogLevel level, boolean terminal) {
    Logs.configure(level, mask, new StatusLine(stream(), terminal));
  }

  private PrintStream stream() {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
