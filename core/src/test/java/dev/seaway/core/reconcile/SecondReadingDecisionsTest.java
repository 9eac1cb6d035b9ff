package dev.seaway.core.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.core.reconcile.Decision.Delete;
import dev.seaway.core.reconcile.Decision.Keep;
import dev.seaway.core.reconcile.RunFindings.Doubt;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SecondReadingDecisionsTest extends CatalogStage {

  @Test
  void keepsWhatASecondReadingFound() {
    knows("desk", "1", "2", "3");
    sees("desk", "1");
    secondReading =
        deletions -> {
          assertThat(deletions.blueprints()).containsExactly("desk");
          sees("desk", "2");
          assertThat(deletions.strikeOff()).isEqualTo(1);
        };

    assertThat(reconcile(0.9)).containsExactly(new Delete("desk", 1));
    assertThat(deleted).containsExactly("desk 3");
  }

  @Test
  void decidesNothingWhereASecondReadingFoundAll() {
    knows("desk", "1", "2");
    sees("desk", "1");
    secondReading =
        deletions -> {
          sees("desk", "2");
          deletions.strikeOff();
          assertThat(deletions.blueprints()).isEmpty();
        };

    assertThat(reconcile(0.9)).isEmpty();
  }

  @Test
  void keepsWhatAnEntityOfASecondReadingRelatesTo() {
    knows("desk", numbers(20));
    sees("desk", numbers(18));
    secondReading =
        deletions -> {
          seen.add(request("7", "{'desk':'19'}"));
          assertThat(deletions.strikeOff()).isZero();
        };

    assertThat(reconcile(0.9))
        .containsExactly(
            new Keep("desk", 1, "entities that still exist relate to them", false),
            new Delete("desk", 1));
    assertThat(deleted).containsExactly("desk 18");
  }

  @Test
  void keepsWhatWasNotFoundWhereASecondReadingIsInDoubt() {
    knows("desk", "1", "2", "3");
    sees("desk", "1");
    furtherDoubts = List.of(new Doubt(Set.of("desk"), "page 2 answered 500"));
    secondReading =
        deletions -> {
          sees("desk", "2");
          deletions.strikeOff();
        };

    assertThat(reconcile(0.9)).containsExactly(new Keep("desk", 1, "page 2 answered 500", true));
    assertThat(deleted).isEmpty();
  }

  @Test
  void deletesNothingThatWasNotInProspectWhateverASecondReadingFound() {
    knows("desk", "1", "2", "3", "4");
    knows("request", numbers(10));
    sees("request", numbers(9));
    sees("desk", "1");
    secondReading =
        deletions -> {
          assertThat(deletions.blueprints()).containsExactly("request");
          sees("desk", "2", "3");
          deletions.strikeOff();
        };

    assertThat(reconcile(0.5))
        .satisfiesExactly(
            decision ->
                assertThat(decision)
                    .isInstanceOfSatisfying(
                        Keep.class, keep -> assertThat(keep.kept()).isEqualTo(1)),
            decision -> assertThat(decision).isEqualTo(new Delete("request", 1)));
  }
}
