package dev.seaway.core.resync;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the answers of one reading of one list have really said, known by whoever has given them: no
 * word need be understood for it.
 */
final class ListTrace {

  /**
   * What one answer says; null where it says nothing of it.
   *
   * @param surely whether the total can be nothing else
   */
  record Said(
      List<String> shown,
      @Nullable Integer total,
      boolean surely,
      @Nullable Integer pages,
      @Nullable Boolean more,
      boolean nextNamed,
      boolean linkEnds,
      boolean beginsLater) {}

  private final String path;
  private final int reading;
  private final Set<String> different = new LinkedHashSet<>();
  private final List<String> faults = new ArrayList<>();
  private @Nullable Integer total;
  private @Nullable Integer pages;
  private @Nullable Said last;
  private boolean moved;
  private boolean unidentified;
  private int filled;

  ListTrace(String path, int reading) {
    this.path = path;
    this.reading = reading;
  }

  void take(Said said) {
    boolean nothingNew = !said.shown().isEmpty() && different.containsAll(said.shown());
    boolean sameTotal = said.total() == null || said.total().equals(total);
    if (nothingNew && sameTotal && claimsEnd() && !Boolean.TRUE.equals(said.more())) {
      return; // What comes behind a claimed end, and brings nothing, is no sign.
    }
    if (said.beginsLater() && last == null) {
      faults.add("the first answer is not the first page");
    }
    for (String id : said.shown()) {
      moved |= !different.add(id);
    }
    filled += said.shown().isEmpty() ? 0 : 1;
    if (said.total() != null) {
      moved |= total != null && said.surely() && !total.equals(said.total());
      total = said.total();
    }
    pages = said.pages() == null ? pages : said.pages();
    last = said;
  }

  /** An answer has said that something is wrong with it. */
  void fault(String what) {
    faults.add(what);
  }

  /** A record came of which nobody can tell which one it is. */
  void unidentified() {
    unidentified = true;
  }

  boolean hasUnidentified() {
    return unidentified;
  }

  String path() {
    return path;
  }

  int reading() {
    return reading;
  }

  /** Whether the answers tell that the list was not read whole. */
  Optional<String> told() {
    if (!faults.isEmpty()) {
      return Optional.of(faults.getFirst());
    }
    if (total != null && total > different.size()) {
      return Optional.of("total " + total + ", different records " + different.size());
    }
    if (pages != null && pages > Math.max(filled, 1)) {
      return Optional.of("pages " + pages + ", read " + filled);
    }
    if (last != null && (Boolean.TRUE.equals(last.more()) || last.nextNamed())) {
      return Optional.of("the last answer says that there is more");
    }
    return Optional.empty();
  }

  /** Whether an answer has said that something is wrong with it. */
  boolean isFaulty() {
    return !faults.isEmpty();
  }

  /** Whether the answers tell that the list has changed while it was read. */
  boolean hasMoved() {
    return moved;
  }

  /** Whether the answers claim that all was read. */
  boolean claimsEnd() {
    return last != null
        && (Boolean.FALSE.equals(last.more())
            || last.linkEnds()
            || (total != null && total == different.size())
            || (pages != null && pages == filled));
  }

  @Override
  public String toString() {
    return "reading %d of %s: %d different records%s%s%s%s"
        .formatted(
            reading,
            path,
            different.size(),
            told().map(what -> ", told: " + what).orElse(""),
            moved ? ", moved" : "",
            unidentified ? ", with unidentified records" : "",
            claimsEnd() ? ", claims its end" : "");
  }
}
