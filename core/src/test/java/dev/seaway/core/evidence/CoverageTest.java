package dev.seaway.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.seaway.core.evidence.Coverage.Window;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CoverageTest {

  @Test
  void isWholeWhereOneWindowReachesFromTheBeginningToTheEnd() {
    assertThat(Coverage.objection(List.of(last(0)))).isEmpty();
  }

  @Test
  void namesWhatIsMissing() {
    assertThat(Coverage.objection(List.of())).contains("nothing was read behind 0");
    assertThat(Coverage.objection(List.of(last(5)))).contains("nothing was read from 0 to 5");
    assertThat(Coverage.objection(List.of(window(0, 10), window(20, 30), last(30))))
        .contains("nothing was read from 10 to 20");
    assertThat(Coverage.objection(List.of(window(0, 10)))).contains("nothing was read behind 10");
  }

  @Test
  void believesNoWindowThatDidNotEndOrLostRecords() {
    assertThat(Coverage.objection(List.of(new Window(0, OptionalLong.empty(), false, 3, 3))))
        .contains("what begins at 0 was not read to its end");
    assertThat(Coverage.objection(List.of(new Window(0, OptionalLong.empty(), true, 1000, 900))))
        .contains("1000 records were read, and 900 mapped");
  }

  @Test
  void refusesWhatIsNoWindow() {
    assertThatIllegalArgumentException().isThrownBy(() -> window(-1, 5));
    assertThatIllegalArgumentException().isThrownBy(() -> window(5, 4));
  }

  /**
   * However a list is cut, in whatever order, and with overlaps: it is whole, or one is missing.
   */
  @Property
  void isWholeExactlyWhereNoWindowIsMissing(
      @ForAll @Size(max = 8) List<@IntRange(min = 1, max = 100) Integer> cuts,
      @ForAll @IntRange(max = 3) int overlap,
      @ForAll Random random) {
    List<Window> windows = windows(cuts, overlap);
    Collections.shuffle(windows, random);

    assertThat(Coverage.objection(windows)).isEmpty();

    windows.remove(random.nextInt(windows.size()));
    assertThat(Coverage.objection(windows).isPresent()).isEqualTo(!covers(windows, 200));
  }

  private static List<Window> windows(List<Integer> cuts, int overlap) {
    List<Window> windows = new ArrayList<>();
    int from = 0;
    for (int cut : new TreeSet<>(cuts)) {
      windows.add(window(Math.max(from - overlap, 0), cut));
      from = cut;
    }
    windows.add(last(Math.max(from - overlap, 0)));
    return windows;
  }

  /** Position by position. */
  private static boolean covers(List<Window> windows, int end) {
    for (int position = 0; position < end; position++) {
      long at = position;
      if (windows.stream()
          .noneMatch(one -> one.from() <= at && at < one.to().orElse(Long.MAX_VALUE))) {
        return false;
      }
    }
    return true;
  }

  private static Window window(long from, long to) {
    return new Window(from, OptionalLong.of(to), true, 1, 1);
  }

  private static Window last(long from) {
    return new Window(from, OptionalLong.empty(), true, 0, 0);
  }
}
