package dev.seaway.distribution;

import static dev.seaway.distribution.ScriptedApi.ids;
import static dev.seaway.distribution.ScriptedApi.isIncomplete;
import static dev.seaway.distribution.ScriptedApi.json;
import static dev.seaway.distribution.ScriptedApi.records;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.distribution.fake.Recorded;
import dev.seaway.distribution.fake.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers by which runs once did not end, or ended the whole process. */
@Timeout(120)
class HangCasesTest {

  /** Case 13: the server ignores what is asked, and no two of its answers are equal. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          offset    | {"items":[@]}                                   | id
          page      | {"items":[@],"served":#}                        | key
          page      | {"items":[@],"hasMore":true}                    | uuid
          cursor    | {"items":[@],"next_cursor":"c#"}                | id
          next_link | {"items":[@],"next":"/items?at=#"}              | name
          """)
  void endsAListWhosePagesBringNothingNew(String pagination, String template, String key) {
    AtomicInteger answers = new AtomicInteger();
    try (ScriptedApi api =
        ScriptedApi.of(
                (_, _) -> {
                  String number = Integer.toString(answers.incrementAndGet());
                  return json(template.replace("@", stamped(key, number)).replace("#", number));
                })
            .resource("/items", ".items", "item", "." + key + " | tostring")
            .offsets(10)
            .with("PAGINATION_TYPE", pagination)
            .with("NEXT_LINK_PATH", "next")) {

      Stage.Ending ending = api.runs();

      isIncomplete(ending, "pages 2 and 3 bring no record");
      assertThat(api.requests()).hasSizeLessThan(20);
      assertThat(api.items()).hasSize(10);
    }
  }

  /** Case 13, where no usual field tells the records apart, but the mapping does. */
  @Test
  void endsAListWhosePagesBringNoNewIdentifierOfTheMapping() {
    AtomicInteger answers = new AtomicInteger();
    try (ScriptedApi api =
        ScriptedApi.of(
                (_, _) ->
                    json(
                        "{'items':[%s]}",
                        stamped("hostname", Integer.toString(answers.incrementAndGet()))))
            .resource("/items", ".items", "item", ".hostname")
            .offsets(10)) {

      Stage.Ending ending = api.runs();

      assertThat(ending.exitCode()).as(ending.all()).isEqualTo(1);
      assertThat(api.requests()).hasSizeLessThan(50);
    }
  }

  /** Case 13: no page brings anything, and each names a further one. */
  @ParameterizedTest
  @CsvSource({"cursor", "next_link"})
  void endsAListOfEmptyPages(String pagination) {
    AtomicInteger answers = new AtomicInteger();
    try (ScriptedApi api =
        ScriptedApi.ofItems(
                ".items",
                (_, _) -> {
                  int number = answers.incrementAndGet();
                  return json("{'items':[],'next':'/items?at=%d'}", number);
                })
            .with("PAGINATION_TYPE", pagination)
            .with("CURSOR_PATH", "next")
            .with("NEXT_LINK_PATH", "next")) {

      Stage.Ending ending = api.runs();

      isIncomplete(ending, "100 pages in a row hold no record", "name \"/next\" in ignoredSigns");
    }
  }

  /** Case 13: one record, which is asked for again and again. */
  @Test
  void endsAListThatGivesOneRecordForEver() {
    AtomicInteger answers = new AtomicInteger();
    try (ScriptedApi api =
        ScriptedApi.of(
                (_, _) -> json("{'items':[{'at':%d,'sensor':'s'}]}", answers.incrementAndGet()))
            .resource("/items", ".items", "item", ".sensor")
            .pages(1)) {

      isIncomplete(api.runs(), "bring no record that has not come before");
      assertThat(api.requests()).hasSizeLessThan(130);
    }
  }

  /** Case 13, where the data path leaves records out, so that nobody knows how many came. */
  @Test
  void endsAListOfWhichTheDataPathShowsAPart() {
    AtomicInteger answers = new AtomicInteger();
    try (ScriptedApi api =
        ScriptedApi.of(
                (_, _) ->
                    json(
                        "{'items':[%s],'next_cursor':'c%d'}",
                        stamped("host", Integer.toString(answers.incrementAndGet())),
                        answers.get()))
            .resource("/items", "[.items[] | select(.host != \"1\")]", "item", ".host + \"-x\"")
            .with("PAGINATION_TYPE", "cursor")) {

      isIncomplete(api.runs(), "bring no record that has not come before");
      assertThat(api.requests()).hasSizeLessThan(20);
    }
  }

