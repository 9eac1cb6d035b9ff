package dev.seaway.kafka;

import dev.seaway.core.catalog.Integration;
import dev.seaway.core.catalog.Organization;
import dev.seaway.core.config.EventListener;
import dev.seaway.core.http.Sleeper;
import dev.seaway.service.listen.Listener;
import dev.seaway.service.listen.ResyncRequests;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks for a resync when the catalog tells by Kafka that the integration was changed. */
final class KafkaListener implements Listener {

  private static final Logger log = LoggerFactory.getLogger(KafkaListener.class);
  private static final Duration COMMIT = Duration.ofSeconds(5);

  private final EventListener.Kafka config;
  private final Integration integration;
  private final Organization organization;
  private final Sleeper waits;
  private final ConnectionHealth reach = new ConnectionHealth("The event listener");
  private @Nullable ConsumerLoop loop;

  /**
   * @param organization is asked for the topic's name and the login at each connection
   */
  KafkaListener(
      EventListener.Kafka config,
      Integration integration,
      Organization organization,
      Sleeper waits) {
    this.config = config;
    this.integration = integration;
    this.organization = organization;
    this.waits = waits;
  }

  @Override
  public void start(ResyncRequests requests) {
    loop =
        ConsumerLoop.start(
            "kafka-listener", new Following(requests), config.access(), reach, waits);
  }

  @Override
  public Optional<String> obstacle() {
    return reach.obstacle();
  }

  @Override
  public void close() {
    if (loop != null) {
      loop.close();
    }
  }

  private final class Following implements ConsumerLoop.Work {

    private final ResyncRequests requests;
    private final Set<TopicPartition> fresh = new HashSet<>();
    private boolean assigned;

    Following(ResyncRequests requests) {
      this.requests = requests;
    }

    @Override
    public ConsumerLoop.Member open() {
      fresh.clear();
      String id = organization.id();
      Optional<Cluster.Login> login =
          config.access().protocol().hasLogin()
              ? Optional.of(login(organization.kafkaCredentials()))
              : Optional.empty();
      String group = id + "." + integration.type() + "." + integration.identifier();
      return new ConsumerLoop.Member(
          new Cluster(config.access(), login).member(group, "latest"), id + ".change.log");
    }

    private static Cluster.Login login(Organization.KafkaCredentials given) {
      return new Cluster.Login(given.username(), given.password());
    }

    @Override
    public void step(Consumer<String, String> consumer) {
      makeUp(consumer);
    }

    /** Asks for a resync where nobody knows what was told before these partitions came. */
    private void makeUp(Consumer<String, String> consumer) {
      Set<TopicPartition> unread = fresh.isEmpty() ? Set.of() : unread(consumer);
      if (!unread.isEmpty()) {
        // From these places on all is heard; a resync that is asked for now covers what was before.
        consumer.seekToEnd(unread);
        unread.forEach(consumer::position);
        requests.request(
            "what the catalog told by Kafka before is not known: the group has no place in "
                + unread.iterator().next().topic()
                + " yet, or its place has expired");
        commit(consumer);
      }
      fresh.clear();
    }

    /** Those that the group has not read yet, or of which Kafka has dropped what came next. */
    private Set<TopicPartition> unread(Consumer<String, String> consumer) {
      Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(fresh);
      Map<TopicPartition, Long> oldest = consumer.beginningOffsets(fresh);
      return fresh.stream()
          .filter(
              each -> {
                OffsetAndMetadata place = committed.get(each);
                return place == null || place.offset() < oldest.getOrDefault(each, 0L);
              })
          .collect(Collectors.toSet());
    }

    @Override
    public Duration patience() {
      return Duration.ofSeconds(1);
    }

    @Override
    public void received(
        Consumer<String, String> consumer, ConsumerRecords<String, String> records) {
      makeUp(consumer);
      for (ConsumerRecord<String, String> each : records) {
        String message = each.value();
        if (message != null && ChangeMessage.asksForResync(message, integration.identifier())) {
          requests.request("the catalog tells by Kafka that the integration was changed");
        }
      }
      if (!records.isEmpty()) {
        commit(consumer);
      }
    }

    /** What was asked for twice does no harm; what is lost would be. */
    private static void commit(Consumer<String, String> consumer) {
      try {
        consumer.commitSync(COMMIT);
      } catch (CommitFailedException | RebalanceInProgressException | RetriableException e) {
        log.info(
            "Kafka has not noted what was read, so a resync may be asked for once more: {}",
            e.getMessage());
      }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      if (partitions.isEmpty() && !assigned) {
        log.warn(
            "Another process of the integration {} listens to Kafka already; this one hears of"
                + " nothing until that one ends",
            integration.identifier());
      }
      assigned |= !partitions.isEmpty();
      fresh.addAll(partitions);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      assigned = false;
      fresh.removeAll(partitions);
    }
  }
}
