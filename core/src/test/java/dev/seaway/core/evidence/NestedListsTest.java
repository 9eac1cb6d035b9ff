package dev.seaway.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiResponse;
import dev.seaway.connector.Pagination;
import dev.seaway.core.FakeApi;
import dev.seaway.core.config.RestOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists whose records lie in lists of elements of another list: each has an end of its own. */
class NestedListsTest {

  private static final String END = "'has_more':false";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'items':[{'id':1}],'itemsPage':{'hasMore':true}",
        "'items':[{'id':1}],'items_total':70",
        "'items':[{'id':1}],'hasMore':true",
        "'items':[{'id':1}],'itemsTruncated':true",
        "'items':[{'id':1}],'truncated':true",
        "'items':[{'id':1}],'item_count':2",
        "'items':[{'id':1}],'totalItems':2",
        "'items':[{'id':1}],'has_more_items':true",
        "'items':[{'id':1}],'next_items_page':'/b/1/items?page=2'",
        "'items':[{'id':1}],'items@odata.nextLink':'https://x/b/1/items?t=2'",
        "'items':[{'id':1}],'items_cursor':'abc'",
        "'items':[{'id':1}],'paging':{'next':'/b/1/items?page=2'}",
        "'items':[{'id':1}],'pageInfo':{'hasNextPage':true,'endCursor':'x'}",
        "'items':[],'hasMore':true",
        "'items':null,'error':{'message':'timed out'}",
        "'items':[],'error':'shard 3 timed out'"
      })
  void hearsThatAnInnerListGoesOnWhateverTheOuterOneSays(String said) {
    String whole = "{'id':'a','items':[{'id':7},{'id':8}]}";
    for (String outer : List.of(END, "'total':2")) {
      Nested list = new Nested("boards", "items");
      list.page("{'boards':[" + whole + ",{'id':'b'," + said + "}]," + outer + "}");
      assertThat(list.verdict()).as(said + outer).isInstanceOf(Verdict.Contradicted.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'issues':{'nodes':[{'id':1}],'pageInfo':{'hasNextPage':true}}",
        "'issues':{'nodes':[{'id':1}],'totalCount':2}",
        "'issues':{'nodes':[{'id':1}],'total':2}",
        "'issues':{'nodes':[{'id':1}],'nextCursor':'x'}",
        "'issues':{'nodes':[{'id':1}],'cursor':'x'}",
        "'issues':{'nodes':[{'id':1}],'done':false}",
        "'issues':{'nodes':[{'id':1}],'isTruncated':'true'}",
        "'issues':{'nodes':[{'id':1}],'page':{'totalPages':2}}",
        "'issues':{'nodes':[{'id':1}],'_shards':{'failed':1}}"
      })
  void hearsWhatTheObjectSaysThatHoldsAnInnerList(String said) {
    Nested list = new Nested("projects", "issues/nodes");
    list.page(
        "{'projects':[{'key':'A','issues':{'nodes':[{'id':5}],'pageInfo':{'hasNextPage':false}}},{'key':'B',"
            + said
            + "}],"
            + END
            + "}");
    assertThat(list.verdict()).as(said).isInstanceOf(Verdict.Contradicted.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'items':[{'id':1}],'items_total':1,'itemsPage':{'hasMore':false}",
        "'items':[{'id':1}],'items_url':'/b/1/items','open_items_count':70",
        "'items':[{'id':1}],'status':'failed','errors':3,'failures':2,'complete':false",
        "'items':[{'id':1}],'subitems':[{'hasMore':true}],'owner':{'total':9,'has_more':true}",
        "'items':[{'id':1}],'links':{'next':'/boards/c'}",
        "'items':[{'id':1}],'itemsPage':{'next':null,'cursor':''}"
      })
  void isProvenWhereNoInnerListObjects(String said) {
    Nested list = new Nested("boards", "items");
    list.page("{'boards':[{'id':'b'," + said + "},{'id':'c','items':[]}]," + END + "}");
    assertThat(list.verdict()).as(said).isInstanceOf(Verdict.Proven.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"'total':70", "'count':70", "'next':'/sprints/6'", "'done':false"})
  void isNoMoreThanInferredWhereABareWordMaySpeakOfTheElement(String said) {
    Nested list = new Nested("boards", "items");
    list.page("{'boards':[{'id':'b','items':[{'id':1}]," + said + "}]," + END + "}");
    assertThat(list.verdict()).as(said).isInstanceOf(Verdict.Inferred.class);
  }

  @Test
  void hearsEveryElement() {
    String boards =
        IntStream.range(0, 300)
            .mapToObj(
                board ->
                    "{'id':'b%d','items':[{'id':%d}],'itemsPage':{'hasMore':%b}}"
                        .formatted(board, board, board == 299))
            .collect(Collectors.joining(","));
    Nested list = new Nested("boards", "items");
    list.page("{'boards':[" + boards + "]," + END + "}");

    assertThat(list.verdict().text())
        .contains("/boards/299/itemsPage/hasMore is true", "\"/boards/*/itemsPage/hasMore\"");
  }

  @Test
  void hearsTheElementsOfEarlierPages() {
    Nested list = new Nested("boards", "items");
    list.page("{'boards':[{'id':'a','items':[{'id':1}],'hasMore':true}],'has_more':true}");
    list.page("{'boards':[{'id':'b','items':[{'id':2}],'hasMore':false}]," + END + "}");

    assertThat(list.verdict()).isInstanceOf(Verdict.Contradicted.class);
  }

  @Test
  void takesAnElementThatComesAgainForMoreOfItsList() {
    Nested list = new Nested("boards", "items");
    list.page("{'boards':[{'id':'a','items':[{'id':1}],'items_total':2}],'has_more':true}");
    list.page("{'boards':[{'id':'a','items':[{'id':2}],'items_total':2}]," + END + "}");

    assertThat(list.verdict()).isInstanceOf(Verdict.Proven.class);
  }

  @Test
  void takesAnInnerEndForNoEndOfTheOuterList() {
    Nested list = new Nested("boards", "items");
    list.page("{'boards':[{'id':'a','items':[{'id':1}],'hasMore':false,'items_total':1}]}");

    assertThat(list.verdict()).isInstanceOf(Verdict.Inferred.class);
  }

  @Test
  void comparesAnOuterTotalWithWhatHoldsTheRecords() {
    String boards = "{'boards':[{'id':'a','items':[{'id':1},{'id':2}]},{'id':'b','items':[]}]";
    assertThat(new Nested("boards", "items").page(boards + ",'total':2}").verdict())
        .isInstanceOf(Verdict.Proven.class);
    assertThat(new Nested("boards", "items").page(boards + ",'total':1}").verdict())
        .isInstanceOf(Verdict.Inferred.class);
    assertThat(new Nested("boards", "items").page(boards + ",'total':3}").verdict())
        .isInstanceOf(Verdict.Contradicted.class);
  }

  @Test
  void allowsARecordInSeveralInnerLists() {
    Nested list = new Nested("teams", "members");
    list.page(
        "{'teams':[{'id':'a','members':[{'id':1},{'id':2}]},{'id':'b','members':[{'id':1}]}],"
            + END
            + "}");

    assertThat(list.verdict()).isInstanceOf(Verdict.Proven.class);
  }

  @Test
  void seesThatTheOuterListHasMoved() {
    Nested list = new Nested("boards", "items");
    list.page("{'boards':[{'id':'a','items':[{'id':1}]}],'has_more':true}");
    list.page("{'boards':[{'id':'a','items':[{'id':1}]},{'id':'b','items':[]}]," + END + "}");

    assertThat(list.verdict().because()).contains("came twice");
  }

  @Test
  void hearsListsInListsInLists() {
    String orgs =
        "{'orgs':[{'id':'o','projects':[{'id':'p','issues':[{'id':1}],'issues_total':%d}]}],"
            + END
            + "}";
    assertThat(new Nested("orgs", "projects", "issues").page(orgs.formatted(1)).verdict())
        .isInstanceOf(Verdict.Proven.class);
    assertThat(new Nested("orgs", "projects", "issues").page(orgs.formatted(2)).verdict())
        .isInstanceOf(Verdict.Contradicted.class);
  }

  /** A data_path may make records anew, with a field of the element for example. */
  @Test
  void isNoMoreThanInferredWhereRecordsAreMadeOfAnInnerListThatGoesOn() {
    String body =
        "{'boards':[{'id':'a','items':[{'id':1},{'id':2}],'items_total':%d}]," + END + "}";
    for (int total : List.of(2, 70)) {
      JsonNode answer = FakeApi.json(body.formatted(total));
      List<JsonNode> made = List.of(FakeApi.json("{'id':1}"), FakeApi.json("{'id':2}"));
      for (boolean told : List.of(true, false)) {
        ListEvidence evidence = new ListEvidence(Answers.NONE, List.of(), List.of(), true);
        evidence.page(
            ApiRequest.get("/x"),
            new ApiResponse(200, Map.of(), answer),
            told ? Nested.list(answer, "boards") : made,
            made,
            told);
        assertThat(evidence.verdict())
            .isInstanceOf(total == 2 ? Verdict.Proven.class : Verdict.Inferred.class);
      }
    }
  }

  @Test
  void passesOverWhatTheUserSaysMeansNothing() {
    Nested list = new Nested("[\"/boards/*/items_total\"]", List.of("boards", "items"));
    list.page("{'boards':[{'id':'a','items':[{'id':1}],'items_total':9}]," + END + "}");

    assertThat(list.verdict()).isInstanceOf(Verdict.Proven.class);
  }

  @Test
  void saysThatAnAnswerIsTooLargeToBeLookedAt() {
    String fields =
        IntStream.range(0, 3_000).mapToObj(i -> "'f" + i + "':1").collect(Collectors.joining(","));
    Nested list = new Nested("boards", "items");
    list.page("{" + END + ",'boards':[{'id':'a','items':[{'id':1}]}],'wide':{" + fields + "}}");

    assertThat(list.verdict()).isInstanceOf(Verdict.Inferred.class);
  }

  /**
   * Reads it as a data_path does: the elements came over the wire, the records are made of them.
   */
  static final class Nested {
    private final String outer;
    private final List<String> inner;
    private final ListEvidence evidence;

    Nested(String outer, String... inner) {
      this("[]", Stream.concat(Stream.of(outer), Stream.of(inner)).toList());
    }

    Nested(String ignored, List<String> path) {
      this.outer = path.getFirst();
      this.inner = path.subList(1, path.size());
      Pagination pagination = RestOptions.pagination(Map.of("ignoredSigns", ignored));
      this.evidence = new ListEvidence(pagination, List.of(), List.of(), true);
    }

    Nested page(String text) {
      JsonNode body = FakeApi.json(text);
      List<JsonNode> received = list(body, outer);
      List<JsonNode> records = received;
      for (String name : inner) {
        records = records.stream().flatMap(node -> list(node, name).stream()).toList();
      }
      evidence.page(
          ApiRequest.get("/x"), new ApiResponse(200, Map.of(), body), received, records, true);
      return this;
    }

    private static List<JsonNode> list(JsonNode node, String path) {
      List<JsonNode> found = new ArrayList<>();
      node.at(JsonPointer.compile("/" + path)).forEach(found::add);
      return found;
    }

    Verdict verdict() {
      return evidence.verdict();
    }
  }
}
