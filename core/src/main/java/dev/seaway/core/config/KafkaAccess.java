package dev.seaway.core.config;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a Kafka cluster is reached.
 *
 * @param brokers each {@code host:port}; some of the cluster are enough
 * @param mechanism of the login, where the protocol has one
 * @param certificates the authorities to trust, PEM; empty: those of the Java runtime
 */
public record KafkaAccess(
    List<String> brokers, Protocol protocol, Mechanism mechanism, Optional<Path> certificates) {

  /** Whether the connection is encrypted, and whether it begins with a login. */
  public enum Protocol {
    PLAINTEXT,
    SSL,
    SASL_PLAINTEXT,
    SASL_SSL;

    /** Whether it begins with a login. */
    public boolean hasLogin() {
      return this == SASL_PLAINTEXT || this == SASL_SSL;
    }
  }

  /** The form of the login. */
  public enum Mechanism {
    PLAIN,
    @JsonAlias("SCRAM-SHA-256")
    SCRAM_SHA_256,
    @JsonAlias("SCRAM-SHA-512")
    SCRAM_SHA_512;

    /** Its name in Kafka's settings. */
    public String word() {
      return name().replace('_', '-');
    }
  }

  private static final String ADDRESS = "(\\[[0-9A-Fa-f:.]+]|[^\\s,:/]+):[0-9]{1,5}";

  public KafkaAccess {
    brokers = List.copyOf(brokers);
  }

  /**
   * The addresses of a list that is separated by commas, or is JSON.
   *
   * @throws IllegalArgumentException if there is none, or one is no {@code host:port}
   */
  static List<String> addresses(String brokers) {
    List<String> addresses =
        brokers.strip().startsWith("[") && brokers.strip().endsWith("\"]")
            ? json(brokers)
            : Stream.of(brokers.split(",", -1)).map(String::strip).toList();
    for (String address : addresses) {
      if (!address.matches(ADDRESS)) {
        throw new IllegalArgumentException(
            "brokers holds \"%s\", which is no host:port; give for example \"b-1.example:9096,b-2.example:9096\""
                .formatted(address));
      }
    }
    return addresses;
  }

  private static List<String> json(String brokers) {
    try {
      return Json.parse(brokers).valueStream().map(JsonNode::asText).map(String::strip).toList();
    } catch (InvalidValue e) {
      throw new IllegalArgumentException("brokers " + e.reason(), e);
    }
  }
}
