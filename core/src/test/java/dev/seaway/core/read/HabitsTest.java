package dev.seaway.core.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.ApiRequest;
import dev.seaway.core.FakeApi;
import dev.seaway.core.config.RestOptions;
import dev.seaway.core.evidence.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Honest APIs whose answers always say that there is more: their end is an empty page. */
class HabitsTest {

  private static final int PAGES = 3;

  /** With a place for the number of this page, and for that of the next. */
  private static final String FLAG_FOR_EVER = "{'hasMore':true,'values':[@]}";

  private static final String NEW_CURSOR_FOR_EVER =
      "{'hasMore':true,'next_cursor':'c$','values':[@]}";

  private final List<JsonNode> records = Collections.synchronizedList(new ArrayList<>());

  @ParameterizedTest
  @CsvSource({"page", "offset"})
  void endsAtAnEmptyPageWhereTheFlagMeansNothing(String type) {
    assertThat(
            read(
                Map.of("paginationType", type, "ignoredSigns", "[\"/hasMore\"]"),
                request -> FLAG_FOR_EVER.replace("@", record(page(request)))))
        .startsWith("Inferred: the list ends with an empty page");
    assertThat(records).hasSize(PAGES);
  }

  @ParameterizedTest
  @CsvSource({"page", "offset"})
  void namesTheFlagThatAnEmptyPageContradicts(String type) {
    assertThat(
            read(
                Map.of("paginationType", type),
                request -> FLAG_FOR_EVER.replace("@", record(page(request)))))
        .contains("holds no record", "name \"/hasMore\" in ignoredSigns");
  }

  @Test
  void endsAtAnEmptyPageWhereTheCursorMeansNothing() {
    FakeApi api = new FakeApi(HabitsTest::newCursorForEver);

    assertThat(
            read(
                Map.of(
                    "paginationType", "cursor", "ignoredSigns", "[\"/next_cursor\",\"/hasMore\"]"),
                api))
        .startsWith("Inferred: the list ends with an empty page");
    assertThat(records).hasSize(PAGES);
    assertThat(api.requests()).hasSize(PAGES + 1);
  }

  @Test
  void followsNewCursorsOfEmptyPagesUpToABound() {
    FakeApi api = new FakeApi(HabitsTest::newCursorForEver);

    assertThat(read(Map.of("paginationType", "cursor"), api))
        .contains(
            "100 pages in a row hold no record, and each names a next one at /next_cursor",
            "if an empty page is the end of this list, name \"/next_cursor\" in ignoredSigns");
    assertThat(api.requests()).hasSize(PAGES + 100);
  }

  @Test
  void followsAsManyEmptyPagesAsTheUserSays() {
    FakeApi api = new FakeApi(HabitsTest::newCursorForEver);

    assertThat(read(Map.of("paginationType", "cursor", "maxEmptyPages", "7"), api))
        .contains("7 pages in a row hold no record", "raise maxEmptyPages");
    assertThat(api.requests()).hasSize(PAGES + 7);
  }

  @ParameterizedTest
  @CsvSource({"cursor"})
  void readsWhatLiesBehindAnEmptyPageInTheMiddle(String type) {
    assertThat(
            read(
                Map.of("paginationType", type, "nextLinkPath", "next_cursor"),
                request -> {
                  int page = page(request);
                  return page == 20
                      ? "{'has_more':false,'values':[{'id':20}]}"
                      : "{'has_more':true,'next_cursor':'%s','values':[%s]}"
                          .formatted(next(type, page + 1), page == 1 ? "{'id':1}" : "");
                }))
        .startsWith("Proven");
    assertThat(records).hasSize(2);
  }

  /** A page that ignores what it is asked for looks the same. */
  @ParameterizedTest
  @CsvSource({"cursor"})
  void endsAtAnEmptyPageThatNamesItselfWhereTheUserSaysThatThisIsTheEnd(String type) {
    FakeApi api =
        new FakeApi(
            request ->
                "{'hasMore':true,'next_cursor':'%s','values':[%s]}"
                    .formatted(
                        next(type, Math.min(page(request) + 1, PAGES + 1)), record(page(request))));

    assertThat(read(Map.of("paginationType", type, "nextLinkPath", "next_cursor"), api))
        .contains("names itself", "name \"/next_cursor\" in ignoredSigns");
    records.clear();
    assertThat(
            read(
                Map.of(
                    "paginationType",
                    type,
                    "nextLinkPath",
                    "next_cursor",
                    "ignoredSigns",
                    "[\"/next_cursor\",\"/hasMore\"]"),
                api))
        .startsWith("Inferred: the list ends with an empty page");
    assertThat(records).hasSize(PAGES);
  }

  @Test
  void isNoEndWhereATotalSaysThatTheEmptyPageIsNone() {
    assertThat(
            read(
                Map.of("paginationType", "cursor", "ignoredSigns", "[\"/next_cursor\"]"),
                request ->
                    "{'total':50,'next_cursor':'c%d','values':[%s]}"
                        .formatted(Math.min(page(request) + 1, PAGES + 1), record(page(request)))))
        .startsWith("Contradicted: /total is 50");
  }

  /** The last page, which holds records, hands out the cursor by which it was asked for. */
  @Test
  void endsAtALastPageThatNamesItselfWhereTheUserSaysThatThisIsTheEnd() {
    Function<ApiRequest, String> answers =
        request ->
            "{'next_cursor':'c%d','values':[%s]}"
                .formatted(Math.min(page(request) + 1, PAGES), record(page(request)));

    assertThat(read(Map.of("paginationType", "cursor"), answers))
        .contains("names itself", "name \"/next_cursor\" in ignoredSigns");
    assertThat(
            read(Map.of("paginationType", "cursor", "ignoredSigns", "[\"/next_cursor\"]"), answers))
        .startsWith("Inferred");
    assertThat(records).hasSize(2 * PAGES);
  }

  private static String newCursorForEver(ApiRequest request) {
    int page = page(request);
    return NEW_CURSOR_FOR_EVER.replace("$", Integer.toString(page + 1)).replace("@", record(page));
  }

  private static String record(int page) {
    return page > PAGES ? "" : "{'id':%d}".formatted(page);
  }

  private static String next(String type, int page) {
    return type.equals("cursor") ? "c" + page : "/list?page=" + page;
  }

  /** Which page is asked for, counted from 1, however it is asked for. */
  private static int page(ApiRequest request) {
    int link = request.target().indexOf("page=");
    return link >= 0
        ? Integer.parseInt(request.target().substring(link + 5))
        : request
            .query("cursor")
            .map(cursor -> cursor.substring(1))
            .or(() -> request.query("page"))
            .map(Integer::parseInt)
            .or(() -> request.query("offset").map(offset -> Integer.parseInt(offset) + 1))
            .orElse(1);
  }

  private String read(Map<String, String> options, Function<ApiRequest, String> answers) {
    return read(options, new FakeApi(answers));
  }

  /** What its list proves, or why it was not read. */
  private String read(Map<String, String> options, FakeApi api) {
    List<Verdict> verdicts = new ArrayList<>();
    try {
      Reads.all(
          new KindReader(api, 1000, 0),
          KindReaderTest.listing("/list", RestOptions.pagination(options)),
          page -> records.addAll(page.records()),
          verdicts::add);
    } catch (ReadException e) {
      return String.valueOf(e.getMessage());
    }
    Verdict verdict = verdicts.getFirst();
    return verdict.getClass().getSimpleName() + ": " + verdict.text();
  }
}
