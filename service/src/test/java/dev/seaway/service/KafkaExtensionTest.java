package dev.seaway.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaway.core.SeawayException;
import org.junit.jupiter.api.Test;

/** This module has no part that speaks with Kafka on its class path. */
class KafkaExtensionTest {

  @Test
  void saysWhatIsMissingAndWhatToDoWhereEventsAreToBeKeptInKafka() {
    assertThatThrownBy(KafkaExtension::forEvents)
        .isInstanceOfSatisfying(
            SeawayException.class,
            e -> assertThat(e.category()).isEqualTo(SeawayException.Category.USER))
        .hasMessage(
            "OCEAN__LIVE_EVENTS__TYPE is KAFKA, but extensions/kafka, the part of Seaway that"
                + " speaks with Kafka, is not there: use the image whose tag ends in -kafka, or"
                + " copy the folder extensions/kafka of Seaway's archive to that place, or set it"
                + " to DISK");
  }

  @Test
  void saysSoWhereTheCatalogIsToTellOfChangesByKafka() {
    assertThatThrownBy(KafkaExtension::forListener)
        .isInstanceOf(SeawayException.class)
        .hasMessageContainingAll("OCEAN__EVENT_LISTENER__TYPE is KAFKA", "set it to POLLING");
  }
}
