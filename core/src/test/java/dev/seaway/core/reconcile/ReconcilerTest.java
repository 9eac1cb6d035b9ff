package dev.seaway.core.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaway.core.catalog.CatalogException;
import dev.seaway.core.catalog.EntityKey;
import dev.seaway.core.reconcile.Decision.Delete;
import dev.seaway.core.reconcile.Decision.Keep;
import dev.seaway.core.reconcile.RunFindings.Doubt;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReconcilerTest extends CatalogStage {

  @Test
  void deletesExactlyWhatWasNotSeen() {
    knows("desk", "1", "2", "3");
    sees("desk", "1", "3");

    assertThat(reconcile(0.9)).containsExactly(new Delete("desk", 1));
    assertThat(deleted).containsExactly("desk 2");
    assertThat(cascaded).isTrue();
  }

  @Test
  void keepsWhatADoubtConcernsAndThenLetsNothingElseTakeDependentsAlong() {
    knows("desk", "1", "2");
    knows("request", "7", "8");
    sees("desk", "1");
    sees("request", "7");

    List<Decision> decisions = reconcile(0.9, new Doubt(Set.of("request"), "page 3 answered 500"));

    assertThat(decisions)
        .containsExactlyInAnyOrder(
            new Delete("desk", 1), new Keep("request", 1, "page 3 answered 500", true));
    assertThat(deleted).containsExactly("desk 2");
    assertThat(cascaded).isFalse();
  }

  @Test
  void keepsEverythingWhereADoubtMayConcernAnyBlueprint() {
    knows("desk", "1", "2");
    sees("desk", "1");

    assertThat(reconcile(1, new Doubt(Set.of(), "unread")))
        .containsExactly(new Keep("desk", 1, "unread", true));
    assertThat(deleted).isEmpty();
  }

  @Test
  void keepsWhatIsMoreThanTheThresholdOfItsBlueprint() {
    knows("desk", "1", "2");
    knows("request", numbers(100));
    sees("request", numbers(100));

    assertThat(reconcile(0.9)).singleElement().isInstanceOf(Keep.class);
    assertThat(deleted).isEmpty();
  }

  @Test
  void keepsAllWhereTheShareOverallIsTooLarge() {
    knows("desk", "1", "2");
    knows("request", "1", "2");
    sees("desk", "1");
    sees("request", "1");

    assertThat(reconcile(0.4)).allMatch(Keep.class::isInstance);
    assertThat(deleted).isEmpty();
  }

  @Test
  void neverDeletesWithAThresholdOfZeroAndAlwaysWithOne() {
    knows("desk", "1", "2");
    assertThat(reconcile(0)).allMatch(Keep.class::isInstance);
    assertThat(reconcile(1)).containsExactly(new Delete("desk", 2));
  }

  @Test
  void countsWhatWasWrittenAnewAsKnown() {
    knows("desk", "1");
    IntStream.range(0, 9).forEach(_ -> seen.rewritten("desk"));

    assertThat(reconcile(0.1)).containsExactly(new Delete("desk", 1));
  }

  @Test
  void keepsWhatASeenEntityRelatesTo() {
    knows("desk", numbers(20));
    sees("desk", numbers(18));
    seen.add(request("7", "{'desk':'19'}"));

    assertThat(reconcile(0.9))
        .containsExactly(
            new Keep("desk", 1, "entities that still exist relate to them", false),
            new Delete("desk", 1));
    assertThat(deleted).containsExactly("desk 18");
  }

  @Test
  void deletesWhatDependsBeforeWhatItDependsOn() {
    knows("desk", "1", "2", "3");
    knows("request", "7", "8", "9");
    sees("desk", "1", "2");
    sees("request", "7", "8");

    reconcile(0.9);

    assertThat(deleted).containsExactly("request 9", "desk 3");
  }

  @Test
  void deletesNothingWhereTheEarlierStateIsUnknown() {
    listingAnswer = () -> "{'ok':true}";

    assertThatThrownBy(() -> reconcile(1))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("earlier state is unknown");
    assertThat(deleted).isEmpty();
  }

  @Test
  void tellsWhatItDeletedBeforeTheCatalogFailed() {
    knows("desk", "1", "2");
    knows("request", "7", "8");
    sees("desk", "1");
    sees("request", "7");
    deletionFails = "desk";

    assertThatThrownBy(() -> reconcile(0.9)).isInstanceOf(CatalogException.class);
    assertThat(decisions).containsExactly(new Delete("request", 1), new Delete("desk", 0));
  }

  @Test
  void countsAnEntityOnceThatIsListedTwice() {
    knows("desk", "1", "2", "1", "1", "1", "1", "1", "1");
    sees("desk", "1");

    assertThat(reconcile(0.4)).singleElement().isInstanceOf(Keep.class);
    assertThat(deleted).isEmpty();
  }

  @Test
  void deletesNothingWhereTheListRepeatsItselfForEver() {
    int[] page = {0};
    listingAnswer =
        () -> "{'entities':[{'blueprint':'desk','identifier':'1'}],'next':" + ++page[0] + "}";

    assertThatThrownBy(() -> reconcile(1)).hasMessageContaining("goes in circles");
    assertThat(deleted).isEmpty();
  }

  @Test
  void doesNotLetWhatMayNotGoTakeThePlaceOfWhatMay() {
    SeenEntities none = new SeenEntities();
    CatalogDiff candidates =
        new CatalogDiff(
            none, new CatalogDiff.Rules(_ -> false, blueprint -> blueprint.equals("desk"), 1));

    candidates.count(List.of(new EntityKey("request", "7"), new EntityKey("desk", "1")));

    assertThat(candidates.gathered("request")).isEmpty();
    assertThat(candidates.gathered("desk")).containsExactly("1");
  }

  @Test
  void deletesInBulksOfTheGivenLength() {
    knows("desk", numbers(25));
    sees("desk", "0");

    assertThat(reconcile(1)).containsExactly(new Delete("desk", 24));
    assertThat(deleted).hasSize(24);
  }
}
