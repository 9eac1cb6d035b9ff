package dev.seaway.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.distribution.fake.Fault;
import dev.seaway.distribution.fake.FaultySite.Records;
import dev.seaway.distribution.fake.Recorded;
import dev.seaway.distribution.fake.When;
import dev.seaway.distribution.sandbox.SandboxRecords;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A list that shrinks while it is read passes over a record that is there all the time; its entity
 * stays.
 */
class ShrinkingListTest {

  private static final String REQUESTS = "/rest/servicedeskapi/request";
  private static final String DESKS = "/rest/servicedeskapi/servicedesk";
  private static final String REQUEST = "jsmCustomerRequest";
  private static final int PAGE = 4;

  @ParameterizedTest
  @CsvSource({
    "offset,1", "offset,10",
    "page,1", "page,10",
    "next_link,1", "next_link,10"
  })
  void keepsWhatWasPassedOver(String pagination, int requestsAtATime) {
    try (Stage stage = stage(pagination, requestsAtATime)) {
      stage.run();
      stage.site.vanishAfter(When.path(REQUESTS), Records.REQUESTS, 0);

      Stage.Ending ending = stage.run();

      assertThat(ending.exitCode()).as(ending.all()).isZero();
      assertThat(ending.results())
          .contains("Read again before deleting: " + REQUESTS + "; kept 1 that only");
      assertThat(stage.port.count(REQUEST)).isEqualTo(20);
      assertThat(stage.run().exitCode()).isZero();
      assertThat(stage.port.count(REQUEST)).isEqualTo(19);
    }
  }

  @ParameterizedTest
  @CsvSource({"offset,1", "offset,10", "page,10", "next_link,10"})
  void deletesWhatHadVanishedBeforeAndKeepsWhatBothReadingsPassedOverOnce(
      String pagination, int requestsAtATime) {
    try (Stage stage = stage(pagination, requestsAtATime)) {
      stage.run();
      stage.site.vanish(Records.REQUESTS, 10);
      stage.site.vanishAfter(When.nth(1, When.path(REQUESTS)), Records.REQUESTS, 0);
      stage.site.vanishAfter(inTheSecondReading(), Records.REQUESTS, 5);

      Stage.Ending ending = stage.run();

      assertThat(ending.exitCode()).as(ending.all()).isZero();
      assertThat(ending.results()).contains("kept 1 that only", REQUEST + ": deleted 2 that");
      assertThat(stage.port.count(REQUEST)).isEqualTo(18);
      assertThat(stage.run().exitCode()).isZero();
      assertThat(stage.port.count(REQUEST)).isEqualTo(16);
    }
  }

  /** The list's first page, asked for once more. */
  private static Predicate<Recorded> inTheSecondReading() {
    Predicate<Recorded> first =
        When.path(REQUESTS)
            .and(
                request ->
                    !request.query().contains("start=")
                        ? request.query("page").isEmpty() || request.query("page").contains("1")
                        : request.query("start").contains("0"));
    return When.nth(2, first);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4, 8, 12})
  void deletesNothingWhereTheSecondReadingFails(int start) {
    try (Stage stage = stage("offset", 10)) {
      stage.run();
      String before = stage.port.entities();
      stage.site.vanish(Records.REQUESTS, 10);
      stage.site.on(secondAndLater(start), Fault.status(500));

      Stage.Ending ending = stage.run();

      assertThat(ending.exitCode()).as(ending.all()).isEqualTo(1);
      assertThat(ending.results())
          .contains(REQUEST + ": kept 2 that this run has not seen: when it was read again before");
      assertThat(stage.port.entities()).isEqualTo(before);
      stage.site.heal();
      assertThat(stage.run().exitCode()).isZero();
      assertThat(stage.port.count(REQUEST)).isEqualTo(18);
    }
  }

  private static Predicate<Recorded> secondAndLater(int start) {
    Predicate<Recorded> page = When.path(REQUESTS).and(When.start(start));
    Predicate<Recorded> first = When.nth(1, page);
    return page.and(first.negate());
  }

  @Test
  void writesWhatOnlyTheSecondReadingFound() {
    try (Stage stage = stage("offset", 1)) {
      stage.run();
      ObjectNode mapping = Stage.guide();
      ((ObjectNode) mapping.at("/resources/1/port/entity/mappings")).put("title", "\"new\"");
      stage.port.integration(Stage.IDENTIFIER, "custom", mapping);
      stage.site.vanishAfter(When.path(REQUESTS), Records.REQUESTS, 0);

      Stage.Ending ending = stage.run();

      assertThat(ending.exitCode()).as(ending.all()).isZero();
      assertThat(ending.results()).contains("kept 1 that only");
      assertThat(stage.port.entities().split("\"title\":\"new\"", -1)).hasSize(20 + 1);
    }
  }

  @Test
  void readsTheValuesOfPathParametersAgain() {
    try (Stage stage = new Stage(Stage.smallSettings().withSizes(6, 60, 2)).offsets(2)) {
      stage.port.blueprint(Queues.blueprint());
      stage.port.integration(Stage.IDENTIFIER, "custom", queuesOnly());
      stage.run();
      assertThat(stage.port.count("queue")).isEqualTo(12);
      String firstDesk = firstDesk(stage);
      stage.site.on(
          When.path(DESKS + "/" + firstDesk + "/queue"),
          new Fault.Status(200, Map.of(), "{\"values\":[],\"isLastPage\":true}"));
      stage.site.vanishAfter(When.path(DESKS), Records.SERVICE_DESKS, 0);

      Stage.Ending ending = stage.run();

      assertThat(ending.exitCode()).as(ending.all()).isZero();
      assertThat(ending.results()).contains("kept 2 that only", "queue: deleted 2 that");
      assertThat(stage.port.count("queue")).isEqualTo(10);
      assertThat(stage.run().exitCode()).isZero();
      assertThat(stage.port.count("queue")).isEqualTo(10);
    }
  }

  private static String firstDesk(Stage stage) {
    return SandboxRecords.generate(stage.settings).serviceDesks().getFirst().path("id").textValue();
  }

  private static ObjectNode queuesOnly() {
    ObjectNode mapping = Stage.guide();
    ((ArrayNode) mapping.path("resources")).removeAll().add(Queues.resource());
    return mapping;
  }

  @Test
  void readsNothingAgainThatCameInOneAnswer() {
    try (Stage stage = Stage.small().offsets(100)) {
      stage.run();
      stage.site.vanish(Records.REQUESTS, 10);
      int before = stage.site.requests().size();

      Stage.Ending ending = stage.run();

      assertThat(ending.exitCode()).as(ending.all()).isZero();
      assertThat(ending.results()).contains("deleted 2 that").doesNotContain("Read again");
      assertThat(stage.site.requests()).hasSize(before + 3);
    }
  }

  @Test
  void readsNothingAgainWhereNothingIsToBeDeleted() {
    try (Stage stage = stage("offset", 1)) {
      stage.run();
      int before = stage.site.requests().size();

      Stage.Ending ending = stage.run();

      assertThat(ending.results()).doesNotContain("Read again");
      assertThat(stage.site.requests()).hasSize(2 * before);
    }
  }

  private static Stage stage(String pagination, int requestsAtATime) {
    Stage stage = new Stage(Stage.smallSettings());
    stage.with("MAX_CONCURRENT_REQUESTS", Integer.toString(requestsAtATime));
    return switch (pagination) {
      case "offset" -> stage.offsets(PAGE);
      case "page" -> stage.pages(PAGE);
      default -> stage.nextLinks(PAGE);
    };
  }
}
