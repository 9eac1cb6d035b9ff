package dev.seaway.core.evidence;

import static dev.seaway.core.evidence.Answers.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.core.evidence.Verdict.Contradicted;
import dev.seaway.core.evidence.Verdict.Inferred;
import dev.seaway.core.evidence.Verdict.Proven;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that no table holds are heard by what they are made of, where nothing proves the end. */
class SuspicionsTest {

  private static final String TWO = "{'items':[{'id':1},{'id':2}]";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'exceededTransferLimit':true",
        "'count':2,'remaining':4",
        "'remainingPagedResults':4",
        "'pagedResultsCookie':'AAAA='",
        "'response_type':'delta'",
        "'more_topics_url':'/latest?page=1'",
        "'load_more_groups':'/groups?page=1'",
        "'total_rows_groups':54",
        "'scroll_param':'25b6'",
        "'links':[{'rel':['self','next'],'href':'/x?page=2'}]",
        "'link':[{'rel':'nextPage','href':'/x?page=2'}]",
        "'pagination':{'cursors':{'forward':'tok36'}}",
        "'treesize':54",
        "'available':54",
        "'found':54",
        "'hitCount':54",
        "'nextCursorMark':'AoE'",
        "'nhits':54",
        "'total_violations':54",
        "'totalProjects':54",
        "'numberOfUsers':54",
        "'page':'1 of 2'",
        "'range':'1-2 of 9'",
        "'Statistics':{'Status':'Partial'}",
        "'statistics':{'totalPages':2}",
        "'summary':{'total_count':54}",
        "'extensions':{'warnings':[{'message':'Result truncated: complexity limit'}]}",
        "'status':'Running'",
        "'jobState':'in_progress'",
        "'queryProgress':{'completed':false}",
        "'skipped':4",
        "'skipped':2",
        "'failedIds':2",
        "'errorCount':2",
        "'missing':['37','38']",
        "'not_returned':4",
        "'problems':[{'title':'eu failed','status':503}]",
        "'sources':[{'name':'eu','status':'ok'},{'name':'us','status':'error','error':'timeout'}]",
        "'tooManyResults':true",
        "'isFullResult':false",
        "'allRecordsReturned':false",
        "'stale':true",
        "'tests':2,'count':2,'unreturnedItems':3",
        "'succeeded':2,'failed':4",
        "'wasTruncated':true",
        "'skippedrows':4",
        "'unreachableHosts':['h3']",
        "'notFound':['37']",
        "'unauthorizedProjects':['x']",
        "'restricted':4",
        "'discarded':4",
        "'itemsLeft':4",
        "'resumptionToken':'abc'",
        "'continueFrom':'abc'",
        "'nbResults':54",
        "'recordsFound':54",
        "'membersTotal':54",
        "'jobStatus':'RUNNING'",
        "'status':'PARTIALLY_LOADED'",
        "'completeness_of_results':0.8",
        "'isReady':false",
        "'total':-50"
      })
  void contradictWhereNothingProvesTheEnd(String said) {
    assertThat(new Answers(NONE).page(TWO + "," + said + "}").verdict())
        .isInstanceOf(Contradicted.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'counts':{'total':2,'limited':2,'filtered':2}",
        "'total':2,'failures':2,'errors':1",
        "'total':2,'error_count':12,'ok_count':28",
        "'total':2,'complete':1,'incomplete':1",
        "'total':2,'healthy':37,'degraded':2,'failed':1",
        "'total':2,'filter':{'status':'failed','limit':100}",
        "'total':2,'criteria':{'status':'error'}",
        "'total':2,'nextPage':'No','previousPage':'No'",
        "'total':2,'next':'null'",
        "'total':2,'next_cursor':'-'",
        "'total':2,'stale':true,'skipped':4,'total_violations':54",
        "'total':2,'membersWithRole':{'totalCount':300}",
        "'hasNextPage':false,'skipped':4"
      })
  void areNotHeardWhereAProofStandsAgainstThem(String said) {
    assertThat(new Answers(NONE).page(TWO + "," + said + "}").verdict()).isInstanceOf(Proven.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'remaining':0",
        "'remainingPagedResults':-1,'pagedResultsCookie':null",
        "'response_type':'complete','list_token':'x','est_item_count':54",
        "'available':2,'found':2,'hitCount':2,'total_violations':1",
        "'numberOfUsers':2,'page':'1 of 1'",
        "'licence':{'total':500,'used':420}",
        "'limits':{'projects':{'total':500,'remaining':460}}",
        "'total':1200,'currency':'EUR'",
        "'tests':2,'failures':1,'errors':1,'skipped':1",
        "'complete':1,'incomplete':1",
        "'statistics':{'recordsMatched':2.0,'recordsScanned':9000},'status':'Complete'",
        "'totalTime':5000,'total_cost':99,'effortTotal':300",
        "'nextBuildNumber':57,'numExecutors':2,'slaveAgentPort':50000",
        "'include_hidden':true,'allowPartial':true,'maxFailed':4,'errorPolicy':'x'",
        "'rate_limit':{'limit':100,'remaining':90,'exceeded':false}",
        "'quota_max':300,'quota_remaining':12",
        "'limit':100,'remaining':90,'reset':1700000000",
        "'moreInfo':'https://docs.example.com/','more_details_url':'/docs'",
        "'id':'p1','name':'P','hidden':true,'stale':true,'issues_count':400,'status':'running'",
        "'skip':20,'timeout':30,'missing':[],'problems':[],'stale':false",
        "'view_count':4000,'constraints':{'may_create':true,'max_instances':500}",
        "'sources':[{'name':'eu','status':'ok'}]",
        "'approved':1,'rejected':1",
        "'droppedTargets':[{'x':1}],'failedCounts':{'x':3}",
        "'healthy':0,'degraded':1,'failed':1",
        "'hiddenColumns':['a'],'omitted_fields':['b'],'failed_login_attempts':5",
        "'cache':{'hits':5000,'misses':2}",
        "'otherUrl':'abc','total':-1,'failureRate':0.2,'list':'x'",
        "'components':[{'name':'db','status':'error'}]"
      })
  void areNoneOfOtherThings(String said) {
    assertThat(new Answers(NONE).page(TWO + "," + said + "}").verdict())
        .isInstanceOf(Inferred.class);
  }

  @Test
  void passOverAStatusThatRepeatsTheRequest() {
    assertThat(
            new Answers(NONE)
                .asking("status", "failed")
                .page(TWO + ",'status':'failed'}")
                .verdict())
        .isInstanceOf(Inferred.class);
    assertThat(new Answers(NONE).page(TWO + ",'status':'List'}").verdict())
        .isInstanceOf(Inferred.class);
    assertThat(new Answers(NONE).page(TWO + ",'status':'failed'}").verdict())
        .isInstanceOf(Contradicted.class);
    assertThat(new Answers(NONE).page("{'items':[],'total':0,'status':'failed'}").verdict())
        .isInstanceOf(Contradicted.class);
  }

  @Test
  void areHeardOnEachPageAndNumbersOnTheLast() {
    Answers list = new Answers(Answers.LINK).page(TWO + ",'next':'/2','total_seats':3}");
    assertThat(list.page("{'items':[{'id':3}],'total_seats':3}").verdict())
        .isInstanceOf(Inferred.class);
    assertThat(
            new Answers(Answers.LINK)
                .page(TWO + ",'next':'/2','skipped':1}")
                .page("{'items':[{'id':3}]}")
                .verdict())
        .isInstanceOf(Contradicted.class);
  }

  @Test
  void takeAPartOfAPageThatNamesTheNextForMoreOnly() {
    Answers list = new Answers(Answers.LINK);
    list.page(TWO + ",'next':'/2','pagination':{'partial':true,'next':'/2'}}");
    assertThat(list.page("{'items':[{'id':3}],'pagination':{'total':3}}").verdict())
        .isInstanceOf(Proven.class);
    assertThat(new Answers(NONE).page(TWO + ",'pagination':{'partial':true}}").verdict())
        .isInstanceOf(Contradicted.class);
  }

  @Test
  void prefersTheNumberOfAFilterThatWasAskedFor() {
    for (String said : new String[] {"'total':100,'subtotal':2", "'count':100,'subcount':2"}) {
      assertThat(
              new Answers(NONE)
                  .asking("search", "os = linux")
                  .page(TWO + "," + said + "}")
                  .verdict())
          .as(said)
          .isInstanceOf(Proven.class);
      assertThat(new Answers(NONE).page(TWO + "," + said + "}").verdict())
          .as(said)
          .isNotInstanceOf(Proven.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'message':'Project is being migrated'",
        "'message':'Quota used up, try again at 12:00'",
        "'detail':'The workspace is archived and sealed'"
      })
  void doubtAnEmptyListBesideAMessageThatIsNoSuccess(String said) {
    assertThat(new Answers(NONE).page("{'items':[]," + said + "}").verdict())
        .isInstanceOf(Contradicted.class);
    assertThat(new Answers(NONE).page(TWO + "," + said + "}").verdict())
        .isInstanceOf(Inferred.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'message':'No projects match'",
        "'message':'Nothing to show'",
        "'message':'0 records found'",
        "'message':'Operation performed successfully'",
        "'message':'success'",
        "'code':'OK'"
      })
  void believesAnEmptyListBesideAGoodMessage(String said) {
    assertThat(new Answers(NONE).page("{'items':[]," + said + "}").verdict())
        .isInstanceOf(Inferred.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"total-result-count", "X-Records", "After-Cursor", "X-Skipped-Records"})
  void areHeardInHeaders(String header) {
    assertThat(
            new Answers(NONE)
                .page(200, TWO + "}", header.toLowerCase(java.util.Locale.ROOT), "54")
                .verdict())
        .isInstanceOf(Contradicted.class);
  }

  @Test
  void canBeIgnored() {
    assertThat(Answers.with("ignoredSigns", "[\"/skipped\"]").page(TWO + ",'skipped':4}").verdict())
        .isInstanceOf(Inferred.class);
    assertThat(new Answers(NONE).page(TWO + ",'skipped':4}").text())
        .contains("/skipped", "ignoredSigns");
  }
}
