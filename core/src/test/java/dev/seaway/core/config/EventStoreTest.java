package dev.seaway.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.connector.Secret;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventStoreTest {

  @TempDir Path folder;

  @Test
  void isTheDiskByDefault() {
    assertThat(new Loading(folder).settings().eventStore()).isEqualTo(new EventStore.Disk());
  }

  @Test
  void isATopicOfKafka() {
    EventStore store =
        kafka()
            .with("OCEAN__LIVE_EVENTS__KAFKA__TOPIC", "desk.events")
            .with("OCEAN__LIVE_EVENTS__KAFKA__PARTITIONS", "3")
            .with("OCEAN__LIVE_EVENTS__KAFKA__SECURITY_PROTOCOL", "sasl_plaintext")
            .with("OCEAN__LIVE_EVENTS__KAFKA__AUTHENTICATION_MECHANISM", "scram-sha-256")
            .with("OCEAN__LIVE_EVENTS__KAFKA__USERNAME", "seaway")
            .with("OCEAN__LIVE_EVENTS__KAFKA__PASSWORD", "hidden")
            .with("OCEAN__LIVE_EVENTS__KAFKA__CA_FILE", "ca.pem")
            .settings()
            .eventStore();

    assertThat(store)
        .isEqualTo(
            new EventStore.Kafka(
                Optional.of("b-1:9096, b-2:9096"),
                Optional.of("desk.events"),
                3,
                KafkaAccess.Protocol.SASL_PLAINTEXT,
                KafkaAccess.Mechanism.SCRAM_SHA_256,
                Optional.of("seaway"),
                Optional.of(Secret.of("hidden")),
                Optional.of(folder.resolve("ca.pem"))));
    assertThat(((EventStore.Kafka) store).access().brokers())
        .isEqualTo(List.of("b-1:9096", "b-2:9096"));
  }

  @Test
  void isReadAsTheChartWritesIt() {
    EventStore store =
        new Loading(folder)
            .with(
                "OCEAN__LIVE_EVENTS",
                "{\"type\":\"KAFKA\",\"kafka\":{\"brokers\":\"b-1:9096\",\"username\":\"seaway\","
                    + "\"securityProtocol\":\"SASL_PLAINTEXT\"}}")
            .with("OCEAN__LIVE_EVENTS__KAFKA__PASSWORD", "hidden")
            .settings()
            .eventStore();

    assertThat(store)
        .isInstanceOfSatisfying(
            EventStore.Kafka.class,
            kafka -> {
              assertThat(kafka.access().protocol()).isEqualTo(KafkaAccess.Protocol.SASL_PLAINTEXT);
              assertThat(kafka.password()).contains(Secret.of("hidden"));
            });
  }

  @Test
  void needsBrokers() {
    assertThat(new Loading(folder).with("OCEAN__LIVE_EVENTS__TYPE", "KAFKA").faults())
        .singleElement()
        .asString()
        .startsWith("OCEAN__LIVE_EVENTS__KAFKA__BROKERS is missing");
  }

  @Test
  void needsALoginWhereTheProtocolHasOne() {
    assertThat(kafka().with("OCEAN__LIVE_EVENTS__KAFKA__USERNAME", "seaway").faults())
        .singleElement()
        .asString()
        .startsWith("OCEAN__LIVE_EVENTS__KAFKA is not accepted: username or password is missing;");
    assertThat(
            kafka()
                .with("OCEAN__LIVE_EVENTS__KAFKA__SECURITY_PROTOCOL", "PLAINTEXT")
                .settings()
                .eventStore())
        .isInstanceOf(EventStore.Kafka.class);
  }

  private Loading kafka() {
    return new Loading(folder)
        .with("OCEAN__LIVE_EVENTS__TYPE", "KAFKA")
        .with("OCEAN__LIVE_EVENTS__KAFKA__BROKERS", "b-1:9096, b-2:9096");
  }
}
