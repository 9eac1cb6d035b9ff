package dev.seaway.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.distribution.fake.Fault;
import dev.seaway.distribution.fake.FaultySite.Records;
import dev.seaway.distribution.fake.ForeignHost;
import dev.seaway.distribution.fake.Recorded;
import dev.seaway.distribution.fake.When;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever goes wrong with a page, nothing that still exists is deleted, and the next clean run is
 * complete.
 */
class SourceFaultsTest {

  private static final String REQUESTS = "/rest/servicedeskapi/request";
  private static final int PAGE = 4;

  static Stream<Arguments> faultsOfEveryPage() {
    Map<String, Fault> faults = new LinkedHashMap<>();
    faults.put("500", Fault.status(500));
    faults.put("503 for good", Fault.status(503));
    faults.put("401", Fault.status(401));
    faults.put("403", Fault.status(403));
    faults.put("404", Fault.status(404));
    faults.put("a missing scope", Fault.scopeMissing());
    faults.put("429 for good", Fault.tooMany(1));
    faults.put("a truncated body", new Fault.Truncated());
    faults.put("half a document", new Fault.HalfJson());
    faults.put("a page for people", new Fault.NotJson());
    faults.put("a closed connection", new Fault.Cut());
    faults.put("an empty page that is not the last", new Fault.EmptyNotLast());
    return faults.entrySet().stream()
        .flatMap(
            fault ->
                Stream.of(0, 4, 8, 12, 16)
                    .flatMap(
                        start ->
                            Stream.of(true, false)
                                .map(
                                    links ->
                                        Arguments.of(
                                            fault.getKey(), fault.getValue(), start, links))));
  }

  @ParameterizedTest(name = "{0} at {2}, links: {3}")
  @MethodSource("faultsOfEveryPage")
  void deletesNothingWhereAPageFails(String name, Fault fault, int start, boolean links) {
    try (Stage stage = links ? Stage.small() : Stage.small().offsets(PAGE)) {
      stage.run();
      String before = stage.port.entities();
      stage.site.on(page(start), fault);

      Stage.Ending ending = stage.run();

      assertThat(ending.exitCode()).as(ending.all()).isEqualTo(1);
      assertThat(ending.results()).contains("INCOMPLETE");
      assertThat(stage.port.entities()).isEqualTo(before);
      assertThat(ending.all()).doesNotContain(stage.settings.token());
      stage.site.heal();
      assertThat(stage.run().exitCode()).isZero();
      assertThat(stage.port.entities()).isEqualTo(before);
    }
  }

  @Test
  void failsWhereTheToolAsksARunThatEndsByItselfToWaitForADay() {
    try (Stage stage = Stage.small()) {
      stage.run();
      String before = stage.port.entities();
      stage.site.on(page(4), Fault.tooMany(86_400));

      Stage.Ending ending = stage.run();

      assertThat(ending.exitCode()).as(ending.all()).isEqualTo(1);
      assertThat(ending.results())
          .contains("86400 seconds in all", "OCEAN__SEAWAY__LONGEST_SERVER_WAIT");
      assertThat(stage.port.entities()).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4, 8, 12})
  void deletesNothingWhereAPageSaysWronglyThatItIsTheLast(int start) {
    try (Stage stage = Stage.small().offsets(PAGE)) {
      stage.run();
      String before = stage.port.entities();
      stage.site.on(page(start), new Fault.LastFlag(true));

      assertThat(stage.run().exitCode()).isEqualTo(1);
      assertThat(stage.port.entities()).isEqualTo(before);
    }
  }

  @Test
  void failsWhereTheServerIgnoresThePosition() {
    try (Stage stage = Stage.small().offsets(PAGE)) {
      stage.run();
      String before = stage.port.entities();
      stage.site.on(When.path(REQUESTS), new Fault.IgnoreStart());

      Stage.Ending ending = stage.run();

      assertThat(ending.exitCode()).isEqualTo(1);
      assertThat(ending.results()).contains("are the same");
      assertThat(stage.port.entities()).isEqualTo(before);
    }
  }

  @Test
  void failsWhereALinkLoops() {
    try (Stage stage = Stage.small()) {
      stage.run();
      String before = stage.port.entities();
      stage.site.on(page(8), new Fault.LoopingLink());

      Stage.Ending ending = stage.run();

      assertThat(ending.exitCode()).isEqualTo(1);
      assertThat(ending.results()).contains("names itself or an earlier page");
      assertThat(stage.port.entities()).isEqualTo(before);
    }
  }

