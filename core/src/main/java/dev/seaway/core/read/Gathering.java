package dev.seaway.core.read;

import dev.seaway.connector.Page;
import dev.seaway.core.evidence.Verdict;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * What is gathered from a list on the way: the values of path parameters that lists to come want
 * from it. Where not all of it is read, nothing is kept, and who needs the values reads it again.
 */
final class Gathering {

  /** Nothing is gathered. */
  static final Gathering NONE = new Gathering(List.of(), (_, _) -> {});

  private final List<GatheredValues> values;
  private final BiConsumer<GatheredValues, Verdict> keep;
  private boolean ended;

  /**
   * @param keep takes the values of a list that was read to its end
   */
  Gathering(List<GatheredValues> values, BiConsumer<GatheredValues, Verdict> keep) {
    this.values = values;
    this.keep = keep;
  }

  void page(Page page) {
    values.forEach(each -> each.add(page));
  }

  void end(Verdict verdict) {
    ended = true;
    values.forEach(each -> keep.accept(each, verdict));
  }

  /** Forgets what was gathered of a list that was not read to its end. */
  void close() {
    if (!ended) {
      values.forEach(GatheredValues::discard);
    }
  }
}
