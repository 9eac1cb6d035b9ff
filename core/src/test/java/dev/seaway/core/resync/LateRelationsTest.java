package dev.seaway.core.resync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaway.connector.Kind;
import dev.seaway.core.SeawayException.Category;
import dev.seaway.core.catalog.CatalogException;
import dev.seaway.core.catalog.UpsertResult;
import dev.seaway.core.resync.KindReport.Counts;
import dev.seaway.mapping.Entity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LateRelationsTest {

  private final LateRelations late = new LateRelations(true);
  private final List<String> written = new ArrayList<>();
  private final KindStats stats =
      new KindStats(
          0,
          new KindPlan(
              "/desk", new KindPlan.Reading.Code(new Kind.Code("/desk", (_, _) -> {})), List.of()),
          SyncListener.NONE);

  @Test
  void writesWhatIsRelatedToFirst() {
    keep("a", "{'to':'b'}");
    keep("b", "{'to':['c','d']}");
    keep("c", "{'to':null}");
    keep("d", "{}");

    late.retry(this::accept);

    assertThat(written).containsExactlyInAnyOrder("a", "b", "c", "d").endsWith("b", "a");
    assertThat(counts().upserted()).isEqualTo(4);
  }

  @Test
  void comesToAnEndWhereEntitiesRelateToEachOther() {
    keep("a", "{'to':'b'}");
    keep("b", "{'to':'a'}");
    keep("c", "{'to':'c'}");

    late.retry(this::refuse);

    assertThat(written).containsExactlyInAnyOrder("a", "b", "c");
    assertThat(counts().refused()).isEqualTo(3);
  }

  @Test
  void followsAChainThatIsLongerThanTheStackIsDeep() {
    for (int number = 0; number < 10_000; number++) {
      keep("n" + number, "{'to':'n" + (number + 1) + "'}");
    }

    late.retry(this::accept);

    assertThat(written).hasSize(10_000).startsWith("n9999", "n9998").endsWith("n0");
  }

  @Test
  void keepsNoMoreThanItsLimit() {
    for (int number = 0; number < 10_000; number++) {
      keep("n" + number, "{}");
    }

    assertThat(late.keep(refused("one too many", "{}"), stats)).isFalse();
  }

  @Test
  void countsEqualEntitiesEach() {
    keep("a", "{}");
    keep("a", "{}");

    late.retry(this::refuse);

    assertThat(counts().refused()).isEqualTo(2);
  }

  @Test
  void reportsEachOnceWhereTheCatalogFailsInTheMiddle() {
    keep("a", "{}");
    keep("b", "{}");
    keep("c", "{}");

    assertThatThrownBy(
            () ->
                late.retry(
                    entity -> {
                      if (written.size() == 1) {
                        throw new CatalogException(Category.EXTERNAL, "gone", null);
                      }
                      return accept(entity);
                    }))
        .hasMessage("gone");
    late.giveUp();

    assertThat(counts().upserted()).isEqualTo(1);
    assertThat(counts().refused()).isEqualTo(2);
  }

  @Test
  void keepsNothingWhereTheCatalogCreatesWhatIsMissing() {
    assertThat(new LateRelations(false).keep(refused("a", "{}"), stats)).isFalse();
  }

  private void keep(String identifier, String relations) {
    assertThat(late.keep(refused(identifier, relations), stats)).isTrue();
  }

  private static UpsertResult refused(String identifier, String relations) {
    return new UpsertResult.Refused(Entities.request(identifier, relations), 404, "missing", true);
  }

  private UpsertResult accept(Entity entity) {
    written.add(entity.id());
    return new UpsertResult.Written(entity, entity.id(), true);
  }

  private UpsertResult refuse(Entity entity) {
    written.add(entity.id());
    return new UpsertResult.Refused(entity, 404, "still missing", true);
  }

  private Counts counts() {
    return stats.report().counts();
  }
}
