package dev.seaway.kafka;

import dev.seaway.connector.Secret;
import dev.seaway.core.config.EventStore;
import dev.seaway.core.config.KafkaAccess;
import dev.seaway.core.config.KafkaAccess.Mechanism;
import dev.seaway.core.plugin.ContextLoader;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A Kafka cluster, and the clients that Seaway uses there. Their buffers are small, for a heap of a
 * few hundred megabytes.
 */
record Cluster(KafkaAccess access, Optional<Login> login) {

  /** Who logs in. */
  record Login(String username, Secret password) {}

  private static final int API_MILLIS = 10_000;

  /** After it a member that is silent has gone, and the others take over what it had. */
  private static final int SESSION_MILLIS = 20_000;

  private static final int REQUEST_MILLIS = 5_000;

  /** A producer gives up a record in less: the time of a delivery, and that of one request more. */
  static final Duration LONGEST_WRITE = Duration.ofMillis(API_MILLIS + REQUEST_MILLIS);

  private static final int LONGEST_RECONNECT_PAUSE_MILLIS = 10_000;
  private static final int FETCH_BYTES = 4 << 20;

  /** With Kafka's pauses about eight seconds: the last answer is known before the time is over. */
  private static final int RETRIES = 10;

  /** Most clusters allow less, and then theirs counts. */
  private static final int LARGEST_BYTES = 4 << 20;

  private static final int BUFFER_BYTES = 8 << 20;
  private static final int RECORDS_AT_A_TIME = 100;

  static Cluster of(EventStore.Kafka store) {
    return new Cluster(
        store.access(),
        store.username().flatMap(name -> store.password().map(word -> new Login(name, word))));
  }

  /** A member of a group, which commits what it has done by itself. */
  Consumer<String, String> member(String group, String reset) {
    Map<String, Object> properties = reading();
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, reset);
    properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MILLIS);
    properties.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    return consumer(properties);
  }

  /** Reads beside all groups. */
  Consumer<String, String> reader() {
    return consumer(reading());
  }

  /** What it has acknowledged outlives the loss of a broker, as far as the topic has replicas. */
  Producer<String, String> producer() {
    Map<String, Object> properties = common();
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, REQUEST_MILLIS);
    properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
    properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, API_MILLIS);
    properties.put(ProducerConfig.RETRIES_CONFIG, RETRIES);
    properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_BYTES);
    properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
    return here(
        () -> new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer()));
  }

  Admin admin() {
    Map<String, Object> properties = common();
    properties.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, API_MILLIS);
    properties.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
    return here(() -> Admin.create(properties));
  }

  private static Consumer<String, String> consumer(Map<String, Object> properties) {
    return here(
        () -> new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer()));
  }

  /**
   * A client, and each thread that it starts, finds what its settings name where the client itself
   * lies: a thread of the engine's would look on the engine's class path.
   */
  private static <T> T here(Supplier<T> client) {
    return ContextLoader.during(Cluster.class.getClassLoader(), client);
  }

  private Map<String, Object> reading() {
    Map<String, Object> properties = common();
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_AT_A_TIME);
    properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
    properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, API_MILLIS);
    properties.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, API_MILLIS);
    return properties;
  }

  private Map<String, Object> common() {
    Map<String, Object> properties = new HashMap<>();
    properties.put(
        CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, String.join(",", access.brokers()));
    properties.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, access.protocol().name());
    properties.put(
        CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, LONGEST_RECONNECT_PAUSE_MILLIS);
    properties.put(CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG, false);
    properties.put(CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG, List.of());
    access
        .certificates()
        .ifPresent(
            file -> {
              properties.put(SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG, "PEM");
              properties.put(SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG, file.toString());
            });
    if (access.protocol().hasLogin()) {
      properties.put(SaslConfigs.SASL_MECHANISM, access.mechanism().word());
      login.ifPresent(
          known -> properties.put(SaslConfigs.SASL_JAAS_CONFIG, module(access.mechanism(), known)));
    }
    return properties;
  }

  private static String module(Mechanism mechanism, Login login) {
    String name =
        switch (mechanism) {
          case PLAIN -> "org.apache.kafka.common.security.plain.PlainLoginModule";
          case SCRAM_SHA_256, SCRAM_SHA_512 ->
              "org.apache.kafka.common.security.scram.ScramLoginModule";
        };
    return "%s required username=\"%s\" password=\"%s\";"
        .formatted(name, escaped(login.username()), escaped(login.password().reveal()));
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
