package dev.seaway.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.core.plugin.Plugins;
import dev.seaway.service.events.KafkaBackend;
import org.junit.jupiter.api.Test;

class KafkaClientsTest {

  @Test
  void areFoundOnTheClassPath() {
    assertThat(Plugins.builtIn(KafkaBackend.class)).containsInstanceOf(KafkaClients.class);
  }
}
