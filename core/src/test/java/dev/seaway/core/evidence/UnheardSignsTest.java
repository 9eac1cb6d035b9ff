package dev.seaway.core.evidence;

import static dev.seaway.core.evidence.Answers.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.seaway.connector.SignPlaces;
import dev.seaway.core.evidence.Verdict.Contradicted;
import dev.seaway.core.evidence.Verdict.Inferred;
import dev.seaway.core.evidence.Verdict.Proven;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words and forms of real APIs by which they say that something is missing. */
class UnheardSignsTest {

  private static final String TWO = "{'items':[{'id':1},{'id':2}]";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'additional_data':{'pagination':{'more_items_in_collection':true}}",
        "'has_additional':true",
        "'hasAdditionalResults':true",
        "'resultTotal':9",
        "'pages':{'current':1,'total':2,'size':2}",
        "'page':{'from':1,'to':2,'of':9}",
        "'message':'Showing the first 2 of 9 results'",
        "'note':'Result set limited to 2 rows'",
        "'showing':'1-2 of 9'",
        "'total':'9+'",
        "'total':'1,000'",
        "'_shards':{'total':5,'successful':4}",
        "'total':2,'_clusters':{'total':2,'successful':1,'running':1}",
        "'total':2,'degraded':true",
        "'total':2,'max_results_reached':true",
        "'total':2,'hidden_count':7",
        "'total':2,'jobComplete':false",
        "'total':2,'resultStatus':'PARTIAL'"
      })
  void contradict(String said) {
    assertThat(new Answers(NONE).page(TWO + "," + said + "}").verdict())
        .isInstanceOf(Contradicted.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'additional_data':{'pagination':{'more_items_in_collection':false}},'total':2",
        "'has_additional':false",
        "'pages':{'current':1,'total':1}",
        "'message':'Showing 2 of 2 results','total':2",
        "'note':'Be kind','total':2",
        "'_shards':{'total':5,'successful':4,'skipped':1,'failed':0},'total':2",
        "'total':'2'",
        "'total':2,'timeout':30,'preview':'https://x.example/2'"
      })
  void doNotContradict(String said) {
    assertThat(new Answers(NONE).page(TWO + "," + said + "}").verdict()).isInstanceOf(Proven.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'total':{'value':2,'relation':'gte'}",
        "'total':{'value':2,'relation':'GREATER_THAN_OR_EQUAL_TO'}",
        "'total':2,'total_relation':'gte'",
        "'total':'2+'",
        "'response':{'numFound':2,'numFoundExact':false}"
      })
  void proveNothing(String said) {
    assertThat(new Answers(NONE).page(TWO + "," + said + "}").verdict())
        .isInstanceOf(Inferred.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[.repos.nodes[].branches.nodes[]] |"
            + " {'repos':{'nodes':[{'branches':{'nodes':[1],'pageInfo':{'hasNextPage':true}}}],'pageInfo':{'hasNextPage':false}}}",
        ".subs | {'subs':[{'data':[1],'has_more':true}]}",
        ".a.nodes + .b.nodes |"
            + " {'a':{'nodes':[1],'pageInfo':{'hasNextPage':false}},'b':{'nodes':[1],'pageInfo':{'hasNextPage':true}}}",
        ".members | {'members':{'x':1},'members_truncated':true}",
        ".members | {'members':[1],'truncated':true}",
        ".members | {'members':[1],'hasMore':true}",
        ".members | {'members':[],'error':'timeout'}"
      })
  void ofListsInRecords(String expression, String record) throws Exception {
    JsonNode json = new JsonMapper().readTree(record.strip().replace('\'', '"'));
    Set<String> names =
        Set.copyOf(List.of("repos", "nodes", "branches", "subs", "data", "a", "b", "members"));

    assertThat(ListObjection.anywhere(json, names, SignPlaces.NONE)).as(expression).isPresent();
  }

  @Test
  void doubtsElementsThatLackTheListOfTheOthers() {
    for (String lacking : List.of("{'id':'b'}", "{'id':'b','items':null}", "null")) {
      assertThat(ofBoards(lacking)).as(lacking).isInstanceOf(Inferred.class);
    }
    assertThat(ofBoards("{'id':'b','items':[]}")).isInstanceOf(Proven.class);
  }

  private static Verdict ofBoards(String other) {
    NestedListsTest.Nested list = new NestedListsTest.Nested("boards", "items");
    list.page(
        "{'boards':[{'id':'a','items':[{'id':7}]}," + other + "],'total':2,'has_more':false}");
    return list.verdict();
  }

  @Test
  void tellsListsOfOneNameInDifferentElementsApart() {
    NestedListsTest.Nested list = new NestedListsTest.Nested("boards", "columns", "items");
    list.page(
        "{'boards':[{'id':'a','columns':[{'name':'todo','items':[{'id':1}],'items_total':9}]},"
            + "{'id':'b','columns':[{'name':'todo','items':[{'id':2}],'items_total':1}]}],"
            + "'has_more':false}");
    assertThat(list.verdict()).isInstanceOf(Contradicted.class);
  }

  @Test
  void takesNoOtherNullForARecordThatIsNull() {
    NestedListsTest.Nested list = new NestedListsTest.Nested("boards", "items");
    list.page(
        "{'next':null,'boards':[{'id':'a','owner':null,'items':[null,{'id':1}]},"
            + "{'id':'b','owner':null,'items':[{'id':2}],'hasMore':true}],'has_more':false}");
    assertThat(list.verdict()).isInstanceOf(Contradicted.class);
  }

  @Test
  void provesAListOfAnyLength() {
    String records =
        IntStream.range(0, 60_000)
            .mapToObj(id -> "{'id':" + id + "}")
            .collect(Collectors.joining(","));
    assertThat(
            new Answers(NONE)
                .page("{'total':60000,'meta':{'x':1},'items':[" + records + "]}")
                .verdict())
        .isInstanceOf(Proven.class);
  }

  @Test
  void believesNoNumberOfPagesOfWhichOneInTheMiddleIsShort() {
    List<String> pages =
        List.of("[{'id':1},{'id':2}]", "[{'id':3}]", "[{'id':4},{'id':5}]", "[{'id':6}]");
    Answers holed = Answers.with("paginationType", "page", "pageSize", "2");
    Answers whole = Answers.with("paginationType", "page", "pageSize", "2");
    for (int page = 0; page < pages.size(); page++) {
      String end = ",'isLast':" + (page == 3) + "}";
      holed.page("{'items':" + pages.get(page) + end);
      whole.page("{'items':" + pages.get(page).replace("[{'id':3}]", "[{'id':3},{'id':9}]") + end);
    }
    assertThat(holed.verdict()).isInstanceOf(Inferred.class);
    assertThat(whole.verdict()).isInstanceOf(Proven.class);
  }
}
