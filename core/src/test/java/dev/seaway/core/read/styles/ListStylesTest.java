package dev.seaway.core.read.styles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.Pagination;
import dev.seaway.core.evidence.Verdict;
import dev.seaway.core.evidence.Verdict.Contradicted;
import dev.seaway.core.evidence.Verdict.Contradiction;
import dev.seaway.core.http.ApiException;
import dev.seaway.core.read.KindReader;
import dev.seaway.core.read.Listing;
import dev.seaway.core.read.ReadException;
import dev.seaway.core.read.Reads;
import dev.seaway.core.read.styles.FakeList.Damage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What the lists of public APIs prove: whole, in one page, read without paging, cut short, and with
 * the API's own word for a part.
 */
class ListStylesTest {

  private static final int MANY = 5;
  private static final int ONE = 1;

  private static final List<ListStyle> STYLES =
      Stream.of(
              OffsetStyles.all(),
              PageStyles.all(),
              LinkStyles.all(),
              CursorStyles.all(),
              HeaderStyles.all(),
              FrameworkStyles.all(),
              OtherStyles.all())
          .flatMap(List::stream)
          .toList();

  /** What came of reading a list. */
  private record Outcome(List<JsonNode> records, Optional<Verdict> verdict, String failure) {

    boolean isRefused() {
      return verdict.isEmpty() || verdict.get() instanceof Contradicted;
    }

    String text() {
      return verdict.map(found -> found + ": " + found.text()).orElse(failure);
    }
  }

  @Test
  void knowsMoreThanSixtyApis() {
    assertThat(STYLES).hasSizeGreaterThan(60);
    assertThat(STYLES.stream().map(ListStyle::toString)).doesNotHaveDuplicates();
  }

  @Test
  void needsToIgnoreASignOnlyWhereTheApiContradictsItself() {
    assertThat(STYLES)
        .filteredOn(style -> style.options.containsKey("ignoredSigns"))
        .allMatch(style -> style.contradictsItself)
        .hasSizeLessThan(5);
  }

  @TestFactory
  Stream<DynamicTest> whole() {
    return tests(
        "whole", _ -> true, style -> isRead(read(style, MANY, Damage.NONE), MANY, style.whole));
  }

  @TestFactory
  Stream<DynamicTest> small() {
    return tests(
        "whole in one page",
        _ -> true,
        style -> isRead(read(style, ONE, Damage.NONE), ONE, style.small));
  }

  @TestFactory
  Stream<DynamicTest> hollow() {
    return tests(
        "whole, with an empty page before its end",
        style -> style.hollow,
        style -> isRead(read(style, MANY, Damage.HOLLOW), MANY, style.whole));
  }

  @TestFactory
  Stream<DynamicTest> unpaged() {
    return tests(
        "read without paging", style -> !style.isUnpaged(), ListStylesTest::isNotTakenForWhole);
  }

  @TestFactory
  Stream<DynamicTest> smallAndUnpaged() {
    return tests(
        "whole in one page, read without paging",
        style -> !style.contradictsItself,
        style -> {
          FakeList list = new FakeList(style, ONE, Damage.NONE, Optional.empty());
          Outcome outcome = read(style, list, new Pagination.None());
          assertThat(outcome.isRefused()).as(outcome.text()).isFalse();
        });
  }

  private static void isNotTakenForWhole(ListStyle style) {
    FakeList list = new FakeList(style, MANY, Damage.NONE, Optional.empty());
    Outcome outcome = read(style, list, new Pagination.None());
    if (style.silent) {
      assertThat(outcome.verdict().orElseThrow()).isInstanceOf(Verdict.Inferred.class);
    } else {
      assertThat(outcome.isRefused()).as(outcome.text()).isTrue();
    }
  }

