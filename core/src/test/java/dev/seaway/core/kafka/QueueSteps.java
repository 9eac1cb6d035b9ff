package dev.seaway.core.kafka;

import dev.seaway.core.events.EventQueue.Posted;
import dev.seaway.core.events.EventQueue.Taken;
import dev.seaway.core.events.QueueException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;

/** What tests do with a queue again and again. */
final class QueueSteps {

  private QueueSteps() {}

  static Taken take(KafkaQueue queue) throws InterruptedException {
    return queue.take().orElseThrow();
  }

  static Taken applied(KafkaQueue queue) throws InterruptedException {
    Taken taken = take(queue);
    queue.done(taken);
    return taken;
  }

  static Posted event(String subject, String payload) {
    return new Posted(Optional.empty(), subject, payload, HandWaits.START);
  }

  static Posted keyed(String key, String payload) {
    return new Posted(Optional.of(key), "a", payload, HandWaits.START);
  }

  static void putAtLast(KafkaQueue queue, Posted event) {
    for (int attempt = 1; ; attempt++) {
      try {
        queue.put(event);
        return;
      } catch (QueueException e) {
        if (attempt == 100) {
          throw e;
        }
      }
    }
  }

  static void set(Admin admin, String topic, String name, String value) throws Exception {
    AlterConfigOp operation =
        new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    admin.incrementalAlterConfigs(Map.of(resource, List.of(operation))).all().get();
  }
}
