package dev.seaway.connector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelativeLinkTest {

  @ParameterizedTest
  @CsvSource({
    "/api/v1/items, items?page=2, /api/v1/items?page=2",
    "/api/v1/items?page=1, ?page=2, /api/v1/items?page=2",
    "/api/v1/items?next=/a/b, items?page=2, /api/v1/items?page=2",
    "/api/v1/items, ./items?page=2, /api/v1/items?page=2",
    "/api/v1/items, ../v2/items?q=../x, /api/v2/items?q=../x",
    "/api/v1/items/, more, /api/v1/items/more",
    "/api/v1/items, .., /api/",
    "/api/v1/items, a/./b/../c, /api/v1/a/c",
    "/items, ../../x, /../../x",
    "items, more, more",
    "/items, /x?page=2, /x?page=2",
    "/items, //h/x, //h/x",
    "/items, https://h/x, https://h/x",
    "/items, :x, :x",
    "/items?a=1#b, '', /items?a=1",
    "/items?a=1#b, #c, /items?a=1",
    "https://h/api/items?a=1, items?b=2, https://h/api/items?b=2",
    "https://h/api/items?a=1, ?b=2, https://h/api/items?b=2",
    "https://h, items, https://h/items",
    "/items, ' items?page=2 ', /items?page=2"
  })
  void isResolvedAgainstTheRequest(String target, String link, String resolved) {
    assertThat(ApiRequest.get(target).follow(link).target()).isEqualTo(resolved);
  }
}
