package dev.seaway.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.core.plugin.Plugins;
import dev.seaway.service.events.KafkaBackend;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class KafkaClientsTest {

  @Test
  void areFoundOnTheClassPath() {
    assertThat(Plugins.extension(KafkaBackend.class, Path.of("nowhere")))
        .containsInstanceOf(KafkaClients.class);
  }
}
