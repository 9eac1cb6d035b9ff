package dev.seaway.kafka;

import dev.seaway.core.SeawayException;
import dev.seaway.core.SeawayException.Category;
import dev.seaway.core.config.KafkaAccess;
import dev.seaway.service.events.QueueException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.NotEnoughReplicasAfterAppendException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicIdException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Says what Kafka's client reports, in one sentence for people, without a full stop. */
final class KafkaFailures {

  private KafkaFailures() {}

  static String sentence(Throwable failure, KafkaAccess access) {
    String kafka = "Kafka at " + String.join(", ", access.brokers());
    return switch (failure) {
      case SeawayException own -> shortened(own);
      case ExecutionException e when e.getCause() != null -> sentence(e.getCause(), access);
      case SslAuthenticationException e ->
          kafka + " cannot be trusted, or does not encrypt: " + e.getMessage();
      case AuthenticationException _ when access.protocol().hasLogin() ->
          "%s refuses the user name or the password (%s)"
              .formatted(kafka, access.mechanism().word());
      case GroupAuthorizationException e ->
          "%s does not let this user read in the group %s".formatted(kafka, e.groupId());
      case TopicAuthorizationException e ->
          "%s does not let this user use the topic %s"
              .formatted(kafka, String.join(", ", e.unauthorizedTopics()));
      case NotEnoughReplicasException _, NotEnoughReplicasAfterAppendException _ ->
          kafka + " has fewer replicas in sync than min.insync.replicas of the topic asks for";
      case UnknownTopicOrPartitionException _ ->
          kafka + " has no such topic, or no longer: " + failure.getMessage();
      case TimeoutException e when e.getCause() instanceof KafkaException cause ->
          sentence(cause, access);
      case TimeoutException _ ->
          "%s does not answer, or not by the protocol %s".formatted(kafka, access.protocol());
      // The client wraps what it finds wrong before it connects, and says only where it was.
      case KafkaException e when e.getClass() == KafkaException.class && e.getCause() != null ->
          kafka + ": " + innermost(e);
      default -> kafka + ": " + failure.getMessage();
    };
  }

  private static String innermost(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return switch (cause) {
      case NoSuchFileException e -> "there is no file " + e.getFile();
      case AccessDeniedException e -> "the file " + e.getFile() + " may not be read";
      default -> cause.getMessage() == null ? cause.toString() : cause.getMessage();
    };
  }

  /** Its message without the full stop. */
  static String shortened(SeawayException failure) {
    String message = String.valueOf(failure.getMessage());
    return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
  }

  /** Whether another record might well have been written. */
  static boolean concernsOneRecord(SeawayException failure) {
    return failure.getCause() instanceof ExecutionException e
        && e.getCause() instanceof RecordTooLargeException;
  }

  /** Whether a topic is not there. */
  static boolean missesATopic(Throwable failure) {
    return switch (failure) {
      case UnknownTopicOrPartitionException _, UnknownTopicIdException _ -> true;
      case QueueException _, ExecutionException _, TimeoutException _
          when failure.getCause() != null ->
          missesATopic(failure.getCause());
      default -> false;
    };
  }

  /** The same, or nobody has said whether one is there. */
  static boolean mayMissATopic(Throwable failure) {
    return switch (failure) {
      case UnknownTopicOrPartitionException _, UnknownTopicIdException _, TimeoutException _ ->
          true;
      case QueueException _, ExecutionException _ when failure.getCause() != null ->
          mayMissATopic(failure.getCause());
      default -> false;
    };
  }

  static Category category(Throwable failure) {
    return switch (failure) {
      case ExecutionException e when e.getCause() != null -> category(e.getCause());
      case AuthenticationException _, AuthorizationException _, RecordTooLargeException _ ->
          Category.USER;
      default -> Category.EXTERNAL;
    };
  }

  /** Whether the client that failed is still of use. */
  static boolean isPassing(Throwable failure) {
    return switch (failure) {
      case ExecutionException e when e.getCause() != null -> isPassing(e.getCause());
      case RetriableException _, RecordTooLargeException _ -> true;
      default -> false;
    };
  }
}
