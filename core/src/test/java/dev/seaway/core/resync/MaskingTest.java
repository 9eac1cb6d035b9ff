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
  void cutsALongTextBeforeItIsLookedAt() {
    String text = "eyJ".repeat(11_000);

    assertThat(Masking.masked(TextNode.valueOf(text)).textValue())
        .isEqualTo(text.substring(0, 4096) + "...");
  }
}
