package dev.seaway.core.resync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.core.read.PagePosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FinishedPagesTest {

  private final List<String> finished = new ArrayList<>();
  private final FinishedPages marks =
      new FinishedPages(place -> finished.add(place.position().orElseThrow()));

  @Test
  void finishesAPageWithItsLastEntity() {
    gathered("a", 3);
    gathered("b", 2);
    marks.written(2);
    assertThat(finished).isEmpty();
    marks.written(2);
    assertThat(finished).containsExactly("a");
    marks.written(1);
    assertThat(finished).containsExactly("a", "b");
  }

  @Test
  void finishesAPageWithoutEntitiesAfterThoseBeforeIt() {
    gathered("a", 0);
    assertThat(finished).containsExactly("a");
    gathered("b", 1);
    gathered("c", 0);
    assertThat(finished).containsExactly("a");
    marks.written(1);
    assertThat(finished).containsExactly("a", "b", "c");
  }

  @Test
  void finishesNothingOnceItIsClosed() {
    gathered("a", 1);
    marks.close();
    marks.written(1);
    gathered("b", 0);

    assertThat(finished).isEmpty();
  }

  private void gathered(String position, int entities) {
    marks.gathered(Optional.of(new PagePosition(Map.of(), Optional.of(position), false)), entities);
  }
}
