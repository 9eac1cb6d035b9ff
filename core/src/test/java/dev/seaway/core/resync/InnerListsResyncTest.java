package dev.seaway.core.resync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import dev.seaway.connector.Auth;
import dev.seaway.connector.Kind;
import dev.seaway.connector.Pagination;
import dev.seaway.connector.Source;
import dev.seaway.core.FakeApi;
import dev.seaway.core.read.KindReader;
import dev.seaway.core.reconcile.Decision;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Entities of lists that lie in records, or in what a data_path goes through. */
class InnerListsResyncTest {

  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00.700Z");

  private static final String NESTED = resource("'data_path':'.boards[].items[]'", "", ".id");
  private static final String ITEMS =
      resource("'data_path':'.boards'", ",'itemsToParse':'.items // []'", ".item.id");

  private final HoldingCatalog catalog = new HoldingCatalog(Set.of("desk/1", "desk/2", "desk/9"));

  @ParameterizedTest
  @ValueSource(
      strings = {"'items_total':70", "'itemsPage':{'hasMore':true}", "'itemsTruncated':true"})
  void deletesNothingWhereAnInnerListIsNotWhole(String said) {
    for (String mapping : List.of(NESTED, ITEMS)) {
      ResyncReport report = run(mapping, said);

      assertThat(report.complete()).as(mapping).isFalse();
      assertThat(catalog.requests("/bulk/entities/delete")).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[.[\\\"items\\\"][]]",
        ".\\\"items\\\" // []",
        "[.items|.[]]",
        ". as $board | $board.items",
        ". as {items: $list} | $list",
        "[.items[] | select(.id != null)]",
        "first(.items, [])"
      })
  void hearsOfAListHoweverItsExpressionIsWritten(String items) {
    String mapping =
        resource("'data_path':'.boards'", ",'itemsToParse':'" + items + "'", ".item.id");

    ResyncReport report = run(mapping, "'items_total':70");

    assertThat(report.complete()).isFalse();
    assertThat(catalog.requests("/bulk/entities/delete")).isEmpty();
    assertThat(run(mapping, "'owner_total':70").complete()).isTrue();
  }

  @Test
  void saysWhichListIsNotWhole() {
    assertThat(run(ITEMS, "'items_total':70").kinds().getFirst().incompleteness())
        .contains(
            "/boards: itemsToParse: .items // []: the record says that this list is not whole;"
                + " read it by a kind of its own, with a path parameter, or name \"/items_total\""
                + " in ignoredSigns if it means something else in 1 of 2 records, for example id"
                + " b: \"/items_total is 70, and 1 came\"");
    assertThat(run(NESTED, "'items_total':70").kinds().getFirst().incompleteness().orElseThrow())
        .contains("/boards/1/items_total is 70, and 1 came");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'items_total':1", "'itemsPage':{'hasMore':false}", "'owner_total':70"})
  void deletesWhatIsGoneWhereTheyAreWhole(String said) {
    for (String mapping : List.of(NESTED, ITEMS)) {
      ResyncReport report = run(mapping, said);

      assertThat(report.complete()).as(mapping).isTrue();
      assertThat(report.decisions()).containsExactly(new Decision.Delete("desk", 1));
    }
  }

  private ResyncReport run(String mapping, String said) {
    String boards =
        "{'has_more':false,'boards':[{'id':'a','items':[{'id':'1'}]},{'id':'b','items':[{'id':'2'}],"
            + said
            + "}]}";
    Source.Defaults undeclared = new Source.Defaults(JsonPointer.empty(), new Pagination.None());
    Source source =
        Source.of(URI.create("http://tool"), new Auth.None(), List.<Kind>of())
            .withKinds(List.of(), undeclared);
    return new Resync(
            SyncPlan.of(Entities.mapping("{'resources':[" + mapping + "]}"), source),
            new KindReader(new FakeApi(_ -> boards), 100, 0),
            catalog.side(),
            new Resync.Options(true, false, 0),
            () -> NOW,
            SyncListener.NONE)
        .run();
  }

  private static String resource(String selector, String items, String identifier) {
    return ("{'kind':'/boards','selector':{'query':'true',%s},"
            + "'port':{'entity':{'mappings':{'identifier':'%s','blueprint':'\\\"desk\\\"'}}%s}}")
        .formatted(selector, identifier, items);
  }
}
