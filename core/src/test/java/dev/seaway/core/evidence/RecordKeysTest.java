package dev.seaway.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiResponse;
import dev.seaway.core.FakeApi;
import dev.seaway.core.evidence.Verdict.Contradicted;
import dev.seaway.core.evidence.Verdict.Contradiction;
import dev.seaway.core.evidence.Verdict.Inferred;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What tells the records of a list apart, and what a list that moves then proves. */
class RecordKeysTest {

  private static final List<JsonPointer> BY_ARN = List.of(JsonPointer.compile("/functionArn"));
  private static final List<JsonPointer> BY_PATH = List.of(JsonPointer.compile("/path"));

  @Test
  void seesAChangedRecordAgainByWhatTheMappingNamesItBy() {
    assertThat(
            verdict(
                BY_ARN,
                "{'items':[{'functionArn':'a','at':1},{'functionArn':'b','at':1}],'total':4}",
                "{'items':[{'functionArn':'b','at':2},{'functionArn':'c','at':1}],'total':4}"))
        .isInstanceOfSatisfying(
            Contradicted.class, found -> assertThat(found.contradiction().isMovement()).isTrue());
  }

  @Test
  void believesNoTotalWhereNothingTellsRecordsApart() {
    assertThat(
            verdict(
                List.of(),
                "{'items':[{'who':'a','at':1},{'who':'b','at':1}],'total':4}",
                "{'items':[{'who':'b','at':2},{'who':'c','at':1}],'total':4}"))
        .isInstanceOfSatisfying(
            Inferred.class, end -> assertThat(end.advice()).endsWith("with recordKeyPath"));
  }

  /** A flag counts no records. */
  @Test
  void believesAFlagWhereNothingTellsRecordsApart() {
    assertThat(
            verdict(
                List.of(),
                "{'items':[{'who':'a','at':1},{'who':'b','at':1}],'isLast':false}",
                "{'items':[{'who':'c','at':1}],'isLast':true}"))
        .isInstanceOf(Verdict.Proven.class);
  }

  /** As in a tree of files: two may have one content, and so one {@code id}. */
  @Test
  void infersNoMoreWhereAnIdRepeatsAndTheNamesDoNot() {
    assertThat(
            verdict(
                BY_PATH,
                "{'items':[{'id':'1','path':'a'},{'id':'2','path':'b'}],'total':4}",
                "{'items':[{'id':'1','path':'c'},{'id':'3','path':'d'}],'total':4}"))
        .isInstanceOfSatisfying(
            Inferred.class,
            end -> {
              assertThat(end.because()).contains("/id", "/path");
              assertThat(end.advice()).endsWith("for example path");
            });
  }

  /** As where a record was renamed, and has taken the place of one that was passed over. */
  @Test
  void infersNoMoreWhereANameRepeatsAndTheIdsDoNot() {
    assertThat(
            verdict(
                BY_PATH,
                "{'items':[{'id':'1','path':'a'},{'id':'2','path':'b'}],'total':4}",
                "{'items':[{'id':'3','path':'a'},{'id':'4','path':'d'}],'total':4}"))
        .isInstanceOfSatisfying(
            Inferred.class, end -> assertThat(end.because()).contains("/id", "/path"));
  }

  /** Nulls that a data_path leaves out do not fill a total. */
  @Test
  void doesNotCountNullsThatAreLeftOut() {
    ListEvidence evidence = new ListEvidence(Answers.NONE, List.of(), List.of(), true);
    ApiResponse answer = answer("{'items':[{'id':1},null],'total':2}");
    evidence.page(
        ApiRequest.get("/list"),
        answer,
        items(answer),
        items(answer).stream().filter(record -> !record.isNull()).toList(),
        true);

    assertThat(evidence.verdict())
        .isInstanceOfSatisfying(
            Contradicted.class,
            found -> assertThat(found.contradiction()).isEqualTo(Contradiction.MORE));
  }

  /** Nulls that a data_path makes of records stand for these. */
  @Test
  void countsNullsThatAreMadeOfRecordsOnce() {
    ListEvidence evidence = new ListEvidence(Answers.NONE, List.of(), List.of(), true);
    ApiResponse answer = answer("{'items':[{'id':1},{'id':2},{'id':3}],'total':4}");
    List<JsonNode> made = new ArrayList<>(items(answer));
    made.set(1, NullNode.getInstance());
    evidence.page(ApiRequest.get("/list"), answer, items(answer), made, true);

    assertThat(evidence.verdict()).isInstanceOf(Contradicted.class);
  }

  private static Verdict verdict(List<JsonPointer> names, String... pages) {
    ListEvidence evidence = new ListEvidence(Answers.OFFSET, List.of(), names, true);
    for (int page = 0; page < pages.length; page++) {
      ApiResponse answer = answer(pages[page]);
      evidence.page(
          ApiRequest.get("/list").withQuery("start", Integer.toString(page * 2)),
          answer,
          items(answer),
          items(answer),
          true);
    }
    return evidence.verdict();
  }

  private static ApiResponse answer(String body) {
    return new ApiResponse(200, Map.of(), FakeApi.json(body));
  }

  private static List<JsonNode> items(ApiResponse answer) {
    List<JsonNode> items = new ArrayList<>();
    answer.body().path("items").forEach(items::add);
    return items;
  }
}
