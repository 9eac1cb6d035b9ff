package dev.seaway.core.evidence;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Whether the windows of a list that were read cover it, from its beginning to its end without a
 * gap, and whether every record of them was mapped. Whoever read them, one process or many, and in
 * whatever order their counts come: nothing is taken for read but what is in a window that ended.
 */
public final class Coverage {

  private Coverage() {}

  /**
   * What was read of one list in one go.
   *
   * @param from the position of its first record, or page, as the list's paging counts
   * @param to the position behind it; empty where it reaches to the end of the list
   * @param done whether it was read to there
   * @param read records that came
   * @param mapped of those, how many went through the mapping, whatever became of them
   */
  public record Window(long from, OptionalLong to, boolean done, long read, long mapped) {

    public Window {
      if (from < 0 || read < 0 || mapped < 0 || to.orElse(from) < from) {
        throw new IllegalArgumentException(
            "no window: from %d to %s, %d read, %d mapped".formatted(from, to, read, mapped));
      }
    }

    private Optional<String> objection() {
      if (!done) {
        return Optional.of("what begins at %d was not read to its end".formatted(from));
      }
      return read == mapped
          ? Optional.empty()
          : Optional.of("%d records were read, and %d mapped".formatted(read, mapped));
    }
  }

  /** What speaks against holding all of the list for read; empty if nothing does. */
  public static Optional<String> objection(List<Window> windows) {
    return windows.stream()
        .sorted(Comparator.comparingLong(Window::from))
        .flatMap(window -> window.objection().stream())
        .findFirst()
        .or(() -> gap(windows));
  }

  private static Optional<String> gap(List<Window> windows) {
    long covered = 0;
    for (Window window : windows.stream().sorted(Comparator.comparingLong(Window::from)).toList()) {
      if (window.from() > covered) {
        return Optional.of("nothing was read from %d to %d".formatted(covered, window.from()));
      }
      if (window.to().isEmpty()) {
        return Optional.empty();
      }
      covered = Math.max(covered, window.to().getAsLong());
    }
    return Optional.of("nothing was read behind %d".formatted(covered));
  }
}
