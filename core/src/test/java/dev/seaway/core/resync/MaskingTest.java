package dev.seaway.core.resync;

import static org.assertj.core.api.Assertions.assertThat;

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
}
