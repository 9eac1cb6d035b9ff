package dev.seaway.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.seaway.connector.Option;
import dev.seaway.connector.Secret;
import dev.seaway.core.SeawayException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordBinderTest {

  /** The words of the tests' enum. */
  public enum Size {
    SMALL,
    @JsonAlias({"big", "huge"})
    VERY_LARGE
  }

  record Bounded(@Option(value = "A part", byDefault = "2", min = 1, max = 9) long part) {}

  record Everything(
      String text,
      Secret secret,
      boolean flag,
      int count,
      long total,
      double share,
      URI address,
      Duration pause,
      Size size,
      JsonNode tree,
      Optional<Size> optionalSize,
      Optional<List<Integer>> numbers,
      List<Secret> secrets,
      Map<String, Boolean> flags,
      Bounded bounded) {}

  record Optionals(
      @Option("") Optional<String> text,
      Optional<Secret> secret,
      Optional<JsonNode> tree,
      List<String> list,
      Map<String, String> map,
      @Option(value = "Has a default", byDefault = "big") Size size,
      @Option(value = "Has a default", byDefault = "0.5") double share,
      @Option(value = "Has a default", byDefault = "0.25") Duration pause,
      @Option(value = "Has a default", byDefault = "[\"a\"]") List<String> letters,
      Bounded bounded) {}

  record Dated(LocalDate day) {}

  @TempDir Path folder;

  @Test
  void bindsEveryType() {
    Loading loading =
        loading()
            .option("TEXT", "words, and more")
            .option("SECRET", "hidden")
            .option("FLAG", "Yes")
            .option("COUNT", "-3")
            .option("TOTAL", "5000000000")
            .option("SHARE", "0.75")
            .option("ADDRESS", "HTTPS://tool.example:8443/ex/jira/x")
            .option("PAUSE", "1.5")
            .option("SIZE", "Very_Large")
            .option("TREE", "[1]")
            .option("OPTIONAL_SIZE", "huge")
            .option("NUMBERS", "[1, \"2\"]")
            .option("SECRETS", "[\"a\"]")
            .option("FLAGS", "{\"b\": true, \"a\": \"no\"}")
            .option("BOUNDED__PART", "9");

    assertThat(loading.bound(Loading.recorder(Everything.class)))
        .isEqualTo(
            new Everything(
                "words, and more",
                Secret.of("hidden"),
                true,
                -3,
                5_000_000_000L,
                0.75,
                URI.create("HTTPS://tool.example:8443/ex/jira/x"),
                Duration.ofMillis(1500),
                Size.VERY_LARGE,
                JsonNodeFactory.instance.arrayNode().add(IntNode.valueOf(1)),
                Optional.of(Size.VERY_LARGE),
                Optional.of(List.of(1, 2)),
                List.of(Secret.of("a")),
                Map.of("b", true, "a", false),
                new Bounded(9)));
  }

  @Test
  void takesDefaults() {
    assertThat(loading().bound(Loading.recorder(Optionals.class)))
        .isEqualTo(
            new Optionals(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Map.of(),
                Size.VERY_LARGE,
                0.5,
                Duration.ofMillis(250),
                List.of("a"),
                new Bounded(2)));
  }

  @Test
  void reportsEachComponentThatIsMissing() {
    Loading loading = loading().connector(Loading.recorder(Everything.class));

    assertThat(loading.faults())
        .hasSize(10)
        .contains("OCEAN__INTEGRATION__CONFIG__TREE is missing");
  }

  @Test
  void bindsRecordsInRecords() {
    Loading loading =
        loading().connector(Loading.recorder(Optionals.class)).option("BOUNDED", "{\"part\": 10}");

    assertThat(loading.faults())
        .containsExactly(
            "OCEAN__INTEGRATION__CONFIG__BOUNDED.part is \"10\"; must be a whole number from 1 to"
                + " 9");
  }

  @Test
  void listsAllSpellingsOfAWord() {
    Loading loading = loading().connector(Loading.recorder(Optionals.class)).option("SIZE", "smal");

    assertThat(loading.faults())
        .containsExactly(
            "OCEAN__INTEGRATION__CONFIG__SIZE is \"smal\"; accepted are small, very_large (or big,"
                + " huge). Did you mean small?");
  }

  @Test
  void shortensLongValues() {
    Loading loading =
        loading().connector(Loading.recorder(Optionals.class)).option("SHARE", "x\n".repeat(1000));

    assertThat(loading.faults())
        .singleElement()
        .asString()
        .hasSizeLessThan(200)
        .endsWith("...\"; must be a number");
  }

  @Test
  void refusesATypeThatItDoesNotKnow() {
    Loading loading = loading().connector(Loading.recorder(Dated.class)).option("DAY", "today");

    assertThatThrownBy(loading::load)
        .isInstanceOf(SeawayException.class)
        .hasMessageContaining("java.time.LocalDate");
  }

  @Test
  void refusesADefaultForNothing() {
    Loading loading = new Loading(folder).connector(Loading.rest("custom", Map.of("pageSiz", "1")));

    assertThatThrownBy(loading::load)
        .isInstanceOf(SeawayException.class)
        .hasMessageContaining("A default is declared for pageSiz");
  }

  private Loading loading() {
    return new Loading(folder).without("OCEAN__INTEGRATION__CONFIG__BASE_URL");
  }
}
