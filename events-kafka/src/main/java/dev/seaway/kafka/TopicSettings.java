package dev.seaway.kafka;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a topic is like, so that it can be made again as it was. */
final class TopicSettings {

  private static final Logger log = LoggerFactory.getLogger(TopicSettings.class);

  private TopicSettings() {}

  /** Of its own settings as many as the user may see. */
  static NewTopic of(Admin admin, TopicDescription topic) throws InterruptedException {
    int replicas = topic.partitions().getFirst().replicas().size();
    return new NewTopic(
            topic.name(), Optional.of(topic.partitions().size()), Optional.of((short) replicas))
        .configs(own(admin, topic.name()));
  }

  private static Map<String, String> own(Admin admin, String topic) throws InterruptedException {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    Map<String, String> own = new HashMap<>();
    try {
      admin.describeConfigs(List.of(resource)).all().get().values().stream()
          .map(Config::entries)
          .flatMap(Collection::stream)
          .filter(entry -> entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG)
          .filter(entry -> entry.value() != null)
          .forEach(entry -> own.put(entry.name(), entry.value()));
    } catch (ExecutionException e) {
      log.debug("The settings of the topic {} cannot be read: {}", topic, e.getMessage());
    }
    return own;
  }
}
