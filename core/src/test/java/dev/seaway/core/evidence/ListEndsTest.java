package dev.seaway.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiResponse;
import dev.seaway.connector.EndSigns;
import dev.seaway.connector.Pagination;
import dev.seaway.connector.SignPlaces;
import dev.seaway.core.FakeApi;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What random histories have shown of the end of lists. */
class ListEndsTest {

  private static final Pagination LINKS =
      new Pagination.NextLink(
          List.of(JsonPointer.compile("/next")), Optional.empty(), EndSigns.NONE);
  private static final Pagination HEADER_LINKS =
      new Pagination.HeaderLink("next", Optional.empty(), EndSigns.NONE);
  private static final Pagination OFFSET =
      new Pagination.Offset("start", "limit", 2, EndSigns.NONE);

  @Test
  void takesAPlaceThatIsLeftEmptyLikeOneThatIsLeftOut() {
    for (String end : List.of("{'values':[{'id':1}],'next':null}", "{'values':[{'id':1}]}")) {
      assertThat(verdict(LINKS, "/things", Map.of(), end))
          .as(end)
          .isInstanceOf(Verdict.Inferred.class);
    }
  }

  @Test
  void takesATotalThatIsNamedForOneNumberAPage() {
    EndSigns named =
        new EndSigns(
            List.of(),
            List.of(),
            new EndSigns.Declared(
                false,
                List.of(JsonPointer.compile("/total")),
                Set.of(),
                List.of(),
                SignPlaces.NONE,
                Set.of(),
                Set.of(),
                List.of(),
                EndSigns.Declared.EMPTY_PAGES));

    assertThat(
            verdict(
                new Pagination.None(named),
                "/things",
                Map.of(),
                "{'total':2,'values':[{'id':1},{'id':2}]}"))
        .isInstanceOf(Verdict.Proven.class);
  }

  @Test
  void believesALinkHeaderOnlyWhereItNamesNoLaterLastPage() {
    String records = "[{'id':1}]";

    assertThat(verdict(HEADER_LINKS, "/things?page=2&size=1", last(2), records))
        .isInstanceOf(Verdict.Proven.class);
    assertThat(verdict(HEADER_LINKS, "/things?page=2&size=1", last(5), records))
        .isInstanceOf(Verdict.Contradicted.class);
    assertThat(verdict(HEADER_LINKS, "/things", last(5), records))
        .as("the first page, which is asked for without a number")
        .isInstanceOf(Verdict.Contradicted.class);
    assertThat(
            verdict(
                HEADER_LINKS,
                "/things",
                Map.of("link", List.of("</things?at=zz>; rel=\"last\"")),
                records))
        .isInstanceOf(Verdict.Inferred.class);
  }

  @Test
  void takesNoPagesForAProvenEmptyListAndOnePageForNothing() {
    assertThat(verdict(OFFSET, "/things", Map.of(), "{'pages':0,'values':[]}"))
        .isInstanceOf(Verdict.Proven.class);
    assertThat(verdict(OFFSET, "/things", Map.of(), "{'pages':1,'values':[]}"))
        .isInstanceOf(Verdict.Inferred.class);
  }

  @Test
  void takesAnErrorInPlaceOfAListForNoRecord() {
    JsonNode error = FakeApi.json("{'error':{'message':'try again'}}");
    JsonNode record = FakeApi.json("{'id':7,'error':{'message':'of the record'}}");

    assertThat(whole(error)).isInstanceOf(Verdict.Contradicted.class);
    assertThat(whole(record)).isInstanceOf(Verdict.Inferred.class);
  }

  @Test
  void passesOverOnlyWhatSaysNothingNewBehindAProvenEnd() {
    ListEvidence evidence = new ListEvidence(OFFSET, List.of(), List.of(), true);
    ApiRequest request = ApiRequest.get("/things");
    JsonNode whole = FakeApi.json("{'total':1,'values':[{'id':1}]}");
    evidence.page(request, response(Map.of(), whole), records(whole), true);

    JsonNode grown = FakeApi.json("{'total':2,'values':[{'id':1}]}");
    assertThat(
            evidence.isBehindTheEnd(
                request, response(Map.of(), whole), records(whole), records(whole)))
        .isTrue();
    assertThat(
            evidence.isBehindTheEnd(
                request, response(Map.of(), grown), records(grown), records(grown)))
        .isFalse();
  }

  @Test
  void takesACountForAnEchoOfThePageSizeOnly() {
    ListEvidence evidence = new ListEvidence(OFFSET, List.of(), List.of(), true);
    JsonNode page = FakeApi.json("{'count':1,'values':[{'id':1}]}");
    JsonNode end = FakeApi.json("{'count':1,'values':[]}");
    ApiRequest first = OFFSET.first(ApiRequest.get("/things"));
    evidence.page(first, response(Map.of(), page), records(page), true);
    evidence.page(first.withQuery("start", "1"), response(Map.of(), end), records(end), true);

    assertThat(evidence.verdict()).isInstanceOf(Verdict.Proven.class);
  }

  private static Map<String, List<String>> last(int page) {
    return Map.of(
        "link",
        List.of(
            "</things?page=1&size=1>; rel=\"first\", </things?page=%d&size=1>; rel=\"last\""
                .formatted(page)));
  }

  private static Verdict verdict(
      Pagination pagination, String target, Map<String, List<String>> headers, String body) {
    JsonNode json = FakeApi.json(body);
    ListEvidence evidence = new ListEvidence(pagination, List.of(), List.of(), true);
    evidence.page(ApiRequest.get(target), response(headers, json), records(json), true);
    return evidence.verdict();
  }

  /** A body that is taken for one record. */
  private static Verdict whole(JsonNode body) {
    ListEvidence evidence = new ListEvidence(new Pagination.None(), List.of(), List.of(), true);
    evidence.page(ApiRequest.get("/things"), response(Map.of(), body), List.of(body), true);
    return evidence.verdict();
  }

  private static ApiResponse response(Map<String, List<String>> headers, JsonNode body) {
    return new ApiResponse(200, headers, body);
  }

  private static List<JsonNode> records(JsonNode body) {
    return (body.isArray() ? body : body.path("values")).valueStream().toList();
  }
}
