package dev.seaway.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StampedVersionTest {

  /** The words of semver.org for what may follow the plus. */
  private static final String BUILD_METADATA = "[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*";

  @ParameterizedTest
  @CsvSource({
    "https://acme.atlassian.net, 1.4.0+seaway.acme.atlassian.net",
    "http://acme.example, 1.4.0+seaway.http-3a-2f-2facme.example",
    "https://my-jira.example:8443/jira, 1.4.0+seaway.my-2djira.example-3a8443-2fjira"
  })
  void showsAnOriginSoThatItCanBeRead(String origin, String text) {
    assertThat(version(origin).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://acme.atlassian.net",
        "http://[::1]:8080/a..b/.-./c.",
        "https://jira_one/%C3%A4/ä~x,y;z",
        "https://a/-2f",
        "https://a/x://y"
      })
  void readsAsItWasWrittenAndIsAVersion(String origin) {
    StampedVersion one = version(origin);
    StampedVersion two = version(origin, "https://b.example");

    assertThat(StampedVersion.parse(one.text())).isEqualTo(one);
    assertThat(StampedVersion.parse(two.text())).isEqualTo(two);
    assertThat(two.text().substring("1.4.0+".length())).matches(BUILD_METADATA);
  }

  @Test
  void isWithoutOriginsWhereAnotherProgramHasWrittenIt() {
    assertThat(StampedVersion.parse("0.6.108").origins()).isEmpty();
    assertThat(StampedVersion.parse("0.6+build.5").origins()).isEmpty();
    assertThat(StampedVersion.parse("0.6+build.5").text()).isEqualTo("0.6+build.5");
    assertThat(StampedVersion.parse("").text()).isEmpty();
  }

  @Test
  void takesWhatAnotherHandHasWrittenAsItStands() {
    assertThat(StampedVersion.parse("1+seaway.a-b.example-").origins())
        .containsExactly(new Origin("https://a-b.example-"));
  }

  private static StampedVersion version(String... origins) {
    return new StampedVersion(
        "1.4.0", new TreeSet<>(List.of(origins).stream().map(Origin::new).toList()));
  }
}
