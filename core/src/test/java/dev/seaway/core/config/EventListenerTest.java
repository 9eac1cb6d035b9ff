package dev.seaway.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventListenerTest {

  @TempDir Path folder;

  @Test
  void isGivenAsJson() {
    assertThat(listener("{\"type\":\"ONCE\"}")).isEqualTo(new EventListener.Once());
    assertThat(listener("{\"type\":\"WEBHOOKS_ONLY\"}"))
        .isEqualTo(new EventListener.WebhooksOnly());
    assertThat(listener("{\"type\":\"WEBHOOK\"}"))
        .isEqualTo(new EventListener.Webhook(Optional.empty()));
    assertThat(listener("{\"type\":\"polling\",\"interval\":5,\"resync_on_start\":false}"))
        .isEqualTo(new EventListener.Polling(Duration.ofSeconds(5), false));
  }

  @Test
  void listensToPortsBrokersByDefault() {
    EventListener.Kafka kafka = (EventListener.Kafka) listener("{\"type\":\"KAFKA\"}");

    assertThat(kafka.access().brokers())
        .hasSize(3)
        .allMatch(broker -> broker.endsWith(".kafka.eu-west-1.amazonaws.com:9196"));
    assertThat(kafka.access().protocol()).isEqualTo(KafkaAccess.Protocol.SASL_SSL);
    assertThat(kafka.access().mechanism().word()).isEqualTo("SCRAM-SHA-512");
  }

  @Test
  void listensToOtherBrokers() {
    assertThat(
            listener(
                """
                {"type": "KAFKA", "brokers": "[\\"b-1:9196\\", \\"b-2:9196\\"]",
                 "kafka_security_enabled": false, "consumer_poll_timeout": 1}
                """))
        .isInstanceOfSatisfying(
            EventListener.Kafka.class,
            kafka ->
                assertThat(kafka.access())
                    .isEqualTo(
                        new KafkaAccess(
                            List.of("b-1:9196", "b-2:9196"),
                            KafkaAccess.Protocol.PLAINTEXT,
                            KafkaAccess.Mechanism.SCRAM_SHA_512,
                            Optional.empty())));
  }

  @Test
  void refusesABrokerWithoutAPort() {
    assertThat(
            new Loading(folder)
                .with("OCEAN__EVENT_LISTENER__TYPE", "KAFKA")
                .with("OCEAN__EVENT_LISTENER__BROKERS", "b-1.example")
                .faults())
        .singleElement()
        .asString()
        .startsWith(
            "OCEAN__EVENT_LISTENER is not accepted: brokers holds \"b-1.example\", which is no"
                + " host:port;");
  }

  @Test
  void isGivenKeyByKey() {
    Loading loading =
        new Loading(folder)
            .with("OCEAN__EVENT_LISTENER__TYPE", "Polling")
            .with("OCEAN__EVENT_LISTENER__INTERVAL", "121")
            .with("OCEAN__EVENT_LISTENER__RESYNC_ON_START", "false");

    assertThat(loading.settings().listener())
        .isEqualTo(new EventListener.Polling(Duration.ofSeconds(121), false));
  }

  @Test
  void prefersAKeyOfItsOwnToTheJson() {
    Loading loading =
        new Loading(folder)
            .with("OCEAN__EVENT_LISTENER", "{\"type\":\"POLLING\",\"interval\":5}")
            .with("OCEAN__EVENT_LISTENER__INTERVAL", "7");

    assertThat(loading.settings().listener())
        .isEqualTo(new EventListener.Polling(Duration.ofSeconds(7), true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ONCE", "POLLING", "WEBHOOK", "KAFKA", "WEBHOOKS_ONLY"})
  void ignoresTheKeysThatTheChartLeavesBesideAnyType(String type) {
    Loading loading =
        new Loading(folder)
            .with("OCEAN__STRICT", "true")
            .with(
                "OCEAN__EVENT_LISTENER",
                "{\"type\":\"%s\",\"brokers\":\"b-1:9196\",\"appHost\":\"\"}".formatted(type));

    assertThat(loading.warnings()).isEmpty();
  }

  @Test
  void ignoresAnIntervalThatAnotherTypeDoesNotUse() {
    assertThat(listener("{\"type\":\"ONCE\",\"interval\":\"never\"}"))
        .isEqualTo(new EventListener.Once());
  }

  @Test
  void refusesAnUnknownType() {
    assertThat(new Loading(folder).with("OCEAN__EVENT_LISTENER", "{\"type\":\"WEBHOK\"}").faults())
        .containsExactly(
            "OCEAN__EVENT_LISTENER.type is \"WEBHOK\"; accepted are once, polling, webhook, kafka,"
                + " webhooks_only. Did you mean webhook?");
  }

  @Test
  void refusesWhatIsNoObject() {
    assertThat(new Loading(folder).with("OCEAN__EVENT_LISTENER", "ONCE").faults())
        .containsExactly("OCEAN__EVENT_LISTENER must be a JSON object, or set its keys one by one");
  }

  @Test
  void refusesMalformedJson() {
    assertThat(new Loading(folder).with("OCEAN__EVENT_LISTENER", "{\"type\" \"ONCE\"}").faults())
        .containsExactly(
            "OCEAN__EVENT_LISTENER must be valid JSON (the fault is at line 1, column 9)");
  }

  @Test
  void refusesAnIntervalOutOfBounds() {
    assertThat(new Loading(folder).with("OCEAN__EVENT_LISTENER__INTERVAL", "0").faults())
        .containsExactly(
            "OCEAN__EVENT_LISTENER__INTERVAL is \"0\"; must be a number from 1 to 86400");
  }

  private EventListener listener(String json) {
    return new Loading(folder).with("OCEAN__EVENT_LISTENER", json).settings().listener();
  }
}