  private static String stamped(String key, String stamp) {
    return ids(1, 10).stream()
        .map(id -> "{\"%s\":\"%s\",\"seenAt\":\"%s\"}".formatted(key, id, stamp))
        .collect(Collectors.joining(","));
  }

  /** Case 14: the text of an answer that is quoted. */
  @ParameterizedTest
  @CsvSource({
    "404,token,820",
    "404,'token ',20000",
    "400,'password=',5000",
    "404,eyJ,9000",
    "500,'Bearer ',5000",
    "404,'a@',9000",
    "403,'https://u:',4000"
  })
  void quotesABodyOfRepeatedWords(int status, String word, int times) {
    try (ScriptedApi api = oneBad(_ -> json(status, Map.of(), word.repeat(times)))) {
      oneKindFails(api, Integer.toString(status));
    }
  }

  /** Case 15: a record of which an example is shown. */
  @ParameterizedTest
  @CsvSource({
    "eyJ,10922",
    "eyJ.,8000",
    "token,6500",
    "a@a.,8000",
    "secret=,4600",
    "://a:,6500",
    "AKIA,8000"
  })
  void showsAnExampleWithALongText(String word, int times) {
    try (ScriptedApi api =
        ScriptedApi.ofItems(
            ".items",
            (_, _) -> json("{'items':[{'id':'1','text':'%s'}],'total':1}", word.repeat(times)))) {

      api.runsWell();

      assertThat(api.items()).containsExactly("1");
    }
  }

  /** Case 17: a target that is no address. */
  @ParameterizedTest
  @ValueSource(
      strings = {":x", "http://[", "http:///items", "//", "ht!tp://x/", "http://a b/", "%zz"})
  void aRedirectThatIsNoAddressFailsItsOwnListOnly(String target) {
    try (ScriptedApi api = oneBad(_ -> json(302, Map.of("Location", target), ""))) {
      oneKindFails(api, "not read to its end");
    }
  }

  /** Case 17, for links of answers. */
  @ParameterizedTest
  @ValueSource(strings = {":x", "http://[", "http:///items", "ht!tp://x/", "http://a b/", "%zz"})
  void aNextLinkThatIsNoAddressFailsItsOwnListOnly(String target) {
    try (ScriptedApi api =
        oneBad(_ -> json("{'items':[%s],'@odata.nextLink':'%s'}", records(ids(1, 5)), target))) {
      api.with("PAGINATION_TYPE", "next_link");

      oneKindFails(api, "not read to its end");
    }
  }

  /** Case 16: a small answer of very many values, as a list and as the text of a failure. */
  @ParameterizedTest
  @CsvSource({"200,[]", "200,0", "500,[]", "404,{}", "200,[[[[]]]]"})
  void refusesAnAnswerOfTooManyValues(int status, String value) {
    byte[] bomb = gzip("[" + (value + ",").repeat(20_000_000 / (value.length() + 1)) + value + "]");
    try (ScriptedApi api =
        oneBad(
            _ ->
                new Reply.Bytes(
                    status,
                    Map.of("Content-Type", "application/json", "Content-Encoding", "gzip"),
                    bomb))) {
      oneKindFails(api, "not read to its end");
    }
  }

  private static byte[] gzip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private interface Bad {
    Reply to(Recorded request);
  }

  /** A list that misbehaves, and behind it one that does not. */
  private static ScriptedApi oneBad(Bad bad) {
    return ScriptedApi.of(
            (request, _) ->
                switch (request.path()) {
                  case "/bad" -> bad.to(request);
                  case "/good" -> json("{'items':[%s],'@odata.nextLink':null}", records(ids(1, 3)));
                  default -> json(404, Map.of(), "{}");
                })
        .blueprint("good", "{}")
        .list("/bad", ".items")
        .resource("/good", ".items", "good", ".id");
  }

  private static void oneKindFails(ScriptedApi api, String word) {
    Stage.Ending ending = api.runs();

    assertThat(ending.all()).doesNotContain("a fault of its own");
    isIncomplete(ending, "/bad is INCOMPLETE", word);
    assertThat(api.identifiers("good")).hasSize(3);
  }
}
