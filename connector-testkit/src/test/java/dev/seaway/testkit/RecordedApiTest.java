package dev.seaway.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.ApiClient;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiResponse;
import dev.seaway.connector.Auth;
import dev.seaway.connector.EndSigns;
import dev.seaway.connector.Kind;
import dev.seaway.connector.Page;
import dev.seaway.connector.Pagination;
import dev.seaway.connector.Source;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecordedApiTest {

  private static final Pagination LINKS =
      new Pagination.HeaderLink("next", Optional.empty(), new EndSigns(List.of(), List.of()));

  private final RecordedApi api = RecordedApi.of("with-headers");

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void servesEveryPageWhateverTheAddress() {
    assertThat(read(kind("/things", "", LINKS)).records())
        .extracting(record -> record.path("id").asInt())
        .containsExactly(1, 2);
    assertThat(api.unread()).isEmpty();
    assertThat(api.unrecorded()).isEmpty();
  }

  @Test
  void seesAPageThatIsNeverAskedFor() {
    read(kind("/things", "", new Pagination.None()));

    assertThat(api.unread()).containsExactly("thing-2.json");
  }

  @Test
  void missesAPage() {
    assertFails(kind("/others", "", LINKS), "The kind thing cannot be read", "answered 404");
    assertThat(api.unrecorded()).containsExactly("GET /others");
  }

  @Test
  void seesThatTheRecordsLieElsewhere() {
    assertFails(kind("/things", "/data", LINKS), "not a list of records");
  }

  @Test
  void seesARequestThatIsRepeated() {
    assertFails(kind("/things", "", new Same()), "The kind thing cannot be read");
  }

  @Test
  void readsAKindOfCode() {
    assertThat(read(new Kind.Code("thing", RecordedApiTest::readTwoPages)).records()).hasSize(2);
  }

  @Test
  void makesAnEmptyAnswer() {
    assertThat(EmptyAnswer.at(JsonPointer.compile("/a/b")).body())
        .hasToString("{\"a\":{\"b\":[]}}");
    assertThat(EmptyAnswer.at(JsonPointer.empty()).body()).hasToString("[]");
  }

  private static void readTwoPages(ApiClient api, Consumer<Page> pages) {
    for (String page : List.of("/things", "/things?page=2")) {
      JsonNode body = api.send(ApiRequest.get(page)).body();
      pages.accept(new Page(body.valueStream().toList()));
    }
  }

  private void assertFails(Kind kind, String... parts) {
    assertThatThrownBy(() -> read(kind))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll(parts);
  }

  private KindRecords read(Kind kind) {
    Source source = Source.of(URI.create("https://api.test"), new Auth.None(), List.of(kind));
    return KindRecords.read(source, api).getFirst();
  }

  private static Kind kind(String path, String records, Pagination pagination) {
    return Kind.Api.of("thing", path, JsonPointer.compile(records), pagination);
  }

  /** Asks for the first page for ever. */
  private record Same() implements Pagination.Custom {

    @Override
    public ApiRequest first(ApiRequest request) {
      return request;
    }

    @Override
    public Optional<ApiRequest> next(ApiRequest previous, ApiResponse response, Page page) {
      return Optional.of(previous);
    }
  }
}