  @TestFactory
  Stream<DynamicTest> cutShort() {
    return Stream.of(
            cut(Damage.LAST_PAGE_EMPTY, ListStylesTest::isCounted),
            cut(Damage.EMPTY_WITH_MORE, style -> hasFlag(style) && !style.isByLink()),
            cut(Damage.FLAG_WITHOUT_LINK, style -> hasFlag(style) && namesNext(style)),
            cut(Damage.STUCK, ListStylesTest::namesNext),
            cut(Damage.LAST_PAGE_NOT_FOUND, style -> !style.isUnpaged()))
        .flatMap(tests -> tests);
  }

  private static Stream<DynamicTest> cut(Damage damage, Predicate<ListStyle> where) {
    return tests(
        "cut short, " + damage,
        where,
        style -> {
          Outcome outcome = read(style, MANY, damage);
          assertThat(outcome.isRefused()).as(outcome.text()).isTrue();
        });
  }

  private static boolean isCounted(ListStyle style) {
    return style.counted && !style.isUnpaged() && (style.has("$total") || style.has("$pages"));
  }

  private static boolean hasFlag(ListStyle style) {
    return style.has("$more") || style.body.matches(".*\\$last\\b.*");
  }

  private static boolean namesNext(ListStyle style) {
    return style.isByLink()
        && Stream.of("$link", "$path", "$token", "$nextStart").anyMatch(style::has);
  }

  @TestFactory
  Stream<DynamicTest> inParts() {
    return STYLES.stream()
        .flatMap(
            style ->
                style.parts.stream()
                    .map(
                        part ->
                            dynamicTest(
                                style + ": in parts, " + said(part),
                                () -> isPart(readPart(style, part)))));
  }

  private static String said(ListStyle.Part part) {
    String status = part.status() == 0 ? "" : Integer.toString(part.status());
    return (part.body() + part.headers() + status).replace("{}", "");
  }

  private static Outcome readPart(ListStyle style, ListStyle.Part part) {
    return read(
        style, new FakeList(style, MANY, Damage.NONE, Optional.of(part)), style.pagination());
  }

  private static void isPart(Outcome outcome) {
    assertThat(outcome.verdict()).as(outcome.text()).isPresent();
    assertThat(outcome.verdict().orElseThrow())
        .as(outcome.text())
        .isInstanceOfSatisfying(
            Contradicted.class,
            said -> assertThat(said.contradiction()).isEqualTo(Contradiction.PART));
  }

  private static void isRead(Outcome outcome, int records, ListStyle.End end) {
    assertThat(outcome.verdict()).as(outcome.text()).isPresent();
    assertThat(outcome.records()).hasSize(records).doesNotHaveDuplicates();
    assertThat(outcome.verdict().orElseThrow())
        .as(outcome.text())
        .isInstanceOf(end == ListStyle.End.PROVEN ? Verdict.Proven.class : Verdict.Inferred.class);
  }

  private static Stream<DynamicTest> tests(
      String form, Predicate<ListStyle> where, Consumer<ListStyle> test) {
    return STYLES.stream()
        .filter(where)
        .map(style -> dynamicTest(style + ": " + form, () -> test.accept(style)));
  }

  private static Outcome read(ListStyle style, int records, Damage damage) {
    return read(style, new FakeList(style, records, damage, Optional.empty()), style.pagination());
  }

  private static Outcome read(ListStyle style, FakeList list, Pagination pagination) {
    List<JsonNode> records = new ArrayList<>();
    List<Verdict> verdicts = new ArrayList<>();
    Listing listing =
        new Listing("/list", style.request(), body -> in(style, body), pagination, List.of());
    try {
      Reads.all(
          new KindReader(list, 50, 0),
          listing,
          page -> records.addAll(page.records()),
          verdicts::add);
    } catch (ReadException | ApiException e) {
      return new Outcome(records, Optional.empty(), e.toString());
    }
    return new Outcome(records, Optional.of(verdicts.getFirst()), "");
  }

  private static List<JsonNode> in(ListStyle style, JsonNode body) {
    List<JsonNode> records = new ArrayList<>();
    body.at(style.records).forEach(records::add);
    return records;
  }
}
