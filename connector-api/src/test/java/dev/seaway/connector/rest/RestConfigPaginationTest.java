package dev.seaway.connector.rest;

import static dev.seaway.connector.Answers.at;
import static dev.seaway.connector.rest.RestConfigs.flags;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiRequest.Parameter;
import dev.seaway.connector.EndSigns;
import dev.seaway.connector.Pagination;
import dev.seaway.connector.PagingPlace;
import dev.seaway.connector.SignPlaces;
import dev.seaway.connector.rest.RestConfig.PaginationType;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

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
                new EndSigns(
                    at("/page.more", "/page/more"),
                    at("/done"),
                    new EndSigns.Declared(
                        true,
                        List.of(),
                        Set.of(),
                        List.of(),
                        SignPlaces.NONE,
                        Set.of(),
                        Set.of(),
                        List.of(),
                        100))));
  }

  @Test
  void passesOnWhatElseTheUserNames() {
    EndSigns signs =
        pagination(
                PaginationType.NONE,
                "totalPath",
                "meta.total",
                "totalHeader",
                "X-All",
                "pagesPath",
                "pages",
                "ignoredSigns",
                List.of("/count"),
                "endStatus",
                List.of(404),
                "endCursors",
                List.of("0"),
                "maxEmptyPages",
                7,
                "recordKeyPath",
                "ref")
            .signs();

    assertThat(signs.declared())
        .isEqualTo(
            new EndSigns.Declared(
                false,
                at("/meta.total", "/meta/total"),
                Set.of("X-All"),
                at("/pages"),
                new SignPlaces(Set.of("/count")),
                Set.of(404),
                Set.of("0"),
                at("/ref"),
                7));
  }

  @Test
  void putsPagingWhereTheUserSays() {
    assertThat(pagination(PaginationType.OFFSET, "paginationIn", RestConfig.PaginationIn.BODY))
        .isEqualTo(new Pagination.Offset("offset", "limit", 100, PagingPlace.BODY, flags()));
  }

  private static Pagination pagination(PaginationType type, Object... options) {
    return RestConfigs.with("paginationType", type, options)
        .source(JsonPointer.empty())
        .undeclared()
        .orElseThrow()
        .pagination();
  }
}
