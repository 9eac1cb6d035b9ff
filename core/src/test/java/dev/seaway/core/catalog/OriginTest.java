package dev.seaway.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://acme.example",
        "https://acme.example/",
        "https://acme.example:443",
        "HTTPS://ACME.example:443//",
        "https://acme.example./",
        "https://me:secret@acme.example/?x=1#y",
        "https://acme.example/jira/.."
      })
  void isTheSameHoweverItIsWritten(String baseUrl) {
    assertThat(Origin.of(URI.create(baseUrl))).hasToString("https://acme.example");
  }

  @ParameterizedTest
  @CsvSource({
    "http://acme.example:80/, http://acme.example",
    "http://acme.example:443/, http://acme.example:443",
    "https://acme.example:8443/Jira/, https://acme.example:8443/Jira",
    "http://me:secret@jira_one:8080, http://jira_one:8080",
    "http://[::1]:8080/, http://[::1]:8080",
    "https://api.atlassian.com/ex/jira/11-22/, https://api.atlassian.com/ex/jira/11-22"
  })
  void keepsWhatTellsSitesApart(String baseUrl, String text) {
    assertThat(Origin.of(URI.create(baseUrl))).hasToString(text);
  }

  @Test
  void tellsTheGatewayOfACloudFromItsSite() {
    assertThat(Origin.of(URI.create("https://api.atlassian.com/ex/jira/1")))
        .isNotEqualTo(Origin.of(URI.create("https://api.atlassian.com/ex/jira/2")))
        .isNotEqualTo(Origin.of(URI.create("https://acme.atlassian.net")));
  }
}
