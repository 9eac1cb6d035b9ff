package dev.seaway.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.seaway.connector.Auth;
import dev.seaway.connector.Connector;
import dev.seaway.connector.Option;
import dev.seaway.connector.Secret;
import dev.seaway.connector.Source;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OptionBinderTest {

  @Test
  void takesDefaults() {
    assertThat(OptionBinder.bind(new Example(), Map.of("site", "https://a.test")))
        .isEqualTo(
            new Config(
                URI.create("https://a.test"),
                7,
                Duration.ofSeconds(30),
                Word.FIRST,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Map.of(),
                true));
  }

  @Test
  void bindsEveryType() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("site", "https://a.test/x");
    options.put("count", "8");
    options.put("timeout", "5");
    options.put("word", "deuxieme");
    options.put("secret", " s ");
    options.put("tree", "{\"a\": 1}");
    options.put("links", "[\"https://b.test\"]");
    options.put("headers", "{\"X-Key\": \"k\"}");
    options.put("verify", "false");

    assertThat(OptionBinder.bind(new Example(), options))
        .isEqualTo(
            new Config(
                URI.create("https://a.test/x"),
                8,
                Duration.ofSeconds(5),
                Word.SECOND,
                Optional.of(Secret.of("s")),
                Optional.of(JsonNodeFactory.instance.objectNode().put("a", 1)),
                List.of(URI.create("https://b.test")),
                Map.of("X-Key", "k"),
                false));
  }

  @Test
  void knowsWhatIsSecret() {
    Config config =
        OptionBinder.bind(
            new Example(),
            Map.of("site", "https://a.test", "secret", "s", "headers", "{\"X-Key\": \"k\"}"));

    assertThat(OptionBinder.secrets(config)).isEqualTo(Map.of("secret", "s", "headers", "k"));
  }

  @Test
  void saysWhatIsWrong() {
    assertFails(Map.of(), "The option site is needed");
    assertFails(Map.of("sight", "x"), "Unknown options [sight]; known are [site, count");
    assertFails(Map.of("site", "https://a.test", "count", "many"), "The option count");
    assertFails(Map.of("site", "https://a.test", "timeout", "soon"), "The option timeout");
    assertFails(Map.of("site", "https://a.test", "links", "b.test"), "The option links");
  }

  private static void assertFails(Map<String, String> options, String message) {
    assertThatThrownBy(() -> OptionBinder.bind(new Example(), options))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  /** Words with another spelling. */
  public enum Word {
    FIRST,
    @JsonAlias("deuxieme")
    SECOND
  }

  /** One component of each type. */
  public record Config(
      @Option("Site") URI site,
      @Option(value = "Count", byDefault = "5") int count,
      @Option(value = "Timeout", byDefault = "30") Duration timeout,
      @Option(value = "Word", byDefault = "first") Word word,
      @Option("Secret") Optional<Secret> secret,
      @Option("Tree") Optional<JsonNode> tree,
      @Option("Links") List<URI> links,
      @Option(value = "Headers", secret = true) Map<String, String> headers,
      @Option(value = "Verify", byDefault = "true") boolean verify) {}

  private static final class Example implements Connector<Config> {

    @Override
    public String name() {
      return "example";
    }

    @Override
    public Class<Config> configType() {
      return Config.class;
    }

    @Override
    public Source source(Config config) {
      return Source.of(config.site(), new Auth.None(), List.of());
    }

    @Override
    public Map<String, String> defaults() {
      return Map.of("count", "7");
    }
  }
}
