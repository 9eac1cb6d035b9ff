package dev.seaway.kafka;

import dev.seaway.service.events.EventQueue.NewEvent;
import dev.seaway.service.events.EventQueue.QueuedEvent;
import dev.seaway.service.events.QueueException;
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

  static QueuedEvent take(KafkaQueue queue) throws InterruptedException {
    return queue.take().orElseThrow();
  }

  static QueuedEvent applied(KafkaQueue queue) throws InterruptedException {
    QueuedEvent taken = take(queue);
    queue.done(taken);
    return taken;
  }

  static NewEvent event(String subject, String payload) {
    return new NewEvent(Optional.empty(), subject, payload, HandWaits.START);
  }

  static NewEvent keyed(String key, String payload) {
    return new NewEvent(Optional.of(key), "a", payload, HandWaits.START);
  }

  static void putAtLast(KafkaQueue queue, NewEvent event) {
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
