package dev.seaway.connector;

import static dev.seaway.connector.Answers.answer;
import static dev.seaway.connector.Answers.at;
import static dev.seaway.connector.Answers.linked;
import static dev.seaway.connector.Answers.records;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaway.connector.ApiRequest.Parameter;
import dev.seaway.connector.Pagination.BrokenPaging;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaginationTest {

  private static final ApiRequest LIST = ApiRequest.get("/things");
  private static final EndSigns FLAGS = new EndSigns(at("/has_more"), at("/isLast"));
  private static final Optional<Parameter> SIZE = Optional.of(new Parameter("limit", "50"));

  @Nested
  class None {

    @Test
    void readsOnePage() {
      Pagination none = new Pagination.None();

      assertThat(none.first(LIST)).isEqualTo(LIST);
      assertThat(none.next(LIST, answer("{'has_more': true}"), records(9))).isEmpty();
    }
  }

  @Nested
  class Offset {

    private final Pagination offset = new Pagination.Offset("start", "limit", 50, FLAGS);
    private final ApiRequest first = offset.first(LIST);

    @Test
    void startsAtZero() {
      assertThat(first.query())
          .containsExactly(new Parameter("start", "0"), new Parameter("limit", "50"));
    }

    @Test
    void keepsWhatTheMappingHasSet() {
      ApiRequest set = LIST.withQuery("limit", "7").withQuery("start", "3");

      assertThat(offset.first(set)).isEqualTo(set);
    }

    @Test
    void goesOnByWhatCameBack() {
      ApiRequest second = offset.next(first, answer("{}"), records(20)).orElseThrow();

      assertThat(second.query("start")).contains("20");
      assertThat(offset.next(second, answer("{}"), records(7)).orElseThrow().query("start"))
          .contains("27");
    }

    @Test
    void endsAtTheFirstEmptyPageWhenNoFlagSpeaks() {
      assertThat(offset.next(first, answer("[]"), records(0))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'isLast': true}", "{'has_more': false}", "{'has_more': null}"})
    void endsWhereAFlagSaysSo(String body) {
      assertThat(offset.next(first, answer(body), records(50))).isEmpty();
    }

    @Test
    void goesOnPastAShortPageThatIsNotTheLast() {
      assertThat(offset.next(first, answer("{'isLast': false}"), records(1))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'isLast': false}", "{'has_more': true}"})
    void refusesAnEmptyPageThatIsNotTheLast(String body) {
      assertThatThrownBy(() -> offset.next(first, answer(body), records(0)))
          .isInstanceOf(BrokenPaging.class)
          .hasMessageContaining("no record");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "9223372036854775807", ""})
    void refusesAPositionItCannotGoOnFrom(String start) {
      ApiRequest odd = first.withQuery("start", start);

      assertThatThrownBy(() -> offset.next(odd, answer("{}"), records(1)))
          .isInstanceOf(BrokenPaging.class)
          .hasMessageContaining("start=" + start);
    }

    @Test
    void leavesOtherParametersWhereTheyAre() {
      ApiRequest expanded =
          offset.first(
              new ApiRequest(
                  ApiRequest.Method.GET,
                  "/things",
                  List.of(new Parameter("expand", "sla"), new Parameter("expand", "status")),
                  Map.of(),
                  Optional.empty()));

      assertThat(offset.next(expanded, answer("{}"), records(2)).orElseThrow().query())
          .containsExactly(
              new Parameter("expand", "sla"),
              new Parameter("expand", "status"),
              new Parameter("start", "2"),
              new Parameter("limit", "50"));
    }
  }

  @Nested
  class PageNumber {

    private final Pagination pages = new Pagination.PageNumber("page", "size", 20, 1, FLAGS);
    private final ApiRequest first = pages.first(LIST);

    @Test
    void countsPagesFromTheStartPage() {
      assertThat(first.query())
          .containsExactly(new Parameter("page", "1"), new Parameter("size", "20"));
      assertThat(pages.next(first, answer("{}"), records(20)).orElseThrow().query("page"))
          .contains("2");
    }

    @Test
    void endsLikeOffset() {
      assertThat(pages.next(first, answer("{}"), records(0))).isEmpty();
      assertThat(pages.next(first, answer("{'isLast': true}"), records(20))).isEmpty();
      assertThatThrownBy(() -> pages.next(first, answer("{'isLast': false}"), records(0)))
          .isInstanceOf(BrokenPaging.class);
    }
  }

  @Nested
  class Cursor {

    private final Pagination cursor =
        new Pagination.Cursor("after", "limit", 50, at("/next", "/meta/next"), FLAGS);
    private final ApiRequest first = cursor.first(LIST);

    @Test
    void startsWithoutACursor() {
      assertThat(first.query()).containsExactly(new Parameter("limit", "50"));
    }

    @Test
    void repeatsTheFirstTokenThatIsThere() {
      assertThat(next("{'next': 'a', 'meta': {'next': 'b'}}")).contains("a");
      assertThat(next("{'next': null, 'meta': {'next': 'b'}}")).contains("b");
      assertThat(next("{'next': '', 'meta': {'next': 'b'}}")).contains("b");
    }

    @Test
    void writesNumbersInFull() {
      assertThat(next("{'next': 1700000000.25}")).contains("1700000000.25");
    }

    @Test
    void replacesTheTokenOfThePageBefore() {
      ApiRequest second = cursor.next(first, answer("{'next': 'a'}"), records(1)).orElseThrow();
      ApiRequest third = cursor.next(second, answer("{'next': 'b'}"), records(1)).orElseThrow();

      assertThat(third.query())
          .containsExactly(new Parameter("limit", "50"), new Parameter("after", "b"));
    }

    @Test
    void goesOnPastAnEmptyPageWithAToken() {
      assertThat(cursor.next(first, answer("{'next': 'a'}"), records(0))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"{}", "{'next': null}", "{'next': false}", "{'next': 'a', 'isLast': true}"})
    void endsWithoutATokenOrWhereAFlagSaysSo(String body) {
      assertThat(next(body)).isEmpty();
    }

    @Test
    void refusesMoreWithoutAToken() {
      assertThatThrownBy(() -> next("{'isLast': false}"))
          .isInstanceOf(BrokenPaging.class)
          .hasMessageContaining("no next cursor");
    }

    private Optional<String> next(String body) {
      return cursor.next(first, answer(body), records(3)).flatMap(next -> next.query("after"));
    }
  }

  @Nested
  class NextLink {

    private final Pagination links = new Pagination.NextLink(at("/_links/next"), SIZE, FLAGS);
    private final ApiRequest first = links.first(LIST.withQuery("expand", "sla"));

    @Test
    void asksForTheSizeInTheFirstRequestOnly() {
      assertThat(first.query()).contains(new Parameter("limit", "50"));
      assertThat(next("{'_links': {'next': 'https://a.test/things?start=50'}}").orElseThrow())
          .isEqualTo(ApiRequest.get("https://a.test/things?start=50"));
    }

    @Test
    void sendsNoSizeUnlessToldTo() {
      assertThat(new Pagination.NextLink(at("/next"), Optional.empty(), FLAGS).first(LIST).query())
          .isEmpty();
    }

    @Test
    void keepsHeadersOnTheWay() {
      ApiRequest marked = first.withHeader("X-ExperimentalApi", "opt-in");

      assertThat(
              links
                  .next(marked, answer("{'_links': {'next': '/things?start=50'}}"), records(1))
                  .orElseThrow()
                  .headers())
          .containsEntry("X-ExperimentalApi", "opt-in");
    }

    @Test
    void letsTheLinkDecide() {
      assertThat(next("{'isLast': true, '_links': {'next': '/things?start=50'}}")).isPresent();
      assertThat(next("{'isLast': true, '_links': {}}")).isEmpty();
      assertThat(next("{'_links': {'next': null}}")).isEmpty();
    }

    @Test
    void refusesMoreWithoutALink() {
      assertThatThrownBy(() -> next("{'isLast': false, '_links': {}}"))
          .isInstanceOf(BrokenPaging.class)
          .hasMessageContaining("no next link");
    }

    private Optional<ApiRequest> next(String body) {
      return links.next(first, answer(body), records(50));
    }
  }

  @Nested
  class HeaderLink {

    private final Pagination links = new Pagination.HeaderLink("next", SIZE, FLAGS);
    private final ApiRequest first = links.first(LIST);

    @Test
    void followsTheLinkOfItsRelation() {
      assertThat(first.query("limit")).contains("50");
      assertThat(links.next(first, linked("[]", "</things?page=2>; rel=\"next\""), records(50)))
          .contains(ApiRequest.get("/things?page=2"));
    }

    @Test
    void looksIntoEveryHeaderOfThatName() {
      assertThat(
              links.next(
                  first,
                  linked("[]", "</a>; rel=prev", "</b>; rel=last, </c>; rel=next"),
                  records(1)))
          .contains(ApiRequest.get("/c"));
    }

    @Test
    void endsWithoutALink() {
      assertThat(links.next(first, linked("[]"), records(50))).isEmpty();
      assertThat(links.next(first, linked("[]", "</a>; rel=prev"), records(50))).isEmpty();
    }

    @Test
    void refusesMoreWithoutALink() {
      assertThatThrownBy(() -> links.next(first, linked("{'has_more': true}"), records(50)))
          .isInstanceOf(BrokenPaging.class);
    }
  }
}
