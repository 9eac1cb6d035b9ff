package dev.seaway.core.resync;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.core.read.StartPosition;
import java.util.Map;
import java.util.Optional;

/**
 * Where the lists of one group begin. What a killed run had finished counts in the order of the
 * group, up to the first list that is read: what comes behind that may have to be written after it.
 * Not thread-safe.
 */
final class ResumeCursor {

  private final RunJournal journal;
  private boolean reads;
  private long last;

  ResumeCursor(RunJournal journal) {
    this.journal = journal;
  }

  /** A kind is read whose lists nobody knows. */
  void reads() {
    reads = true;
  }

  /** Where the list of these values begins. Asked once, before it is read. */
  StartPosition beginning(KindStats stats, Map<String, JsonNode> values) {
    Optional<Checkpoint> left =
        reads
            ? Optional.empty()
            : journal.mark(stats.number(), values).filter(mark -> mark.number() > last);
    if (left.isEmpty() || left.get().position().isPresent()) {
      reads = true;
    }
    left.ifPresent(
        mark -> {
          last = mark.number();
          stats.resume(mark.found());
        });
    return left.map(Checkpoint::beginning).orElseGet(StartPosition.First::new);
  }
}
