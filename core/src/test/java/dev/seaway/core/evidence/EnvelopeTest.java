package dev.seaway.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.core.FakeApi;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EnvelopeTest {

  @Test
  void findsSignsBesideTheRecordsAndOnTheWayToThem() {
    assertThat(
            signs(
                "/data/boards/0/items_page/items",
                "{'data':{'boards':[{'items_page':{'cursor':'c','items':[{'total':9}]}}]},'errors':[]}"))
        .containsExactly("ERROR /errors", "TOKEN /data/boards/0/items_page/cursor");
  }

  @Test
  void findsSignsUnderNamesThatSayNothing() {
    assertThat(signs("/x", "{'x':[],'weird':{'odd':{'has_more':true}}}"))
        .containsExactly("MORE /weird/odd/has_more");
  }

  @Test
  void findsAMapOfRecords() {
    assertThat(
            signs("/items", "{'items':{'a':{'id':1,'total':9},'b':{'id':2,'next':'x'}},'total':2}"))
        .containsExactly("TOTAL /total");
  }

  @Test
  void findsLinksInAList() {
    assertThat(
            signs(
                "/content",
                "{'content':[],'links':[{'rel':'self','href':'/a'},{'rel':'next','href':'/b'}]}"))
        .containsExactly("NEXT /links/1");
  }

  @Test
  void findsStatusesInAList() {
    assertThat(signs("/x", "{'x':[],'response_status':[{'status':'failed','total':9}]}"))
        .containsExactly("STATUS /response_status/0/status");
  }

  @Test
  void looksIntoNoListBesideTheRecords() {
    assertThat(signs("/x", "{'x':[],'included':[{'total':1}],'other':[{'next':'/y','total':7}]}"))
        .isEmpty();
  }

  @Test
  void hearsOnlyWordsOfAParentBelowWhatSaysNothing() {
    assertThat(signs("/x", "{'x':[],'range':{'total':9,'notification':'cut'},'facets':{'next':1}}"))
        .containsExactly("PART /range/notification");
  }

  @Test
  void looksIntoRecordsThatLieBelowSuchANameAllTheSame() {
    assertThat(
            signs("/user/repositories/nodes", "{'user':{'repositories':{'total':9,'nodes':[{}]}}}"))
        .containsExactly("TOTAL /user/repositories/total");
  }

  @Test
  void takesTheAnswerThatIsARecordItselfForARecord() {
    JsonNode body = FakeApi.json("{'id':1,'total':9,'next':'/x'}");

    assertThat(Envelope.of(body, List.of(body), Place.root()).signs()).isEmpty();
  }

  @Test
  void escapesNamesAsJsonPointersDo() {
    assertThat(signs("/x", "{'x':[],'a/b':{'c~d':{'next':1}}}"))
        .containsExactly("NEXT /a~1b/c~0d/next");
  }

  @Test
  void seesWhatStandsAboveWhateverLiesBelow() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ObjectNode wide = body.putObject("wide");
    IntStream.range(0, 10_000).forEach(field -> wide.put("field" + field, field));
    body.put("has_more", true);

    assertThat(Envelope.of(body).signs()).extracting(Sign::place).contains("/has_more");
  }

  @Test
  void looksAtABoundedNumberOfFields() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    IntStream.range(0, 10_000).forEach(field -> body.putObject("f" + field).put("total", 1));

    Envelope envelope = Envelope.of(body);

    assertThat(envelope.signs()).hasSizeLessThan(2_001);
    assertThat(envelope.unknown()).hasSizeLessThan(2_001);
  }

  @Test
  void looksAtNoRecordHoweverManyFieldsTheRecordsAre() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    List<JsonNode> records = new ArrayList<>();
    IntStream.range(0, 10_000)
        .forEach(record -> records.add(body.putObject("r" + record).put("total", 1)));
    body.put("total", 10_000);

    assertThat(Envelope.of(body, records, Place.root()).signs())
        .extracting(Sign::place)
        .containsExactly("/total");
  }

  @Test
  void goesAFewLevelsDeep() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ObjectNode deepest = body;
    for (int level = 0; level < 400; level++) {
      deepest = deepest.put("last", 1).putObject("deeper");
    }
    ObjectNode errors = JsonNodeFactory.instance.objectNode();
    errors.set("errors", JsonNodeFactory.instance.objectNode());
    errors.set("facets", body.deepCopy());

    assertThat(Envelope.of(body).signs()).hasSizeBetween(5, 20);
    assertThat(new Answers(Answers.NONE).page(errors.toString()).verdict())
        .isInstanceOf(Verdict.Inferred.class);
  }

  private static List<String> signs(String records, String text) {
    JsonNode body = FakeApi.json(text);
    List<JsonNode> found = new ArrayList<>();
    body.at(JsonPointer.compile(records)).forEach(found::add);
    return Envelope.of(body, found, Place.root()).signs().stream()
        .map(sign -> sign.meaning() + " " + sign.place())
        .toList();
  }
}
