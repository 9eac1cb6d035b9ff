package dev.seaway.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.core.FakeApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is set already, and did not help, is not advised. */
class AdviceTest {

  private static final String TWO = "{'items':[{'id':1},{'id':2}]";

  @ParameterizedTest
  @CsvSource({"totalPath, all, ',\"all\":\"2+\"'", "hasMorePath, further, ',\"further\":null'"})
  void namesNoOptionThatIsSet(String option, String path, String beside) {
    assertThat(Answers.with(option, path).page(TWO + beside + "}").verdict().text())
        .doesNotContain(option);
  }

  @Test
  void namesNoPaginationThatIsSet() {
    assertThat(
            Answers.with("paginationType", "cursor", "cursorPath", "token", "hasMorePath", "more")
                .page(TWO + ",'token':'t9','more':false}")
                .text())
        .contains("/token says that there is more", "correct hasMorePath or lastPagePath")
        .doesNotContain("set paginationType");
    assertThat(
            Answers.with("paginationType", "cursor", "cursorPath", "token")
                .page(TWO + ",'next':'/items?page=2'}")
                .text())
        .contains("set paginationType to next_link");
    assertThat(
            Answers.with("paginationType", "next_link", "nextLinkPath", "link")
                .page(TWO + ",'next':'/items?page=2'}")
                .text())
        .contains("set nextLinkPath to next")
        .doesNotContain("set paginationType");
    assertThat(Answers.with("recordKeyPath", "id").page("{'items':[{'id':1},{'id':1}]}").text())
        .contains("came twice")
        .doesNotContain("recordKeyPath");
  }

  @Test
  void namesTheErrorThatStandsInPlaceOfAList() {
    assertThat(AnswerErrors.named(FakeApi.json("{'errors':[{'code':7,'message':'no such view'}]}")))
        .contains("/errors is filled: no such view");
    assertThat(AnswerErrors.named(FakeApi.json("{'message':'not found'}")))
        .contains("/message is not found");
    assertThat(AnswerErrors.named(FakeApi.json("{'values':[],'total':0}"))).isEmpty();
  }
}
