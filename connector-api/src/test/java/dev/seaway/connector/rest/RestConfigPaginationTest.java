package dev.seaway.connector.rest;

import static dev.seaway.connector.Answers.at;
import static dev.seaway.connector.Answers.json;
import static dev.seaway.connector.rest.RestConfigs.flags;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiRequest.Parameter;
import dev.seaway.connector.ApiResponse;
import dev.seaway.connector.Page;
import dev.seaway.connector.Pagination;
import dev.seaway.connector.Pagination.More;
import dev.seaway.connector.rest.RestConfig.PaginationType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a configuration says of pages. */
class RestConfigPaginationTest {

  @Test
  void knowsTheParametersThatEachPaginationTypeUsesByDefault() {
    assertThat(pagination(PaginationType.OFFSET))
        .isEqualTo(new Pagination.Offset("offset", "limit", 100, flags()));
    assertThat(pagination(PaginationType.PAGE))
        .isEqualTo(new Pagination.PageNumber("page", "size", 100, 1, flags("/next_page", "/next")));
    assertThat(pagination(PaginationType.CURSOR))
        .isEqualTo(
            new Pagination.Cursor(
                "cursor",
                "limit",
                100,
                at(
                    "/next_cursor",
                    "/cursor",
                    "/meta.after_cursor",
                    "/meta/after_cursor",
                    "/links.next",
                    "/links/next"),
                flags()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"isLastPage\":false}",
        "{\"_links\":{\"next\":\"/x?start=50\"}}",
        "{\"nextPageToken\":\"abc\"}",
        "{\"next\":\"https://api.test/x?page=2\"}"
      })
  void takesNoFirstPageForTheWholeListWhereTheAnswerSaysThatThereIsMore(String answer) {
    ApiResponse more = new ApiResponse(200, Map.of(), json(answer));

    for (Pagination once :
        List.of(
            pagination(PaginationType.NONE),
            pagination(PaginationType.NEXT_LINK, "nextLinkPath", "nxt"))) {
      assertThatThrownBy(() -> once.next(ApiRequest.get("/x"), more, new Page(List.of())))
          .isInstanceOf(Pagination.BrokenPaging.class);
    }
  }

  @Test
  void readsALinkPathAsAKeyAndAsAWayDown() {
    assertThat(pagination(PaginationType.NEXT_LINK))
        .isInstanceOfSatisfying(
            Pagination.NextLink.class,
            links -> {
              assertThat(links.links()).isEqualTo(at("/@odata.nextLink", "/@odata/nextLink"));
              assertThat(links.size()).isEmpty();
            });
  }

  @Test
  void sendsThePageSizeWithLinksWhereItsParameterIsNamed() {
    for (PaginationType type : List.of(PaginationType.NEXT_LINK, PaginationType.HEADER_LINK)) {
      Pagination links = pagination(type, "sizeParam", "limit", "pageSize", 50);

      assertThat(links.first(ApiRequest.get("/x")).query())
          .containsExactly(new Parameter("limit", "50"));
    }
  }

  @Test
  void prefersWhatTheUserNames() {
    assertThat(
            pagination(
                PaginationType.CURSOR,
                "paginationParam",
                "after",
                "sizeParam",
                "count",
                "pageSize",
                7,
                "cursorPath",
                "page.end/of~it",
                "hasMorePath",
                "page.more",
                "lastPagePath",
                "done"))
        .isEqualTo(
            new Pagination.Cursor(
                "after",
                "count",
                7,
                at("/page.end~1of~0it", "/page/end~1of~0it"),
                new More(at("/page.more", "/page/more"), at("/done"))));
  }

  private static Pagination pagination(PaginationType type, Object... options) {
    return RestConfigs.with("paginationType", type, options)
        .source(JsonPointer.empty())
        .undeclared()
        .orElseThrow()
        .pagination();
  }
}
