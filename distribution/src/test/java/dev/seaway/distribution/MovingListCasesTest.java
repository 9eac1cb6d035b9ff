package dev.seaway.distribution;

import static dev.seaway.distribution.ScriptedApi.ids;
import static dev.seaway.distribution.ScriptedApi.isIncomplete;
import static dev.seaway.distribution.ScriptedApi.json;
import static dev.seaway.distribution.ScriptedApi.number;
import static dev.seaway.distribution.ScriptedApi.records;
import static dev.seaway.distribution.ScriptedApi.slice;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.distribution.fake.Recorded;
import dev.seaway.distribution.fake.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A list that moves while it is read once lost what was there. */
class MovingListCasesTest {

  /** Case 12b: a list in the order of the latest activity, while there is much of it. */
  @Test
  void deletesNothingOfAListThatMovesWhileItIsRead() {
    Requests requests = new Requests(2_000);
    try (ScriptedApi api = requests(requests)) {
      api.runsWell();
      requests.moving = 2;
      for (int run = 0; run < 5; run++) {
        Stage.Ending ending = api.runs();

        isIncomplete(ending, "a record came twice", "issueId");
        assertThat(api.items()).as(ending.all()).hasSize(2_000);
      }
      requests.moving = 0;
      requests.order.remove("1234");

      Stage.Ending ending = api.runsWell();

      assertThat(ending.results()).contains("item: deleted 1 that");
      assertThat(api.items()).hasSize(1_999).doesNotContain("1234");
    }
  }

  /** Case 12b: it moved a little, and the second reading shows all of it. */
  @Test
  void isCompleteWhereAListHasMovedInTheFirstReadingOnly() {
    Requests requests = new Requests(300);
    try (ScriptedApi api = requests(requests)) {
      api.runsWell();
      requests.moving = 1;
      requests.movesLeft = 1;

      Stage.Ending ending = api.runsWell();

      assertThat(ending.results()).contains("Read again before deleting: " + Requests.PATH);
      assertThat(api.items()).hasSize(300);
    }
  }

  /** Case 12b: pages that overlap repeat records in every reading, and never bring a new one. */
  @Test
  void isCompleteWhereASecondReadingOfAListThatRepeatsRecordsBringsNothingNew() {
    Requests requests = new Requests(300);
    requests.overlap = 1;
    try (ScriptedApi api = requests(requests)) {
      api.runsWell();

      Stage.Ending ending = api.runsWell();

      assertThat(ending.results()).contains("kept 0 that only the second reading found");
      assertThat(api.items()).hasSize(300);
    }
  }

  /** What is asked for by name is asked for in vain where nobody is signed in. */
  @Test
  void asksForNoFurtherRecordOnceTheCredentialsAreRefused() {
    Requests requests = new Requests(500);
    try (ScriptedApi api = requests(requests)) {
      api.runsWell();
      requests.order.subList(100, 400).clear();
      requests.refuses = true;

      api.runs();

      assertThat(api.items()).hasSize(500);
      assertThat(api.requests())
          .filteredOn(request -> !request.path().equals(Requests.PATH))
          .hasSizeBetween(1, 10);
    }
  }

  private static ScriptedApi requests(Requests requests) {
    ScriptedApi api =
        ScriptedApi.of((request, _) -> requests.answer(request))
            .resource(Requests.PATH, ".values", "item", ".issueId")
            .with("MAX_CONCURRENT_REQUESTS", "1");
    api.stage.set("OCEAN__INTEGRATION__TYPE", "jsm");
    return api;
  }

  /** Customer requests, the latest activity first. */
  private static final class Requests {

    static final String PATH = "/rest/servicedeskapi/request";
    private static final int PAGE = 50;

    private final List<String> order;
    private final Random random = new Random(12);

    /** So many requests that were not read yet get a comment after each page. */
    volatile int moving;

    volatile int movesLeft = Integer.MAX_VALUE;

    /** Whether single records are asked for in vain. */
    volatile boolean refuses;

    /** So many records of a page come again on the next one. */
    volatile int overlap;

    Requests(int number) {
      this.order = new ArrayList<>(ids(1, number));
    }

    synchronized Reply answer(Recorded request) {
      if (!request.path().equals(PATH)) {
        if (refuses) {
          return json(401, Map.of(), "{'errorMessage':'Who are you?'}");
        }
        String id = request.segments().getLast();
        return order.contains(id)
            ? json("{'issueId':'%s'}", id)
            : json(404, Map.of(), "{'errorMessage':'The request does not exist'}");
      }
      int start = Math.max(0, number(request, "start", 0) - overlap);
      String values = records(slice(order, start, PAGE)).replace("\"id\"", "\"issueId\"");
      int end = start + PAGE;
      Reply page =
          json(
              "{'size':%d,'start':%d,'limit':50,'isLastPage':%s,'values':[%s]}",
              slice(order, start, PAGE).size(), start, end >= order.size(), values);
      for (int move = 0; move < moving && movesLeft > 0 && end < order.size(); move++) {
        movesLeft--;
        order.addFirst(order.remove(end + random.nextInt(order.size() - end)));
      }
      return page;
    }
  }
}
