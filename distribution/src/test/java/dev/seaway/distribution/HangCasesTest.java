package dev.seaway.distribution;

import static dev.seaway.distribution.ScriptedApi.ids;
import static dev.seaway.distribution.ScriptedApi.isIncomplete;
import static dev.seaway.distribution.ScriptedApi.json;
import static dev.seaway.distribution.ScriptedApi.records;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

      isIncomplete(ending, "/items: pages 2 and 3");
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

      isIncomplete(ending, "1000 pages in a row hold no record");
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

      isIncomplete(api.runs(), "are the same");
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

      isIncomplete(api.runs(), "are the same");
      assertThat(api.requests()).hasSizeLessThan(20);
    }
  }

  private static String stamped(String key, String stamp) {
    return ids(1, 10).stream()
        .map(id -> "{\"%s\":\"%s\",\"seenAt\":\"%s\"}".formatted(key, id, stamp))
        .collect(Collectors.joining(","));
  }
}
