package dev.seaway.core.resync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.Auth;
import dev.seaway.connector.EndSigns;
import dev.seaway.connector.Kind;
import dev.seaway.connector.Pagination;
import dev.seaway.connector.Source;
import dev.seaway.core.read.KindReader;
import dev.seaway.core.resync.ChangingTool.Change;
import dev.seaway.core.resync.ChangingTool.Moment;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whoever is at the tool throughout a run stays in the catalog, whatever else happens there. */
class ChangingListPropertyTest {

  /** How the list is read. */
  enum Paging {
    OFFSET,
    PAGE,
    LINK
  }

  /**
   * One run.
   *
   * @param gone entities of the catalog that the tool lost before the run
   */
  record Scenario(
      int records, int gone, Paging paging, int pageSize, int readAhead, List<Moment> moments) {}

  @Property(tries = 300)
  void keepsWhoeverStaysWhereEachReadingLosesOneRecordAtMost(
      @ForAll("shrinking") Scenario scenario) {
    check(scenario);
  }

  @Property(tries = 300)
  void keepsWhoeverStaysWhateverHappensWhileTheListIsReadFirst(
      @ForAll("turbulent") Scenario scenario) {
    check(scenario);
  }

  private static void check(Scenario scenario) {
    List<String> records = names("r", scenario.records());
    List<String> gone = names("gone", scenario.gone());
    ChangingTool tool = new ChangingTool(records, scenario.moments());
    Set<String> before = new TreeSet<>(keys(records));
    before.addAll(keys(gone));
    HoldingCatalog catalog = new HoldingCatalog(before);

    ResyncReport report = run(tool, catalog, scenario);

    Set<String> throughout = new HashSet<>(records);
    throughout.retainAll(tool.records());
    assertThat(catalog.held()).containsAll(keys(List.copyOf(throughout)));
    if (report.complete()) {
      assertThat(catalog.held()).noneMatch(keys(gone)::contains);
    } else {
      assertThat(catalog.held()).containsAll(before);
    }
    assertThat(tool.readings()).isLessThanOrEqualTo(2);
  }

  private static ResyncReport run(ChangingTool tool, HoldingCatalog catalog, Scenario scenario) {
    EndSigns more = new EndSigns(List.of(), List.of(JsonPointer.compile("/isLast")));
    Pagination pagination =
        switch (scenario.paging()) {
          case OFFSET -> new Pagination.Offset("start", "limit", scenario.pageSize(), more);
          case PAGE -> new Pagination.PageNumber("page", "limit", scenario.pageSize(), 1, more);
          case LINK ->
              new Pagination.NextLink(
                  List.of(JsonPointer.compile("/next")),
                  Optional.of(
                      new ApiRequest.Parameter("limit", Integer.toString(scenario.pageSize()))),
                  more);
        };
    Source source =
        Source.of(URI.create("http://tool"), new Auth.None(), List.<Kind>of())
            .withKinds(List.of(), new Source.Defaults(JsonPointer.compile("/values"), pagination));
    return new Resync(
            SyncPlan.of(
                Entities.mapping("{'resources':[" + Entities.resource("/things", "thing") + "]}"),
                source),
            new KindReader(tool, 1000, scenario.readAhead()),
            catalog.side(),
            new Resync.Options(true, false, 0),
            () -> Instant.EPOCH,
            SyncListener.NONE)
        .run();
  }

  @Provide
  Arbitrary<Scenario> shrinking() {
    Arbitrary<Change> removal =
        Arbitraries.integers().between(0, 30).map(ChangingTool.Change.Remove::new);
    Arbitrary<List<Moment>> appends =
        moments(Arbitraries.integers().between(1, 2), Arbitraries.just(new Change.Append()))
            .list()
            .ofMaxSize(3);
    Arbitrary<List<Moment>> moments =
        Combinators.combine(
                moments(Arbitraries.just(1), removal),
                moments(Arbitraries.just(2), removal),
                appends)
            .as(
                (first, second, further) -> {
                  List<Moment> all = new ArrayList<>(List.of(first, second));
                  all.addAll(further);
                  return all;
                });
    return scenarios(moments);
  }

  @Provide
  Arbitrary<Scenario> turbulent() {
    Arbitrary<Integer> places = Arbitraries.integers().between(0, 30);
    Arbitrary<Change> change =
        Arbitraries.oneOf(
            places.map(ChangingTool.Change.Remove::new),
            places.map(ChangingTool.Change.Insert::new),
            Combinators.combine(places, places).as(ChangingTool.Change.Move::new));
    return scenarios(moments(Arbitraries.just(1), change).list().ofMaxSize(12));
  }

  private static Arbitrary<Moment> moments(
      Arbitrary<Integer> readings, Arbitrary<? extends Change> changes) {
    return Combinators.combine(readings, Arbitraries.integers().between(1, 12), changes)
        .as(Moment::new);
  }

  /** With pages of one record each place is a border, so that two readings may lose the same. */
  private static Arbitrary<Scenario> scenarios(Arbitrary<List<Moment>> moments) {
    return Combinators.combine(
            Arbitraries.integers().between(0, 30),
            Arbitraries.integers().between(0, 3),
            Arbitraries.of(Paging.values()),
            Arbitraries.integers().between(2, 7),
            Arbitraries.integers().between(0, 4),
            moments)
        .as(Scenario::new);
  }

  private static List<String> names(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(number -> prefix + number).toList();
  }

  private static Set<String> keys(List<String> names) {
    return names.stream().map(name -> "thing/" + name).collect(Collectors.toSet());
  }
}
