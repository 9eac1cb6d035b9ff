package dev.seaway.core.evidence;

import static dev.seaway.core.evidence.Answers.LINK;
import static dev.seaway.core.evidence.Answers.NONE;
import static dev.seaway.core.evidence.Answers.OFFSET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.core.evidence.Verdict.Contradicted;
import dev.seaway.core.evidence.Verdict.Contradiction;
import dev.seaway.core.evidence.Verdict.Inferred;
import dev.seaway.core.evidence.Verdict.Proven;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListEvidenceTest {

  private static final String TWO = "{'items':[{'id':1},{'id':2}]";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'more':false | /more is false in the last answer",
        "'isLast':'true' | /isLast is true in the last answer",
        "'last':true | /last is true in the last answer",
        "'next':false | /next is false in the last answer",
        "'total':2 | /total is 2, and as many different records were read",
        "'meta':{'Total-Count':'2'} | /meta/Total-Count is 2, and as many different records were"
            + " read",
        "'total_pages':1 | /total_pages is 1, and all pages up to it were read",
        "'@odata.deltaLink':'https://x/d?t=1' | /@odata.deltaLink is filled in the last answer"
      })
  void provesTheEnd(String said, String because) {
    assertThat(new Answers(NONE).page(TWO + "," + said + "}").verdict())
        .isEqualTo(new Proven(because));
  }

  /** A place that is left empty says no more than one that is left out. */
  @ParameterizedTest
  @ValueSource(strings = {"'next_cursor':null", "'nextPageToken':''", "'next':null"})
  void infersTheEndWhereAPlaceForWhatComesNextIsEmpty(String said) {
    assertThat(new Answers(NONE).page(TWO + "," + said + "}").verdict())
        .isInstanceOf(Inferred.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'code':401,'msg':'token expired'",
        "'errcode':42001,'errmsg':'access_token expired'",
        "'status':'unauthorized'",
        "'status':401,'message':'Unauthorized'",
        "'code':403,'message':'You have no permission for this group','total':2",
        "'success':true,'resultCode':'NO_PERMISSION','total':2",
        "'code':50013,'msg':'query timed out, partial data'",
        "'page':{'totalItems':2,'hasMoreTotalItems':true}",
        "'limitHit':true,'resultCount':2",
        "'total':2,'limited':true",
        "'total_available':55",
        "'moreItemsInQuery':true,'total':2"
      })
  void isContradictedByAFailureOrACutBesideAList(String said) {
    assertThat(new Answers(NONE).page(TWO + ",'has_more':false," + said + "}").verdict())
        .isInstanceOf(Contradicted.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'code':0,'msg':'success'",
        "'code':200,'message':'OK'",
        "'code':20000,'errcode':0,'errmsg':'ok'",
        "'labels':{'nodes':[],'pageInfo':{'hasNextPage':false}}",
        "'job':{'id':3,'done':true}",
        "'owner':{'total':2}",
        "'resultCount':2"
      })
  void isInferredBesideWhatSaysNothingOfTheList(String said) {
    assertThat(new Answers(NONE).page(TWO + "," + said + "}").verdict())
        .isInstanceOf(Inferred.class);
  }

  @Test
  void provesTheEndByHeaders() {
    assertThat(new Answers(NONE).page(200, "[{'id':1}]", "X-Total-Count", "1").text())
        .isEqualTo("Proven: x-total-count is 1, and as many different records were read");
    assertThat(new Answers(NONE).page(200, "[{'id':1}]", "Content-Range", "items 0-0/1").text())
        .isEqualTo("Proven: content-range is 1, and as many different records were read");
    assertThat(new Answers(NONE).page(200, "[{'id':1}]", "Link", "</a>; rel=\"first\"").text())
        .isEqualTo("Proven: the last answer's Link header names no next page");
    assertThat(
            new Answers(NONE).page(200, "[{'id':1}]", "X-Pagination", "{\"TotalCount\":1}").text())
        .isEqualTo("Proven: x-pagination/TotalCount is 1, and as many different records were read");
  }

  @Test
  void provesTheEndByWhatTheUserNames() {
    assertThat(Answers.with("lastPagePath", "fin").page(TWO + ",'fin':1}").text())
        .isEqualTo("Proven: the last answer says that it is the last one");
    assertThat(Answers.with("totalPath", "meta.all").page(TWO + ",'meta':{'all':2}}").text())
        .isEqualTo("Proven: /meta/all is 2, and as many different records were read");
    assertThat(Answers.with("pagesPath", "sheets").page(TWO + ",'sheets':1}").text())
        .isEqualTo("Proven: /sheets is 1, and all pages up to it were read");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'hasMore':true | says that there is more (true); read its pages with paginationType",
        "'isLastPage':0 | says that there is more (0); read its pages with paginationType",
        "'nextLink':'https://me:pw@x/a?t=hidden' | says that there is more (https://***@x/a?...);"
            + " set paginationType to next_link and nextLinkPath to nextLink",
        "'next_cursor':'hidden' | says that there is more; set paginationType to cursor and"
            + " cursorPath to next_cursor",
        "'paging':{'next':{'after':'hidden'}} | says that there is more; set paginationType to"
            + " cursor and cursorPath to paging.next",
        "'nextPageStart':50 | says that there is more (50); read its pages with paginationType",
        "'cursor':'hidden' | says that there is more; set paginationType to cursor and cursorPath"
            + " to cursor",
        "'offset':'hidden/but/shown' | says that there is more (hidden/but/shown); set"
            + " paginationType to cursor and cursorPath to offset"
      })
  void saysWhatSpeaksForMore(String said, String sentence) {
    Verdict verdict = new Answers(NONE).page(TWO + "," + said + "}").verdict();

    assertThat(verdict.text()).contains(sentence, "in ignoredSigns if it means something else");
    assertThat(verdict.text()).startsWith("the last answer's /").doesNotContain("pw", "t=hidden");
    assertThat(((Contradicted) verdict).contradiction()).isEqualTo(Contradiction.MORE);
  }

  @Test
  void saysThatHeadersNameMore() {
    assertThat(new Answers(NONE).page(200, "[{'id':1}]", "X-Next-Page", "2").text())
        .isEqualTo(
            "Contradicted: the last answer's x-next-page says that there is more (2); page by it"
                + " with paginationType, or name \"x-next-page\" in ignoredSigns if it means"
                + " something else");
    assertThat(new Answers(NONE).page(200, "[{'id':1}]", "Link", "</a?p=2>; rel=next").text())
        .isEqualTo(
            "Contradicted: the last answer's Link header names a next page; set paginationType to"
                + " header_link");
    assertThat(new Answers(NONE).page(200, "[{'id':1}]", "Link", "nonsense").text())
        .startsWith("Contradicted: The Link header cannot be read")
        .endsWith("It may name a next page; name \"Link\" in ignoredSigns if it does not");
  }

  @Test
  void saysThatFewerCameThanWereCounted() {
    assertThat(new Answers(NONE).page(TWO + ",'total':3}").text())
        .isEqualTo(
            "Contradicted: /total is 3, yet 2 different records were read; read its pages with"
                + " paginationType; if that is no number of all records that this list gives, name"
                + " \"/total\" in ignoredSigns");
    assertThat(new Answers(OFFSET).page(TWO + ",'pages':3}").text())
        .isEqualTo(
            "Contradicted: /pages is 3, yet 1 page was read; check the pagination, or how many"
                + " records the API gives at most; if that is no number of pages, name \"/pages\""
                + " in ignoredSigns");
  }

  @Test
  void saysThatWhatTheUserNamesIsNotThere() {
    assertThat(Answers.with("totalPath", "meta.all").page(TWO + "}").text())
        .isEqualTo(
            "Contradicted: no answer held the number that totalPath, totalHeader or pagesPath"
                + " names; correct the path, or leave it out");
    assertThat(Answers.with("hasMorePath", "mor").page(TWO + ",'more':false}").text())
        .isEqualTo(
            "Contradicted: no answer held a flag at [/mor, /isLastPage, /isLast]; correct"
                + " hasMorePath or lastPagePath");
    assertThat(Answers.with("lastPagePath", "last").page(TWO + ",'last':2}").text())
        .startsWith("Contradicted: an answer contradicts itself: /last is taken for a flag")
        .endsWith("; check hasMorePath and lastPagePath");
  }

  @Test
  void saysThatTheFirstAnswerIsNotTheFirstPage() {
    assertThat(new Answers(OFFSET).page(TWO + ",'first':false,'total':2}").text())
        .isEqualTo(
            "Contradicted: /first says that the first answer is not the first page; check"
                + " startPage, or where the request begins");
  }

  @Test
  void saysThatTheListMoved() {
    assertThat(new Answers(OFFSET).page(TWO + "}").page("{'items':[{'id':2}]}").text())
        .isEqualTo(
            "Contradicted: a record came twice (id 2), so that the list has changed while it was"
                + " read; sort it by a field that does not change, or name what tells its records"
                + " apart with recordKeyPath");
    assertThat(
            new Answers(OFFSET)
                .page(TWO + ",'total':4}")
                .page("{'items':[{'id':3}],'total':3}")
                .text())
        .isEqualTo(
            "Contradicted: /total was 4 at first and 3 at last, so that the list has changed while"
                + " it was read; sort it by a field that does not change, or name its sign in"
                + " ignoredSigns if it is an estimate");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'incomplete_results':true | /incomplete_results is true",
        "'resultTruncated':'true' | /resultTruncated is true",
        "'_shards':{'total':5,'failed':2} | /_shards/failed is 2",
        "'unreachable':['zones/x'] | /unreachable is filled",
        "'complete':false | /complete is false",
        "'meta':{'status':'timeout'} | /meta/status is timeout",
        "'response_status':[{'status':'failed'}] | /response_status/0/status is failed",
        "'ok':false | /ok is false",
        "'error':'no token=abc at https://x/y?z=1' | /error is no token=*** at https://x/y?...",
        "'errors':[{'message':'x'}] | /errors is filled",
        "'warnings':['The result was truncated'] | /warnings is filled"
      })
  void saysThatAnAnswerIsAPart(String said, String because) {
    Verdict verdict = new Answers(NONE).page(TWO + ",'total':2," + said + "}").verdict();

    assertThat(verdict.because()).isEqualTo("an answer says that it is not whole: " + because);
    assertThat(verdict.text()).contains("if it means something else, name \"/");
    assertThat(((Contradicted) verdict).contradiction()).isEqualTo(Contradiction.PART);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "202 | the status is 202, the list is not ready; run again later",
        "206 | the status is 206, a part of the list; read its pages",
        "207 | the status is 207, parts may have failed; run again later"
      })
  void saysWhichStatusesAreNoWholeAnswer(int status, String sentence) {
    assertThat(new Answers(NONE).page(status, TWO + ",'more':false}").text())
        .isEqualTo("Contradicted: an answer says that it is not whole: " + sentence);
  }

  @Test
  void judgesARangeByItsTotalOrByWhatComesNext() {
    assertThat(new Answers(NONE).page(206, "[{'id':1}]", "Content-Range", "0-0/1").verdict())
        .isInstanceOf(Proven.class);
    assertThat(
            new Answers(new CustomPaging())
                .page(206, "[{'id':1}]", "Next-Range", "]1..")
                .page(200, "[{'id':2}]")
                .verdict())
        .isInstanceOf(Inferred.class);
    assertThat(new Answers(new CustomPaging()).page(206, "[{'id':1}]", "Next-Range", "]1..").text())
        .contains("next-range says that there is more");
  }

  @Test
  void infersTheEndAndSaysHowToProveIt() {
    assertThat(new Answers(NONE).page(TWO + "}").text())
        .isEqualTo(
            "Inferred: one answer came, which says nothing about further ones; to prove it, name a"
                + " total with totalPath or totalHeader, a number of pages with pagesPath, or a"
                + " flag with hasMorePath or lastPagePath");
    assertThat(new Answers(OFFSET).page(TWO + "}").page("{'items':[]}").text())
        .startsWith("Inferred: the list ends with an empty page, and no answer says that");
    assertThat(new Answers(LINK).page(TWO + "}").page("{'items':[{'id':3}],'sum':3}").text())
        .isEqualTo(
            "Inferred: the last answer names no next page, and none says that this is its end; if"
                + " it is the number of all records, set totalPath to sum");
  }

  @Test
  void suspectsUsualLimits() {
    StringBuilder hundred = new StringBuilder("{'id':0}");
    for (int id = 1; id < 100; id++) {
      hundred.append(",{'id':").append(id).append('}');
    }
    assertThat(new Answers(NONE).page("{'items':[" + hundred + "]}").text())
        .contains("(100 records are a usual limit, at which APIs cut their lists)");
  }

  @Test
  void showsNeitherMailAddressesNorTokens() {
    String record = "{'email':'ann@example.com'}";
    Answers twice = new Answers(OFFSET).page("[" + record + "]").page("[" + record + "]");

    assertThat(twice.text()).contains("a record came twice (email ...)");
    assertThat(new Answers(NONE).page(TWO + ",'error':'bad eyJhbGciOiJIUzI1NiJ9abc'}").text())
        .contains("/error is bad ***");
    assertThat(new Answers(NONE).page(TWO + ",'next_token':'eyJhbGciOiJIUzI1'}").text())
        .doesNotContain("eyJ");
  }

  @Test
  void cutsLongTextsAndKeepsThemOnOneLine() {
    String text = new Answers(NONE).page(TWO + ",'error':'" + "lot ".repeat(9_000) + "'}").text();

    assertThat(text).hasSizeLessThan(300).contains("lot ...");
    assertThat(new Answers(NONE).page(TWO + ",'error':'a\\nb'}").text()).contains("is a b;");
  }

  /** Numbers count something where a word is no flag by its form, and others count beside it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "'start':0,'end':1",
        "'todo':30,'doing':9,'done':1",
        "'running':39,'finished':1",
        "'running':39,'finished':0",
        "'counts':{'open':3,'done':1}"
      })
  void takesNoNumberForAFlagWhereItMayCount(String said) {
    assertThat(new Answers(NONE).page(TWO + "," + said + "}").verdict())
        .isInstanceOf(Inferred.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"'isLast':1", "'done':true", "'done':1,'limit':50", "'isEnd':1,'open':3"})
  void takesNumbersForFlagsWhereTheNameIsOneOfAFlag(String said) {
    assertThat(new Answers(NONE).page(TWO + "," + said + "}").verdict()).isInstanceOf(Proven.class);
  }

  /** A number of what failed is no number of things in that state where nothing else is counted. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "'failedCount':2",
        "'skippedResources':2",
        "'errors':3,'limit':50",
        "'complete':0",
        "'isComplete':0"
      })
  void hearsANumberOfLossesAgainstAProof(String said) {
    assertThat(new Answers(NONE).page(TWO + ",'total':2,'isLast':true," + said + "}").verdict())
        .isInstanceOf(Contradicted.class);
  }
}
