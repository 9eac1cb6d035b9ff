package dev.seaway.core.resync;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.ApiClient;
import dev.seaway.connector.ApiResponse;
import dev.seaway.connector.LookUp;
import dev.seaway.core.SeawayException;
import dev.seaway.core.http.ApiException;
import dev.seaway.core.http.ApiException.Reason;
import dev.seaway.core.read.Listing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Asks the tool for single records by name. That a record is gone is believed only if the same
 * credentials still get its list with records: a tool that does not know them, or not any more, may
 * answer 404 or an empty list as well.
 */
record RecordLookUps(ApiClient tool) {

  /** Records that are asked for at a time. */
  static final int CONCURRENCY = 10;

  /** What the tool says of a record. */
  sealed interface Found {

    record Present(JsonNode record) implements Found {}

    /** The tool has none. */
    record Absent() implements Found {}

    /** One that is another record, so that nothing is known of the one that was asked for. */
    record Another() implements Found {}

    /**
     * The tool's answer tells nothing of the record.
     *
     * @param failure what may be mended, so that the record is asked for another time
     */
    record Unknown(String reason, Optional<SeawayException> failure) implements Found {

      static Unknown of(SeawayException failure) {
        return new Unknown(String.valueOf(failure.getMessage()), Optional.of(failure));
      }

      /** Whether all further records would be asked for in vain. */
      boolean concernsAll() {
        return failure.filter(Unknown::concernsAll).isPresent();
      }

      private static boolean concernsAll(SeawayException failure) {
        return failure instanceof ApiException cause
            && (cause.concernsWholeApi()
                || cause.reason() == Reason.TIMEOUT
                || cause.reason() == Reason.RATE_LIMITED);
      }
    }
  }

  /**
   * A record that is asked for.
   *
   * @param steps how records of its list are asked for
   */
  record Question(LookUp.Steps steps, String id, RecordIdentity identity) {}

  /**
   * What the tool says of several records.
   *
   * @param found one for each question
   * @param end why it is in vain to ask for more; empty where it is not
   */
  record Answers(List<Found> found, Optional<String> end) {}

  /**
   * Asks for one record.
   *
   * @param list where it would stand
   */
  Found ask(Question question, Listing list) {
    Found found = found(question);
    return found instanceof Found.Absent
        ? distrust(list).<Found>map(doubt -> doubt).orElse(found)
        : found;
  }

  /**
   * Asks for records of one list, some at a time. Once a failure shows that none will be answered,
   * the others are not asked for.
   */
  Answers ask(List<Question> questions, Listing list) {
    AtomicReference<Optional<Found.Unknown>> end = new AtomicReference<>(Optional.empty());
    List<Found> found = new ArrayList<>(sendAll(questions, end));
    if (end.get().isEmpty() && found.stream().anyMatch(Found.Absent.class::isInstance)) {
      end.set(distrust(list));
    }
    end.get()
        .ifPresent(doubt -> found.replaceAll(each -> each instanceof Found.Absent ? doubt : each));
    return new Answers(found, end.get().map(Found.Unknown::reason));
  }

  private List<Found> sendAll(
      List<Question> questions, AtomicReference<Optional<Found.Unknown>> end) {
    List<Callable<Found>> calls = new ArrayList<>();
    for (Question question : questions) {
      calls.add(() -> end.get().isPresent() ? end.get().get() : noted(found(question), end));
    }
    try (ExecutorService threads =
        Executors.newFixedThreadPool(CONCURRENCY, Thread.ofVirtual().factory())) {
      return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      var interrupted =
          Found.Unknown.of(new ApiException(Reason.INTERRUPTED, "The look-up was interrupted", e));
      end.set(Optional.of(interrupted));
      return questions.stream().<Found>map(_ -> interrupted).toList();
    }
  }

  private static Found noted(Found found, AtomicReference<Optional<Found.Unknown>> end) {
    if (found instanceof Found.Unknown unknown && unknown.concernsAll()) {
      end.set(Optional.of(unknown));
    }
    return found;
  }

  /** What the tool says, as yet without proof. A connector's own code may throw anything. */
  private Found found(Question question) {
    try {
      return found(question.steps().of(question.id()), question.identity());
    } catch (ApiException e) {
      return e.reason() == Reason.NOT_FOUND ? new Found.Absent() : Found.Unknown.of(e);
    } catch (RuntimeException | Error e) {
      return Found.Unknown.of(KindFailure.of(e));
    }
  }

  private Found found(List<LookUp.Step> steps, RecordIdentity identity) {
    Found found = new Found.Unknown("it cannot be asked for", Optional.empty());
    for (LookUp.Step step : steps) {
      ApiResponse answer = tool.send(step.request());
      JsonNode place = answer.body().at(step.record());
      if (place.isArray() && place.isEmpty()) {
        return answer.status() == 200
            ? new Found.Absent()
            : noRecord(step, "it is an empty list with the status " + answer.status());
      }
      List<JsonNode> records = place.isArray() ? place.valueStream().toList() : List.of(place);
      if (!records.stream().allMatch(JsonNode::isObject)) {
        return noRecord(step, "it is no object");
      }
      found = which(step, records, identity);
    }
    return found;
  }

  private static Found which(LookUp.Step step, List<JsonNode> records, RecordIdentity identity) {
    Optional<JsonNode> same = records.stream().filter(identity::isOf).findFirst();
    if (same.isPresent()) {
      return new Found.Present(same.get());
    }
    return identity.untold(records.getFirst()).stream()
        .findFirst()
        .map(place -> noRecord(step, "it has no " + place))
        .orElseGet(Found.Another::new);
  }

  private static Found noRecord(LookUp.Step step, String why) {
    return Found.Unknown.of(
        new ApiException(
            Reason.NOT_JSON,
            "%s was answered with something that is no record of its list: %s"
                .formatted(step.request(), why)));
  }

  /** Why a record that seems to be gone may be there; empty where the list shows others. */
  private Optional<Found.Unknown> distrust(Listing list) {
    try {
      return list.holdsRecords(tool.send(list.pagination().shortest(list.request())))
          ? Optional.empty()
          : Optional.of(
              new Found.Unknown(
                  "That a record of %s is gone is not believed, for its list shows none at all"
                      .formatted(list.name()),
                  Optional.empty()));
    } catch (RuntimeException | Error e) {
      SeawayException cause = KindFailure.of(e);
      return Optional.of(
          Found.Unknown.of(
              new ApiException(
                  Reason.NOT_FOUND,
                  "That a record of %s is gone is not believed, for its list cannot be read either: %s"
                      .formatted(list.name(), cause.getMessage()),
                  cause)));
    }
  }
}