  @Test
  void readsAllWhereTheServerGrantsFewerRecordsThanAsked() {
    try (Stage stage = Stage.small().offsets(100)) {
      stage.site.on(When.always(), new Fault.CapLimit(7));

      assertThat(stage.run().exitCode()).isZero();
      assertThat(stage.port.count("jsmCustomerRequest")).isEqualTo(20);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "next_link", "header_link", "cursor"})
  void deletesNothingWhereThePaginationIsWrong(String type) {
    try (Stage stage = Stage.withPagesOfAtMost(PAGE).nextLinks(PAGE)) {
      stage.run();
      String before = stage.port.entities();
      stage.with("PAGINATION_TYPE", type).with("NEXT_LINK_PATH", "_links.nxt");

      Stage.Ending ending = stage.run();

      assertThat(ending.exitCode()).as(ending.all()).isEqualTo(1);
      assertThat(stage.port.entities()).isEqualTo(before);
    }
  }

  @Test
  void sendsNothingToAForeignHost() {
    try (Stage stage = Stage.small();
        ForeignHost foreign = new ForeignHost()) {
      stage.run();
      String before = stage.port.entities();
      for (String link : foreignLinks(foreign, stage)) {
        stage.site.heal();
        stage.site.on(page(4), new Fault.NextLink(link));

        Stage.Ending ending = stage.run();

        assertThat(ending.exitCode()).as("%s: %s", link, ending.all()).isEqualTo(1);
        assertThat(stage.port.entities()).isEqualTo(before);
      }
      for (int status : List.of(301, 302, 303, 307, 308)) {
        stage.site.heal();
        stage.site.on(
            page(4), new Fault.Status(status, Map.of("Location", foreign.address() + "/x"), ""));

        assertThat(stage.run().exitCode()).isEqualTo(1);
      }
      assertThat(foreign.requests()).isEmpty();
      assertThat(stage.port.entities()).isEqualTo(before);
    }
  }

  private static List<String> foreignLinks(ForeignHost foreign, Stage stage) {
    String authority = foreign.address().getAuthority();
    String site = stage.site.baseUrl().getAuthority();
    return List.of(
        foreign.address() + "/rest/servicedeskapi/request?start=8&limit=4",
        "//" + authority + "/rest/servicedeskapi/request?start=8",
        "http://" + site + "@" + authority + "/x",
        "http:\\\\" + authority + "\\x",
        "HTTP://" + authority.replace("127.0.0.1", "LOCALHOST") + "/x",
        "https://" + site + "/x",
        "http://" + site + ".evil.example/x");
  }

  @Test
  void rerootsALinkOfTheSiteOnTheGateway() {
    try (Stage stage = Stage.small()) {
      String site = stage.site.baseUrl().toString().replace("127.0.0.1", "localhost");
      stage
          .with("BASE_URL", stage.site.gatewayUrl().toString())
          .with("LINK_ORIGINS", "[\"" + site + "\"]");
      stage.site.on(
          page(4), new Fault.NextLink(site + "/rest/servicedeskapi/request?start=8&limit=4"));

      Stage.Ending ending = stage.run();

      assertThat(ending.exitCode()).as(ending.all()).isZero();
      assertThat(stage.port.count("jsmCustomerRequest")).isEqualTo(20);
      assertThat(stage.site.requests())
          .allMatch(request -> request.path().startsWith("/ex/jira/cloud-1/"));
    }
  }

  @Test
  void comesThroughPassingFaults() {
    try (Stage stage = Stage.small()) {
      stage.site.on(When.everyOfPath(3), Fault.tooMany(1847));
      stage.site.on(When.everyOfPath(2), Fault.status(503));

      Stage.Ending ending = stage.run();

      assertThat(ending.exitCode()).as(ending.all()).isZero();
      assertThat(ending.messages()).contains("waiting as the server asks, until");
      assertThat(stage.port.count("jsmCustomerRequest")).isEqualTo(20);
    }
  }

  @Test
  void keepsWhatCannotBeMappedAndWhatItCannotKnow() {
    try (Stage stage = Stage.small()) {
      stage.run();
      String before = stage.port.entities();
      var mapping = Stage.guide();
      ((ObjectNode) mapping.at("/resources/1/port/entity/mappings"))
          .put("identifier", "if .issueId == \"20003\" then error(\"odd\") else .issueId end");
      stage.port.integration(Stage.IDENTIFIER, "custom", mapping);
      stage.site.vanish(Records.REQUESTS, 10);

      Stage.Ending ending = stage.run();

      assertThat(ending.exitCode()).isEqualTo(1);
      assertThat(ending.results()).contains("identifier", "odd", "in 1 of 18 records");
      assertThat(stage.port.entities()).isEqualTo(before);
    }
  }

  private static Predicate<Recorded> page(int start) {
    return When.path(REQUESTS)
        .and(
            request ->
                start == 0
                    ? request.query("start").isEmpty() || request.query("start").contains("0")
                    : request.query("start").contains(Integer.toString(start)));
  }
}
