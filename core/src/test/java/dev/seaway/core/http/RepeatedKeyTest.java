package dev.seaway.core.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key that stands twice. With a byte order mark another reader reads the same. */
class RepeatedKeyTest {

  private static final JsonBody JSON = new JsonBody(10_000);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'items':[{'id':1},{'id':2}],'items':[{'id':1}]}",
        "{'data':{'items':[{'id':1}]},'data':{'items':[]}}",
        "{'data':{'items':[{'id':1}],'items':[]}}",
        "{'items':[{'id':1}],'total':2,'total':1}",
        "{'items':[{'id':1}],'isLast':false,'isLast':true}",
        "{'item':{'id':1},'item':{'id':2}}"
      })
  void isRefusedOutsideOfTheRecords(String json) {
    assertThatThrownBy(() -> read("", json, true))
        .isInstanceOf(RepeatedKeyException.class)
        .hasMessageMatching("the key \"\\w+\" twice outside of its records");
    assertThatThrownBy(() -> read("\uFEFF", json, true)).isInstanceOf(RepeatedKeyException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'items':[{'id':1,'id':2}]}",
        "[{'id':1,'id':2}]",
        "{'items':[{'tags':['a'],'tags':['b']}]}",
        "{'items':[{'in':{'a':1,'a':2}}]}"
      })
  void isReadInARecordAsJqReadsIt(String json) throws IOException {
    assertThat(read("", json, true)).isEqualTo(read("\uFEFF", json, true));
    assertThat(read("", json, true)).doesNotContain("1", "\"a\"]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'token':'a','token':'b'}", "{'items':[],'items':[{'id':1}]}"})
  void isReadWhereThereAreNoRecords(String json) throws IOException {
    assertThat(read("", json, false)).isEqualTo(read("\uFEFF", json, false));
  }

  private static String read(String mark, String json, boolean hasRecords) throws IOException {
    byte[] body = (mark + json.replace('\'', '"')).getBytes(UTF_8);
    return JSON.read(new HttpAnswer(200, Map.of(), body), hasRecords).toString();
  }
}
