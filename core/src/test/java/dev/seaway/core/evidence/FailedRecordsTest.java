package dev.seaway.core.evidence;

import static dev.seaway.core.evidence.Answers.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors that stand among the records of a list, each for a part that failed. */
class FailedRecordsTest {

  private static final String TWO =
      "{'id':1,'title':'a','url':'/1'},{'id':2,'title':'b','url':'/2'}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'id':'err','error':'shard 3 timed out'}",
        "{'error':{'type':'timeout'}}",
        "{'id':'x','status':500,'message':'Internal error'}",
        "{'code':503,'message':'unavailable'}",
        "{'type':'about:blank','title':'Not Found','status':404,'detail':'no such shard'}",
        "{'errors':[{'message':'forbidden'}]}",
        "{'key':'A','errorMessages':['no permission']}",
        "{'id':7,'success':false,'message':'failed'}",
        "{'errorCode':'E17','errorMessage':'partition 4 is not reachable'}",
        "{'exception':'java.net.SocketTimeoutException'}",
        "{'name':'east','error':true,'message':'region is down'}"
      })
  void takesARecordThatIsOnlyAnErrorForAPartThatFailed(String error) {
    assertThat(new Answers(NONE).page("{'items':[" + TWO + "," + error + "],'total':3}").verdict())
        .isInstanceOfSatisfying(
            Verdict.Contradicted.class,
            found -> assertThat(found.contradiction()).isEqualTo(Verdict.Contradiction.PART));
    assertThat(new Answers(NONE).page("[" + error + "," + TWO + "]").verdict())
        .isInstanceOf(Verdict.Contradicted.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'id':1,'error':'a'},{'id':2,'error':'b'},{'id':3,'error':'c','stack':'x'}",
        "{'id':1,'message':'a','code':500},{'id':2,'message':'b','code':404}",
        "{'id':1,'title':'a','error':null},{'id':2,'title':'b','error':null},{'id':3,'error':'c'}",
        "{'id':1,'title':'a'},{'id':2,'status':'failed'}",
        "{'id':1,'title':'a'},{'id':2,'message':'hello'}",
        "{'id':1,'title':'a'},{'id':2,'errors':3}",
        "{'id':1,'title':'a'},{'id':450,'name':'b'}",
        "{'id':1,'title':'a','done':true},{'id':2,'title':'b','done':false}",
        "{'id':1,'title':'a','url':'/1'},{'id':2,'title':'b','error':'x','owner':'me'}"
      })
  void takesOrdinaryRecordsForNoFailure(String records) {
    assertThat(new Answers(NONE).page("{'items':[" + records + "],'more':false}").verdict())
        .isInstanceOf(Verdict.Proven.class);
  }

  @Test
  void saysWhichErrorAndHowToIgnoreIt() {
    String page = "{'items':[" + TWO + ",{'id':'err','error':'shard 3 timed out'}],'more':false}";

    assertThat(new Answers(NONE).page(page).text())
        .isEqualTo(
            "Contradicted: 1 of 3 records holds nothing but an error (error is shard 3 timed out),"
                + " as where a part of the list failed; run again later; if they are ordinary"
                + " records, name \"/-/error\" in ignoredSigns");
    assertThat(Answers.with("ignoredSigns", "[\"/-/error\"]").page(page).verdict())
        .isInstanceOf(Verdict.Proven.class);
  }
}
