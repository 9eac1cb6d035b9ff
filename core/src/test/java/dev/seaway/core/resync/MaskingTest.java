package dev.seaway.core.resync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.seaway.core.FakeApi;
import org.junit.jupiter.api.Test;

class MaskingTest {

  @Test
  void masksWhatIsPrivateAndLeavesTheRest() {
    String record =
        "{'id':7,'summary':'ask"
            + " ann@example.com','reporter':{'displayName':'Ann','emailAddress':'a@b.c','active':true},"
            + "'fields':[{'api_key':'k','value':'ATATT3xFfGF0abcdefgh'}]}";

    assertThat(Masking.masked(FakeApi.json(record)))
        .isEqualTo(
            FakeApi.json(
                "{'id':7,'summary':'ask"
                    + " ***','reporter':{'displayName':'***','emailAddress':'***','active':true},"
                    + "'fields':[{'api_key':'***','value':'***'}]}"));
  }

  @Test
  void masksAllBelowATellingName() {
    assertThat(
            Masking.masked(
                FakeApi.json(
                    "{'credentials':{'a':{'b':'x','on':true}},'tokens':['y',7],'API-Key':'z',"
                        + "'Set-Cookie':['a=b'],'sessionId':'s','log':'JSESSIONID=1A2B; x'}")))
        .isEqualTo(
            FakeApi.json(
                "{'credentials':{'a':{'b':'***','on':true}},'tokens':['***','***'],'API-Key':'***',"
                    + "'Set-Cookie':['***'],'sessionId':'***','log':'JSESSIONID=***; x'}"));
  }

  @Test
  void masksWhatPeopleAreCalledAndLeavesOtherNames() {
    assertThat(
            Masking.masked(
                FakeApi.json(
                    "{'name':'Printer','project':{'name':'IT'},'assignee':{'name':'Ann','id':'7',"
                        + "'account':{'login':'ann'}},'updateAuthor':'Ann Bell','watchers':['Bob'],"
                        + "'userCount':3}")))
        .isEqualTo(
            FakeApi.json(
                "{'name':'Printer','project':{'name':'IT'},'assignee':{'name':'***','id':'7',"
                    + "'account':{'login':'***'}},'updateAuthor':'***','watchers':['***'],"
                    + "'userCount':3}"));
  }

  @Test
  void cutsALongTextBeforeItIsMaskedAndNotInAWord() {
    String text = "word ".repeat(399) + "x".repeat(3) + " ghp_0123456789abcdefghij";

    assertThat(Masking.masked(TextNode.valueOf(text)).textValue())
        .hasSizeLessThanOrEqualTo(2_003)
        .endsWith("xxx...");
    assertThat(Masking.masked(TextNode.valueOf("eyJ".repeat(11_000))).textValue()).isEqualTo("***");
  }
}
