package dev.seaway.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaway.core.SeawayException;
import org.junit.jupiter.api.Test;

/** This module has no part that speaks with Kafka on its class path. */
class KafkaJarTest {

  @Test
  void saysWhatIsMissingAndWhatToDoWhereEventsAreToBeKeptInKafka() {
    assertThatThrownBy(KafkaJar::forEvents)
        .isInstanceOfSatisfying(
            SeawayException.class,
            e -> assertThat(e.category()).isEqualTo(SeawayException.Category.USER))
        .hasMessage(
            "OCEAN__LIVE_EVENTS__TYPE is KAFKA, but the part of Seaway that speaks with Kafka is"
                + " not installed: put seaway-events-kafka and kafka-clients, with the jars that"
                + " they need, into the folder lib beside Seaway's other jars, or set it to DISK");
  }

  @Test
  void saysSoWhereTheCatalogIsToTellOfChangesByKafka() {
    assertThatThrownBy(KafkaJar::forListener)
        .isInstanceOf(SeawayException.class)
        .hasMessageContainingAll("OCEAN__EVENT_LISTENER__TYPE is KAFKA", "set it to POLLING");
  }
}
