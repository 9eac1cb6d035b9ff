package dev.seaway.core.config;

import dev.seaway.connector.Option;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** What starts a resync. */
public sealed interface EventListener {

  /** One resync, then the program ends. */
  record Once() implements EventListener {}

  /** A resync when the integration's mapping changes at the catalog, which is asked regularly. */
  record Polling(
      @Option(
              value = "Seconds between two looks at the catalog, for type polling",
              byDefault = "60",
              min = 1,
              max = 86_400)
          Duration interval,
      @Option(value = "Whether a resync runs at the start, for type polling", byDefault = "true")
          boolean resyncOnStart)
      implements EventListener {}

  /** A resync on {@code POST /resync}. */
  record Webhook(
      @Option(
              "Address of this program as the catalog sees it, for type webhook; the catalog calls"
                  + " /resync there")
          Optional<URI> appHost)
      implements EventListener {}

  /** A resync on a message of the catalog's Kafka topic. */
  record Kafka(
      @Option(
              value = "The catalog's brokers, each host:port, separated by commas, for type kafka",
              byDefault =
                  "b-1-public.publicclusterprod.t9rw6w.c1.kafka.eu-west-1.amazonaws.com:9196,"
                      + "b-2-public.publicclusterprod.t9rw6w.c1.kafka.eu-west-1.amazonaws.com:9196,"
                      + "b-3-public.publicclusterprod.t9rw6w.c1.kafka.eu-west-1.amazonaws.com:9196")
          String brokers,
      @Option(value = "How connections are secured, for type kafka", byDefault = "SASL_SSL")
          KafkaAccess.Protocol securityProtocol,
      @Option(value = "The form of the login, for type kafka", byDefault = "SCRAM-SHA-512")
          KafkaAccess.Mechanism authenticationMechanism,
      @Option(
              value = "False: no encryption and no login, whatever else is set, for type kafka",
              byDefault = "true")
          boolean kafkaSecurityEnabled)
      implements EventListener {

    public Kafka {
      KafkaAccess.addresses(brokers);
    }

    /** How the cluster is reached. */
    public KafkaAccess access() {
      return new KafkaAccess(
          KafkaAccess.addresses(brokers),
          kafkaSecurityEnabled ? securityProtocol : KafkaAccess.Protocol.PLAINTEXT,
          authenticationMechanism,
          Optional.empty());
    }
  }

  /** No resync but on schedule: live events only. */
  record WebhooksOnly() implements EventListener {}
}
