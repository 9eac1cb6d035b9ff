package dev.seaway.kafka;

import dev.seaway.service.events.DeadLetter;
import dev.seaway.service.events.EventQueue.NewEvent;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** Events as Kafka's records: what is to be done is the value, all else but the key is a header. */
final class EventRecords {

  private static final String KEY = "key";
  private static final String SUBJECT = "subject";
  private static final String RECEIVED = "received";
  private static final String REPLAYED = "replayed";
  private static final String RECALLED = "recalled";
  private static final String REASON = "reason";
  private static final String BURIED = "buried";

  private EventRecords() {}

  /** Its key is the subject, so that all events of one lie in one partition. */
  static ProducerRecord<String, String> live(String topic, NewEvent event) {
    ProducerRecord<String, String> written =
        new ProducerRecord<>(topic, event.subject(), event.payload());
    describe(written.headers(), event);
    return written;
  }

  /** It is applied though its key is known. */
  static ProducerRecord<String, String> replayed(String topic, NewEvent event) {
    ProducerRecord<String, String> written = live(topic, event);
    add(written.headers(), REPLAYED, "true");
    return written;
  }

  /** The same, after a run that others knew nothing of; the next run does not ask for it again. */
  static ProducerRecord<String, String> recalled(String topic, NewEvent event) {
    ProducerRecord<String, String> written = replayed(topic, event);
    add(written.headers(), RECALLED, "true");
    return written;
  }

  static boolean isRecalled(ConsumerRecord<String, String> read) {
    return text(read.headers(), RECALLED).isPresent();
  }

  static boolean isReplayed(ConsumerRecord<String, String> read) {
    return text(read.headers(), REPLAYED).isPresent();
  }

  /** What others have put into the topic is taken as it is; it cannot be applied. */
  static NewEvent event(ConsumerRecord<String, String> read) {
    return new NewEvent(
        text(read.headers(), KEY),
        text(read.headers(), SUBJECT).or(() -> Optional.ofNullable(read.key())).orElse(""),
        Optional.ofNullable(read.value()).orElse(""),
        instant(read, RECEIVED));
  }

  /** Its key is the event's number, so that a second one takes the place of the first. */
  static ProducerRecord<String, String> dead(String topic, DeadLetter letter) {
    ProducerRecord<String, String> written =
        new ProducerRecord<>(topic, Long.toString(letter.number()), letter.event().payload());
    describe(written.headers(), letter.event());
    add(written.headers(), REASON, letter.reason());
    add(written.headers(), BURIED, letter.buried().toString());
    return written;
  }

  /**
   * The same without all that can be missed, for an event that leaves no room: never larger than
   * the event itself, whose time and subject as its key take more than the number.
   */
  static ProducerRecord<String, String> deadInShort(String topic, DeadLetter letter) {
    ProducerRecord<String, String> written =
        new ProducerRecord<>(topic, Long.toString(letter.number()), letter.event().payload());
    letter.event().key().ifPresent(key -> add(written.headers(), KEY, key));
    add(written.headers(), SUBJECT, letter.event().subject());
    return written;
  }

  static DeadLetter deadLetter(long number, ConsumerRecord<String, String> read) {
    return new DeadLetter(
        number,
        event(read),
        instant(read, BURIED),
        text(read.headers(), REASON).orElse("there was no room for the reason; the log has it"));
  }

  private static void describe(Headers headers, NewEvent event) {
    event.key().ifPresent(key -> add(headers, KEY, key));
    add(headers, SUBJECT, event.subject());
    add(headers, RECEIVED, event.received().toString());
  }

  private static void add(Headers headers, String name, String text) {
    headers.add(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<String> text(Headers headers, String name) {
    return Optional.ofNullable(headers.lastHeader(name))
        .map(Header::value)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  private static Instant instant(ConsumerRecord<String, String> read, String name) {
    try {
      return text(read.headers(), name)
          .map(Instant::parse)
          .orElseGet(() -> Instant.ofEpochMilli(read.timestamp()));
    } catch (DateTimeException e) {
      return Instant.ofEpochMilli(read.timestamp());
    }
  }
}
