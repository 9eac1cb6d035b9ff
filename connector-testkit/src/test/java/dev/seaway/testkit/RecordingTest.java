package dev.seaway.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.seaway.connector.ApiClient;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiResponse;
import dev.seaway.connector.EndSigns;
import dev.seaway.connector.Kind;
import dev.seaway.connector.Page;
import dev.seaway.connector.Pagination;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RecordingTest {

  private static final Pagination LINKS =
      new Pagination.NextLink(
          List.of(JsonPointer.compile("/next")),
          Optional.empty(),
          new EndSigns(List.of(), List.of()));

  private static final String FIRST = "{'values': [1, 2], 'next': '/things?page=2'}";
  private static final String LAST = "{'values': [3]}";

  @Test
  void readsEveryPage() {
    assertThat(recording(FIRST, LAST).records(kind("/values", LINKS)))
        .extracting(JsonNode::intValue)
        .containsExactly(1, 2, 3);
  }

  @Test
  void missesAPage() {
    assertFails(
        recording(FIRST),
        kind("/values", LINKS),
        "asks for GET /things?page=2 after the last page of /recordings/thing");
  }

  @Test
  void seesAPageThatIsNeverAskedFor() {
    assertFails(recording(LAST, LAST), kind("/values", LINKS), "ends before page 2");
  }

  @Test
  void seesARequestThatIsRepeated() {
    assertFails(
        recording(FIRST, FIRST, LAST), kind("/values", LINKS), "asks twice for GET /things?page=2");
  }

  @Test
  void seesThatTheRecordsLieElsewhere() {
    assertFails(
        recording(LAST), kind("/data", LINKS), "no list of records at \"/data\"", "page-1.json");
  }

  @Test
  void seesAPaginationWithState() {
    assertFails(recording(LAST), kind("/values", new Counting()), "keeps a state");
  }

  @Test
  void readsAKindOfCode() {
    Kind code = new Kind.Code("thing", RecordingTest::readTwoPages);

    assertThat(recording(FIRST, LAST).records(code)).hasSize(2);
    assertFails(recording(FIRST), code, "/things?page=2, which is not recorded");
    assertFails(recording(FIRST, LAST, LAST), code, "left answers of /recordings/thing unread");
  }

  @Test
  void saysWhereARecordingIsMissing() {
    assertThatThrownBy(() -> Recording.load(getClass(), "/recordings", "thing"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("/recordings/thing/page-1.json");
  }

  @Test
  void loadsHeadersThatLieBesideAPage() {
    Recording recording = Recording.load(getClass(), "/with-headers", "thing");

    assertThat(recording.answers().getFirst().header("Link"))
        .contains("</things?page=2>; rel=next");
    assertThat(recording.answers()).hasSize(2);
  }

  @Test
  void makesAnEmptyPage() {
    assertThat(Recording.empty(JsonPointer.compile("/a/b")).body())
        .isEqualTo(json("{'a': {'b': []}}"));
    assertThat(Recording.empty(JsonPointer.empty()).body()).isEqualTo(json("[]"));
  }

  private static void readTwoPages(ApiClient api, Consumer<Page> pages) {
    for (String page : List.of("1", "2")) {
      pages.accept(new Page(List.of(api.send(ApiRequest.get("/things?page=" + page)).body())));
    }
  }

  private static void assertFails(Recording recording, Kind kind, String... parts) {
    assertThatThrownBy(() -> recording.records(kind))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll(parts);
  }

  private static Kind kind(String records, Pagination pagination) {
    return Kind.Api.of("thing", "/things", JsonPointer.compile(records), pagination);
  }

  private static Recording recording(String... answers) {
    return new Recording(
        "/recordings/thing",
        Stream.of(answers).map(body -> new ApiResponse(200, Map.of(), json(body))).toList());
  }

  private static JsonNode json(String text) {
    try {
      return new JsonMapper().readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  /** Counts its calls, as no pagination may. */
  private static final class Counting implements Pagination.Custom {
    private int calls;

    @Override
    public ApiRequest first(ApiRequest request) {
      return request;
    }

    @Override
    public Optional<ApiRequest> next(ApiRequest previous, ApiResponse response, Page page) {
      calls++;
      return Optional.of(previous.withQuery("page", Integer.toString(calls)));
    }
  }
}
