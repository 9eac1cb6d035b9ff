package dev.seaway.kafka;

import dev.seaway.connector.Secret;
import dev.seaway.core.config.KafkaAccess;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import kafka.server.BrokerServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.apache.kafka.common.test.JaasUtils;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** A real broker in this process, which wants a login. */
final class TestBroker implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** Gives all tests the same broker, started once. */
  static final class Shared implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == TestBroker.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(ExtensionContext.Namespace.create(TestBroker.class))
          .computeIfAbsent(TestBroker.class, _ -> start(), TestBroker.class);
    }
  }

  private final KafkaClusterTestKit kit;

  private TestBroker(KafkaClusterTestKit kit) {
    this.kit = kit;
  }

  private static TestBroker start() {
    try {
      TestKitNodes nodes =
          new TestKitNodes.Builder()
              .setCombined(true)
              .setNumControllerNodes(1)
              .setNumBrokerNodes(1)
              .setBrokerSecurityProtocol(SecurityProtocol.SASL_PLAINTEXT)
              .setControllerSecurityProtocol(SecurityProtocol.SASL_PLAINTEXT)
              .build();
      KafkaClusterTestKit kit =
          new KafkaClusterTestKit.Builder(nodes)
              .setConfigProp("offsets.topic.num.partitions", "1")
              .setConfigProp("offsets.topic.replication.factor", "1")
              .setConfigProp("group.initial.rebalance.delay.ms", "0")
              .setConfigProp("auto.create.topics.enable", "false")
              .build();
      kit.format();
      kit.startup();
      kit.waitForReadyBrokers();
      return new TestBroker(kit);
    } catch (Exception e) {
      throw new IllegalStateException("The broker did not start", e);
    }
  }

  KafkaAccess access() {
    return new KafkaAccess(
        List.of(kit.bootstrapServers()),
        KafkaAccess.Protocol.SASL_PLAINTEXT,
        KafkaAccess.Mechanism.PLAIN,
        Optional.empty());
  }

  static String username() {
    return JaasUtils.KAFKA_PLAIN_ADMIN;
  }

  static String password() {
    return JaasUtils.KAFKA_PLAIN_ADMIN_PASSWORD;
  }

  Cluster cluster() {
    return new Cluster(access(), Optional.of(new Cluster.Login(username(), Secret.of(password()))));
  }

  /** Makes a topic of one partition, which the group is to read from its beginning. */
  void topic(String topic, String group) throws Exception {
    try (Admin admin = cluster().admin()) {
      admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
      Map<TopicPartition, OffsetAndMetadata> beginning =
          Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(0));
      persistently(() -> admin.alterConsumerGroupOffsets(group, beginning).all().get());
    }
  }

  void send(String topic, String... messages) throws Exception {
    try (Producer<String, String> producer = cluster().producer()) {
      for (String message : messages) {
        persistently(() -> producer.send(new ProducerRecord<>(topic, message)).get());
      }
    }
  }

  /** Returns once somebody has made the topic. */
  void awaitTopic(String topic) throws Exception {
    try (Admin admin = cluster().admin()) {
      persistently(() -> admin.describeTopics(List.of(topic)).allTopicNames().get());
    }
  }

  /** On a busy machine it takes a while until a topic that was just made is found everywhere. */
  private static void persistently(Callable<?> call) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    while (true) {
      try {
        call.call();
        return;
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof RetriableException) || Instant.now().isAfter(end)) {
          throw e;
        }
      }
    }
  }

  /** Where the group is to go on. */
  long committed(String topic, String group) throws Exception {
    try (Admin admin = cluster().admin()) {
      Map<TopicPartition, OffsetAndMetadata> offsets =
          admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
      OffsetAndMetadata known = offsets.get(new TopicPartition(topic, 0));
      return known == null ? 0 : known.offset();
    }
  }

  void stop() {
    kit.brokers()
        .values()
        .forEach(
            broker -> {
              broker.shutdown();
              broker.awaitShutdown();
            });
  }

  void startAgain() throws Exception {
    kit.brokers().values().forEach(BrokerServer::startup);
    kit.waitForReadyBrokers();
  }

  @Override
  public void close() {
    try {
      kit.close();
    } catch (Exception e) {
      throw new IllegalStateException("The broker did not stop", e);
    }
  }
}
