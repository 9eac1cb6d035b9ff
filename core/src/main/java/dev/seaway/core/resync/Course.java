package dev.seaway.core.resync;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.core.read.Beginning;
import dev.seaway.core.read.PageTaker;
import java.util.Map;
import java.util.Optional;

/**
 * Where the lists of one lane begin. What a killed run had finished counts in the order of the
 * lane, up to the first list that is read: what comes behind that may have to be written after it.
 * Not thread-safe.
 */
final class Course {

  private final RunJournal journal;
  private boolean reads;
  private long last;

  Course(RunJournal journal) {
    this.journal = journal;
  }

  /** A kind is read whose lists nobody knows. */
  void reads() {
    reads = true;
  }

  /** See {@link PageTaker#beginning}. */
  Beginning beginning(Tally tally, Map<String, JsonNode> values) {
    Optional<Mark> left =
        reads
            ? Optional.empty()
            : journal.mark(tally.number(), values).filter(mark -> mark.number() > last);
    if (left.isEmpty() || left.get().position().isPresent()) {
      reads = true;
    }
    left.ifPresent(
        mark -> {
          last = mark.number();
          tally.goesOn(mark.found());
        });
    return left.map(Mark::beginning).orElseGet(Beginning.First::new);
  }
}
