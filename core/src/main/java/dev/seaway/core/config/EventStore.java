package dev.seaway.core.config;

import dev.seaway.connector.Option;
import dev.seaway.connector.Secret;
import java.nio.file.Path;
import java.util.Optional;

/** Where live events are kept until they are applied. */
public sealed interface EventStore {

  /** In a SQLite file of the data directory: one process, no other service. */
  record Disk() implements EventStore {}

  /** In a topic of a Kafka cluster of one's own, shared by any number of processes. */
  record Kafka(
      @Option("Kafka's brokers, each host:port, separated by commas; required for type kafka")
          Optional<String> brokers,
      @Option(
              "Topic of the events, made where it does not exist; by default named after type and"
                  + " identifier")
          Optional<String> topic,
      @Option(
              value = "Partitions of a topic that is made: how many events are applied at a time",
              byDefault = "12",
              min = 1,
              max = 1000)
          int partitions,
      @Option(value = "How connections are secured", byDefault = "SASL_SSL")
          KafkaAccess.Protocol securityProtocol,
      @Option(value = "The form of the login", byDefault = "SCRAM-SHA-512")
          KafkaAccess.Mechanism authenticationMechanism,
      @Option("User name of the login") Optional<String> username,
      @Option("Password of the login") Optional<Secret> password,
      @Option("File of the certificate authorities to trust, PEM; by default those of Java")
          Optional<Path> caFile)
      implements EventStore {

    private static final String NAME = "[A-Za-z0-9._-]{1,200}";

    public Kafka {
      brokers.ifPresent(KafkaAccess::addresses);
      if (topic.isPresent() && !topic.get().matches(NAME)) {
        throw new IllegalArgumentException(
            "topic is \"%s\"; a topic has at most 200 letters, digits, dots, underscores and hyphens"
                .formatted(topic.get()));
      }
      if (brokers.isPresent()
          && securityProtocol.hasLogin()
          && (username.isEmpty() || password.isEmpty())) {
        throw new IllegalArgumentException(
            "username or password is missing; set both, or security_protocol to SSL or PLAINTEXT"
                + " where the cluster has no login");
      }
    }

    /** How the cluster is reached. */
    public KafkaAccess access() {
      return new KafkaAccess(
          brokers.map(KafkaAccess::addresses).orElseThrow(),
          securityProtocol,
          authenticationMechanism,
          caFile);
    }
  }
}
