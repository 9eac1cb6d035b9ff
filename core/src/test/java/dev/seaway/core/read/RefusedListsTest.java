package dev.seaway.core.read;

import static dev.seaway.core.read.KindReaderTest.reader;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.EndSigns;
import dev.seaway.connector.Page;
import dev.seaway.connector.Pagination;
import dev.seaway.connector.SignPlaces;
import dev.seaway.core.FakeApi;
import dev.seaway.core.evidence.Verdict;
import dev.seaway.core.http.ApiException;
import dev.seaway.core.http.ApiException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedListsTest {

  private final List<Page> pages = new ArrayList<>();
  private final List<Verdict> verdicts = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 404, 409})
  void readsTheListsOfOtherParentsWhereOneIsRefused(int status) {
    KindReader reader = reader(api(5, Set.of(2), status));

    assertThatThrownBy(() -> read(reader, EndSigns.NONE))
        .isInstanceOf(ApiException.class)
        .hasMessageContaining("/parent/2/kids");

    assertThat(read())
        .containsExactly("/parent/1/kids", "/parent/3/kids", "/parent/4/kids", "/parent/5/kids");
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 429, 500, 503})
  void endsWhereTheToolAsSuchFails(int status) {
    KindReader reader = reader(api(5, Set.of(2), status));

    assertThatThrownBy(() -> read(reader, EndSigns.NONE)).isInstanceOf(ApiException.class);

    assertThat(read()).containsExactly("/parent/1/kids");
  }

  @Test
  void endsAfterManyRefusalsInARow() {
    FakeApi api = api(50, IntStream.range(1, 51).boxed().collect(Collectors.toSet()), 403);

    assertThatThrownBy(() -> read(reader(api), EndSigns.NONE)).isInstanceOf(ApiException.class);

    assertThat(api.asked()).hasSize(1 + 20);
  }

  @Test
  void takesAStatusThatTheUserNamesForAListWithoutRecords() {
    read(reader(api(3, Set.of(2), 409)), ending(409));

    assertThat(read()).containsExactly("/parent/1/kids", "/parent/3/kids");
    assertThat(verdicts).noneMatch(Verdict.Contradicted.class::isInstance);
    assertThat(verdicts).anyMatch(verdict -> verdict.text().contains("409, as endStatus says"));
  }

  /** What can no longer be seen is no list without records. */
  @ParameterizedTest
  @ValueSource(ints = {403, 404, 410})
  void takesNothingForAnEmptyListThatMayBeHidden(int status) {
    assertThatThrownBy(() -> read(reader(api(3, Set.of(2), status)), ending(status)))
        .isInstanceOf(ApiException.class);
  }

  @Test
  void failsWhereTheOnlyListOfAKindIsRefusedWhateverTheUserNames() {
    Listing one =
        new Listing(
            "one",
            ApiRequest.get("/parent/2/kids"),
            KindReaderTest::values,
            new Pagination.None(ending(409)),
            List.of());

    assertThatThrownBy(() -> Reads.all(reader(api(3, Set.of(2), 409)), one, pages::add))
        .isInstanceOf(ApiException.class);
  }

  private List<String> read() {
    return pages.stream()
        .flatMap(page -> page.records().stream())
        .map(record -> record.path("at").asText())
        .toList();
  }

  private void read(KindReader reader, EndSigns signs) {
    Listing parents =
        new Listing(
            "parents",
            ApiRequest.get("/parent"),
            KindReaderTest::values,
            new Pagination.None(),
            List.of());
    Listing kids =
        new Listing(
            "kids",
            ApiRequest.get("/parent/{p}/kids"),
            KindReaderTest::values,
            new Pagination.None(signs),
            List.of(new Listing.Parameter("p", parents, parent -> Optional.of(parent.path("id")))));
    Reads.all(reader, kids, pages::add, verdicts::add);
  }

  private static EndSigns ending(int status) {
    return new EndSigns(
        List.of(),
        List.of(),
        new EndSigns.Declared(
            false,
            List.of(),
            Set.of(),
            List.of(),
            SignPlaces.NONE,
            Set.of(status),
            Set.of(),
            List.of(),
            EndSigns.Declared.EMPTY_PAGES));
  }

  private static FakeApi api(int parents, Set<Integer> refused, int status) {
    return new FakeApi(
        request -> {
          if (request.target().equals("/parent")) {
            return IntStream.rangeClosed(1, parents)
                .mapToObj(id -> "{'id':" + id + "}")
                .collect(Collectors.joining(",", "{'values':[", "]}"));
          }
          if (refused.stream().anyMatch(id -> request.target().equals("/parent/" + id + "/kids"))) {
            throw new ApiException(
                reason(status),
                status,
                Optional.<JsonNode>empty(),
                request.target() + " " + status);
          }
          return "{'values':[{'at':'" + request.target() + "'}]}";
        });
  }

  private static Reason reason(int status) {
    return switch (status) {
      case 401 -> Reason.CREDENTIALS;
      case 403 -> Reason.PERMISSION;
      case 404 -> Reason.NOT_FOUND;
      case 429 -> Reason.RATE_LIMITED;
      default -> Reason.STATUS;
    };
  }
}
