package dev.seaway.distribution;

import static dev.seaway.distribution.ScriptedApi.ITEMS;
import static dev.seaway.distribution.ScriptedApi.ids;
import static dev.seaway.distribution.ScriptedApi.isIncomplete;
import static dev.seaway.distribution.ScriptedApi.json;
import static dev.seaway.distribution.ScriptedApi.number;
import static dev.seaway.distribution.ScriptedApi.records;
import static dev.seaway.distribution.ScriptedApi.slice;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.distribution.fake.Recorded;
import dev.seaway.distribution.fake.Reply;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A failure says what to set, with the very value. */
class AdviceTest {

  private static final List<String> IDS = ids(1, 4);

  @Test
  void ofAPageBehindTheEndIsTheStatusThatMayEndLists() {
    try (ScriptedApi api = pages(1, 404)) {
      isIncomplete(api.runs(), ITEMS, "page=3", "answered 404", "set endStatus to [404]");

      api.with("END_STATUS", "[404]").runsWell();

      assertThat(api.items()).containsExactlyElementsOf(IDS);
    }
  }

  @Test
  void ofAFirstPageIsItsNumber() {
    try (ScriptedApi api = pages(1, 400).with("START_PAGE", "0").with("END_STATUS", "[400]")) {
      isIncomplete(api.runs(), ITEMS, "page=0", "answered 400", "set startPage to 1");

      api.with("START_PAGE", "1").runsWell();

      assertThat(api.items()).containsExactlyElementsOf(IDS);
    }
  }

  @Test
  void ofRefusedCredentialsIsWhichWereSent() {
    try (ScriptedApi api =
        ScriptedApi.ofItems(".items", (_, _) -> json(401, Map.of(), "{'message':'no'}"))) {
      assertThat(api.with("AUTH_TYPE", "none").runs().all()).contains("No credentials were sent");

      api.with("AUTH_TYPE", "bearer_token").with("API_TOKEN", "s3cret-token");

      assertThat(api.runs().all())
          .contains("Check the token, and whether it has expired")
          .doesNotContain("s3cret-token");
    }
  }

  @Test
  void saysThatWhatIsConfirmedDoesNotCoverWhatWouldGo() {
    try (ScriptedApi api =
        ScriptedApi.ofItems(
            ".items", (_, run) -> json("{'items':[%s]}", records(run == 1 ? ids(1, 40) : IDS)))) {
      api.runsWell();
      api.stage.set("OCEAN__SEAWAY__CONFIRM_DELETIONS", "{\"item\": 3}");

      isIncomplete(
          api.runs(),
          "OCEAN__SEAWAY__CONFIRM_DELETIONS confirms does not cover that: {item=3}",
          "CONFIRM_DELETIONS='{\"item\": 36}'");
    }
  }

  /** Two records a page; a page that there is not is refused with that status. */
  private static ScriptedApi pages(int first, int status) {
    return ScriptedApi.ofItems(".items", (request, _) -> page(request, first, status)).pages(2);
  }

  private static Reply page(Recorded request, int first, int status) {
    int from = (number(request, "page", first) - first) * 2;
    return from < 0 || from >= IDS.size()
        ? json(status, Map.of(), "{'message':'no such page'}")
        : json("{'items':[%s]}", records(slice(IDS, from, 2)));
  }
}
