package dev.seaway.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaway.connector.Pagination.BrokenPaging;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkHeaderTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "</x?a=1,2;3>; rel=\"next\"",
        "</x?a=1,2;3>;rel=next",
        "</x?a=1,2;3> ; rel = next",
        "</x?a=1,2;3>; REL=\"NEXT\"",
        "</x?a=1,2;3>; rel=\"last next\"",
        "</x?a=1,2;3>; rel=\"https://rel.test/list  next\"",
        "</x?a=1,2;3>; title=\"a, b; c\"; rel=next",
        "</x?a=1,2;3>; title=\"</no>; rel=next, \"; rel=next",
        "</x?a=1,2;3>; title=\"say \\\"next\\\", </no>\"; rel=next",
        "</x?a=1,2;3>; title*=UTF-8''%e2%82%ac; rel=next",
        "</x?a=1,2;3>; crossorigin; rel=next; ;",
        "</first>; rel=first, </x?a=1,2;3>; rel=next, </last>; rel=last",
        "</first>, </x?a=1,2;3>; rel=next",
        "</first>; title=\"; rel=next\", </x?a=1,2;3>; rel=next",
        "</first>; rel=nextish, </second>; rel=next-archive, </x?a=1,2;3>; rel=next",
        "</first>; rel=prev; rel=next, </x?a=1,2;3>; rel=next",
        ", </first>; rel=prev ,, </x?a=1,2;3>; rel=next,",
        "</x?a=1,2;3>; rel='next'",
        "</first>; rel='prev', </x?a=1,2;3>; title='a, b; c'; rel='next'",
        "</x?a=1,2;3>; rel=\"next\"; results=\"true\""
      })
  void findsTheTarget(String header) {
    assertThat(next(header)).contains("/x?a=1,2;3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "</x>",
        "</x>; rel",
        "</x>; rel=\"\"",
        "</x>; rel=prev",
        "</x>; rev=next",
        "</x>; title=\"; rel=next\"",
        "</x?rel=next>; title=next",
        "</x>; rel=\"next\"; results=\"false\""
      })
  void findsNoOtherLink(String header) {
    assertThat(next(header)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/x; rel=next", "</x; rel=next", "</a>; title=\"x, </x>; rel=next", "</a> </x>x"})
  void refusesAHeaderThatItCannotRead(String header) {
    assertThatThrownBy(() -> next(header))
        .isInstanceOf(BrokenPaging.class)
        .hasMessageContaining("Link header");
  }

  @Test
  void readsLongHeaders() {
    String title = "\\\"x\\\" ".repeat(20_000);

    assertThat(next("</a>; t=\"" + title + "\"; rel=x, </b>; rel=next")).contains("/b");
  }

  private static Optional<String> next(String header) {
    ApiResponse response =
        new ApiResponse(200, Map.of("Link", List.of(header)), Answers.json("[]"));
    return LinkHeader.next(response, "next").map(LinkHeader.Link::target);
  }
}
