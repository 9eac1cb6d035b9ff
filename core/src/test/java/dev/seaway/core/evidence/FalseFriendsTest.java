package dev.seaway.core.evidence;

import static dev.seaway.core.evidence.Answers.NONE;
import static dev.seaway.core.evidence.Answers.OFFSET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.core.evidence.Verdict.Contradicted;
import dev.seaway.core.evidence.Verdict.Inferred;
import dev.seaway.core.evidence.Verdict.Proven;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What looks like a sign of more or of a part, and is none; or is one all the same. */
class FalseFriendsTest {

  private static final String TWO = "{'items':[{'id':1},{'id':2}]";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'errors':[],'warnings':[],'messages':[]",
        "'error':null,'warnings':null,'warningMessages':null",
        "'errors':{},'_shards':{'total':5,'successful':5,'failed':0}",
        "'status':'success','ok':true,'timed_out':false",
        "'infos':['metric might not be a counter'],'numErrors':0",
        "'last':'https://x/items?page=1','links':{'last':'/items?page=1','self':'/items'}",
        "'previous':'https://x/items?page=0','hasPreviousPage':false,'startCursor':'s'",
        "'size':2,'length':2,'row_count':2,'numberOfElements':2,'itemsPerPage':100",
        "'count':2,'pageSize':100,'limit':100,'maxResults':50",
        "'resultSizeEstimate':201",
        "'range':{'start_pos':0,'end_pos':2,'total':9}",
        "'facets':{'total':40,'next':'/x'},'included':[{'total':70,'has_more':true}]",
        "'next':null,'nextLink':'','total':-1",
        "'offset':0,'start':0,'page':1,'number':0",
        "'warning':{'code':'NO_RESULTS_ON_PAGE','message':'There are no results on this page.'}"
      })
  void isNotMisledByFalseFriends(String beside) {
    assertThat(new Answers(NONE).page(TWO + "," + beside + "}").verdict())
        .isNotInstanceOf(Contradicted.class);
  }

  @Test
  void looksIntoNoRecord() {
    String record =
        "{'id':%d,'has_more':true,'total':9,'errors':['x'],'next':'/y','isLast':false,"
            + "'truncated':true,'comment':{'total':40},'status':'failed'}";

    assertThat(new Answers(NONE).page("{'items':[" + record.formatted(1) + "]}").verdict())
        .isInstanceOf(Inferred.class);
    assertThat(new Answers(NONE).page("[" + record.formatted(1) + "]").verdict())
        .isInstanceOf(Inferred.class);
  }

  @Test
  void takesACountOfEachPageForNoTotal() {
    assertThat(
            new Answers(OFFSET)
                .page(TWO + ",'count':2}")
                .page("{'items':[{'id':3}],'count':1}")
                .verdict())
        .isInstanceOf(Inferred.class);
    assertThat(
            new Answers(OFFSET)
                .page(TWO + ",'count':3}")
                .page("{'items':[{'id':3}],'count':3}")
                .verdict())
        .isEqualTo(new Proven("/count is 3, and as many different records were read"));
  }

  @Test
  void doesNotKnowWhetherTheNumberOfTheLastPageCountsFromZero() {
    Answers two = new Answers(OFFSET).page(TWO + ",'LastPageNumber':2}");
    two.page("{'items':[{'id':3}],'LastPageNumber':2}");

    assertThat(two.verdict()).isInstanceOf(Inferred.class);
    assertThat(two.page("{'items':[{'id':4}],'LastPageNumber':2}").text())
        .isEqualTo("Proven: /LastPageNumber is 2, and all pages up to it were read");
    assertThat(
            Answers.with("paginationType", "page", "startPage", "0")
                .page(TWO + ",'last_page':1}")
                .verdict())
        .isInstanceOf(Inferred.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'warning':'missing_charset','response_metadata':{'warnings':['missing_charset']}",
        "'warnings':['extensions/v1beta1 is deprecated, unavailable in v1.22+']",
        "'warnings':['PromQL warning: bucket label le is missing']",
        "'messages':[{'code':1,'message':'Your rate limit is 500 an hour'}]",
        "'warningMessages':['The value X does not exist for the field project.']",
        "'info':{'self':'https://x/items?limit=100','next':null}",
        "'notice':'This API will be gone by 2027, see the sunset date; v1 is limited'"
      })
  void takesAdviceForNoSign(String advice) {
    assertThat(new Answers(NONE).page(TWO + "," + advice + "}").verdict())
        .isNotInstanceOf(Contradicted.class);
  }

  @Test
  void hearsOneMessageOfACutAmongAdvice() {
    assertThat(
            new Answers(NONE)
                .page(
                    TWO
                        + ",'warnings':[{'code':1,'text':'v1 is deprecated'},'only a partial"
                        + " result']}")
                .verdict())
        .isInstanceOf(Contradicted.class);
    assertThat(
            new Answers(NONE)
                .page(200, TWO + "}", "Warning", "299 - \"v1 is deprecated, unavailable in v2\"")
                .verdict())
        .isInstanceOf(Inferred.class);
  }

  @Test
  void comparesWithTheTotalOfTheFilter() {
    assertThat(
            new Answers(NONE)
                .asking("filter", "x")
                .page(TWO + ",'totalCount':90,'filteredTotalCount':2}")
                .verdict())
        .isEqualTo(new Proven("/filteredTotalCount is 2, and as many different records were read"));
  }

  @Test
  void takesACappedTotalForNoProof() {
    assertThat(
            new Answers(NONE)
                .page("{'hits':{'total':{'value':2,'relation':'gte'}},'items':[{'id':1},{'id':2}]}")
                .verdict())
        .isInstanceOf(Inferred.class);
  }

  @Test
  void takesAnEchoOfTheRequestForNoToken() {
    assertThat(
            new Answers(OFFSET)
                .asking("cursor", "abc")
                .page(TWO + ",'cursor':'abc','after':''}")
                .verdict())
        .isInstanceOf(Inferred.class);
  }

  @Test
  void takesACursorOfEveryPageForNoSignOnceAFlagSaysTheEnd() {
    String[] options = {
      "paginationType", "cursor", "cursorPath", "meta.after_cursor", "hasMorePath", "meta.has_more"
    };
    assertThat(
            Answers.with(options)
                .page(TWO + ",'meta':{'has_more':false,'after_cursor':'a'}}")
                .verdict())
        .isInstanceOf(Proven.class);
  }

  @Test
  void isContradictedWhereTheFlagAndTheTokenDisagree() {
    assertThat(
            Answers.with("paginationType", "cursor", "hasMorePath", "has_more")
                .page(TWO + ",'has_more':false,'next_cursor':'a'}")
                .verdict())
        .isInstanceOf(Contradicted.class);
  }

  @Test
  void passesOverWhatTheUserSaysMeansNothing() {
    String body = TWO + ",'meta':{'total':9,'next':'/x'},'token':'t','warnings':['cut: limit']}";
    String ignored = "[\"/meta\",\"/token\",\"/warnings\",\"x-total\",\"LINK\"]";

    assertThat(
            Answers.with("ignoredSigns", ignored)
                .page(200, body, "X-Total", "9", "Link", "</a>; rel=next")
                .verdict())
        .isNotInstanceOf(Contradicted.class);
    assertThat(
            Answers.with(
                    "paginationType",
                    "cursor",
                    "cursorPath",
                    "my.token",
                    "hasMorePath",
                    "more",
                    "ignoredSigns",
                    "[\"/my/token\"]")
                .page(TWO + ",'more':false,'my':{'token':'t'}}")
                .verdict())
        .isInstanceOf(Proven.class);
  }

  @Test
  void takesTheWordForTheEndOfACursor() {
    assertThat(Answers.with("endCursors", "[\"-\"]").page(TWO + ",'next_cursor':'-'}").verdict())
        .isInstanceOf(Inferred.class);
  }

  @Test
  void tellsRecordsApartByWhatTheUserNames() {
    String page = "{'items':[{'id':1,'lang':'en'},{'id':1,'lang':'de'}],'total':2}";

    assertThat(new Answers(NONE).page(page).verdict()).isInstanceOf(Proven.class);
    assertThat(Answers.with("recordKeyPath", "lang").page(page).verdict())
        .isInstanceOf(Proven.class);
  }
}
