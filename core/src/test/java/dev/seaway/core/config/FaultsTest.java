package dev.seaway.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaway.connector.Connector;
import dev.seaway.core.SeawayException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {

  private static final String CONFIG = "OCEAN__INTEGRATION__CONFIG__";

  @TempDir Path folder;

  @Test
  void areReportedAllAtOnce() {
    ConfigException failure =
        new Loading(folder)
            .without(CONFIG + "BASE_URL")
            .option("PAGINATION_TYPE", "nxt_link")
            .option("PAGE_SIZ", "50")
            .with("OCEAN__CLIENT_TIMEOUT", "soon")
            .with("APPLICATION__PORT", "70000")
            .failure();

    assertThat(failure.category()).isEqualTo(SeawayException.Category.USER);
    assertThat(failure.problems()).hasSize(5);
    assertThat(failure.getMessage())
        .isEqualTo(
            """
            The configuration has 4 faults:
              OCEAN__INTEGRATION__CONFIG__BASE_URL is missing. Prefix of every path, for example \
            https://your-domain.atlassian.net; a path in it is kept
              OCEAN__INTEGRATION__CONFIG__PAGINATION_TYPE is "nxt_link"; accepted are none, offset, \
            page, cursor, next_link (or link), header_link. Did you mean next_link?
              OCEAN__CLIENT_TIMEOUT is "soon"; must be a number from 1 to 3600
              APPLICATION__PORT is "70000"; must be a whole number from 0 to 65535
            Warnings:
              OCEAN__INTEGRATION__CONFIG__PAGE_SIZ is not a known key and has no effect. Did you \
            mean OCEAN__INTEGRATION__CONFIG__PAGE_SIZE?\
            """);
  }

  @Test
  void nameTheMissingMappingBesideOtherFaults() {
    assertThat(
            new Loading(folder)
                .with("OCEAN__CONFIG_PATH", "absent.yml")
                .with("OCEAN__CLIENT_TIMEOUT", "soon")
                .faults())
        .hasSize(2)
        .anyMatch(fault -> fault.contains("OCEAN__CONFIG_PATH") && fault.contains("absent.yml"));
  }

  @Test
  void ofOneKindAreCountedInTheSingular() {
    assertThat(new Loading(folder).option("TIMEOUT", "0").failure())
        .hasMessageStartingWith("The configuration has 1 fault:\n");
  }

  @Test
  void nameTheConnectorsWhereTheTypeIsMissing() {
    Loading loading =
        new Loading(folder)
            .connector(Loading.rest("jsm", Map.of()))
            .without("OCEAN__INTEGRATION__TYPE");

    assertThat(loading.faults())
        .containsExactly("OCEAN__INTEGRATION__TYPE is missing; installed are custom, jsm");
  }

  @Test
  void nameTheConnectorThatWasProbablyMeant() {
    Loading loading =
        new Loading(folder)
            .connector(Loading.rest("jsm", Map.of()))
            .with("OCEAN__INTEGRATION__TYPE", "JMS");

    assertThat(loading.faults())
        .containsExactly(
            "OCEAN__INTEGRATION__TYPE is \"jms\"; installed are custom, jsm. Did you mean jsm?");
  }

  @Test
  void sayWhereNoConnectorIsInstalled() {
    ConfigLoader loader = new ConfigLoader(Map.of("OCEAN__INTEGRATION__TYPE", "custom"), folder);
    ConfigLoader.ConnectorLookup nothing =
        new ConfigLoader.ConnectorLookup() {
          @Override
          public Optional<Connector<?>> find(String type) {
            return Optional.empty();
          }

          @Override
          public Set<String> names() {
            return Set.of();
          }
        };

    assertThatThrownBy(() -> loader.load(nothing))
        .hasMessageContaining("OCEAN__INTEGRATION__TYPE is \"custom\"; no connector is installed.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tool.example",
        "ftp://tool.example",
        "https:///path",
        "https://tool.example?x=1",
        "https://tool.example#x",
        "https://tool .example",
        "https://tool.example:70000"
      })
  void nameAWrongAddress(String address) {
    assertThat(new Loading(folder).option("BASE_URL", address).faults())
        .containsExactly(
            CONFIG
                + "BASE_URL is \""
                + address
                + "\"; must be an http or https URL with a host, and without user name, query or"
                + " fragment, for example https://example.com");
  }

  @Test
  void explainAnUnderscoreInAHostsName() {
    assertThat(new Loading(folder).option("BASE_URL", "https://YOUR_DOMAIN.example").faults())
        .singleElement()
        .asString()
        .endsWith("; a host's name has no underscore");
  }

  @Test
  void hideThePasswordOfAnAddress() {
    assertThat(new Loading(folder).option("BASE_URL", "https://me:s3same@tool.example").faults())
        .singleElement()
        .asString()
        .startsWith(CONFIG + "BASE_URL is \"https://***@tool.example\"; must be")
        .doesNotContain("s3same");
  }

  @ParameterizedTest
  @CsvSource({
    "PAGE_SIZE, 0, must be a whole number from 1 to 100000",
    "PAGE_SIZE, 100001, must be a whole number from 1 to 100000",
    "PAGE_SIZE, 1.5, must be a whole number from 1 to 100000",
    "PAGE_SIZE, 99999999999999999999999, must be a whole number from 1 to 100000",
    "START_PAGE, -1, must be a whole number from 0",
    "START_PAGE, 2147483648, must be a whole number from 0",
    "TIMEOUT, 30s, must be a number from 1 to 3600",
    "TIMEOUT, 1e9, must be a number from 1 to 3600",
    "VERIFY_SSL, maybe, 'accepted are true, yes, 1 and false, no, 0'",
    "LINK_ORIGINS, https://a.example, 'must be valid JSON (the fault is at line 1, column 1);"
        + " wanted is a list, for example [\"a\", \"b\"]'",
    "LINK_ORIGINS, {}, 'must be a JSON list, for example [\"a\", \"b\"]'",
    "LINK_ORIGINS, [null], element 1 must not be null",
  })
  void sayWhatIsAccepted(String option, String value, String reason) {
    String fault = new Loading(folder).option(option, value).faults().getFirst();

    assertThat(fault).startsWith(CONFIG + option + " is \"" + value + "\"; ");
    assertThat(fault.replaceAll("line 1, column \\d+", "line 1, column 1")).endsWith(reason);
  }

  @Test
  void nameATokenFileThatIsNotThere() {
    assertThat(
            new Loading(folder).with("OCEAN__OAUTH_ACCESS_TOKEN_FILE_PATH", "/no/token").faults())
        .containsExactly(
            "OCEAN__OAUTH_ACCESS_TOKEN_FILE_PATH is \"/no/token\"; there is no such file, or it may"
                + " not be read");
  }

  @Test
  void showAListOfTheRightSort() {
    assertThat(new Loading(folder).option("END_STATUS", "404 410").faults())
        .singleElement()
        .asString()
        .endsWith("wanted is a list, for example [404, 410]");
  }

  @Test
  void nameTheElementOfAList() {
    Loading loading = new Loading(folder).option("LINK_ORIGINS", "[\"https://a.example\",\"b\"]");

    assertThat(loading.faults())
        .singleElement()
        .asString()
        .contains("; element 2 must be an http or https URL");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "CUSTOM_HEADERS|{\"X\":\"s3same\"|must be valid JSON (the fault is at line 1, column 14)",
        "CUSTOM_HEADERS|{\"X\":s3same}|must be valid JSON (the fault is at line 1, column 8)",
        "CUSTOM_HEADERS|[\"s3same\"]|must be a JSON object, for example {\"a\": \"b\"}",
        "CUSTOM_HEADERS|{\"X\":[\"s3same\"]}|its key X must be one value, not a list or an object",
        "CUSTOM_HEADERS|{\"X\":\"s3same ${ABSENT}\"}|its key X refers to ${ABSENT}, but the"
            + " environment has no variable ABSENT",
        "CUSTOM_HEADERS|{\"X\":\"s3same\",\"X\":\"2\"}|must be valid JSON (the fault is at line 1,"
            + " column 19); a key is repeated",
        "CUSTOM_AUTH_REQUEST|s3same|must be valid JSON (the fault is at line 1, column 7)",
      })
  void neverShowASecret(String option, String value, String reason) {
    Loading loading = new Loading(folder).option(option, value);

    assertThat(loading.failure().getMessage()).doesNotContain("s3same");
    assertThat(loading.faults().getFirst().replaceAll("column \\d+", "column 0"))
        .isEqualTo(
            CONFIG
                + option
                + " has a wrong value, which is not shown; "
                + reason.replaceAll("column \\d+", "column 0"));
  }

  @Test
  void neverShowASecretThatIsAList() {
    Loading loading =
        new Loading(folder).file("config.yaml", "integration: {config: {password: [s3same]}}");

    assertThat(loading.faults())
        .containsExactly(
            "config.yaml: integration.config.password has a wrong value, which is not shown; must"
                + " be one value, not a list or an object");
  }

  @Test
  void nameBothKeysThatContradictEachOther() {
    Loading loading =
        new Loading(folder)
            .with("OCEAN__CLIENT_TIMEOUT", "1")
            .with("SEAWAY__CLIENT_TIMEOUT", "2")
            .option("PAGE_SIZE", "1")
            .option("pageSize", "2");

    assertThat(loading.faults())
        .containsExactlyInAnyOrder(
            "OCEAN__CLIENT_TIMEOUT and SEAWAY__CLIENT_TIMEOUT have different values; set only one"
                + " of them",
            CONFIG
                + "PAGE_SIZE and "
                + CONFIG
                + "pageSize have different values; set only one of"
                + " them");
  }

  @Test
  void nameAKeyBelowAKeyThatTakesOneValue() {
    assertThat(new Loading(folder).option("CUSTOM_HEADERS__X_KEY", "1").faults())
        .containsExactly(
            CONFIG
                + "CUSTOM_HEADERS__X_KEY lies below a key that takes one value; write "
                + CONFIG
                + "CUSTOM_HEADERS as JSON");
  }
}
