package dev.seaway.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.distribution.fake.Fault;
import dev.seaway.distribution.fake.FaultySite.Records;
import dev.seaway.distribution.fake.Recorded;
import dev.seaway.distribution.fake.When;
import dev.seaway.distribution.sandbox.SandboxSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A run that is killed in the middle of a long list is resumed by the next process. */
class ResumedRunTest {

  private static final String REQUESTS = "/rest/servicedeskapi/request";
  private static final int ALL = 3000;

  /** The last page that a killed process has surely finished. */
  private static final int FINISHED = 800;

  private static final int HANGS = 2500;

  @Test
  void asksOnlyForWhatWasNotFinished() throws Exception {
    try (Stage stage = stage()) {
      kill(stage);
      int before = stage.site.requests().size();

      Stage.Ending ending = stage.run();

      assertThat(ending.exitCode()).as(ending.all()).isZero();
      List<Integer> pages = pages(stage, before);
      assertThat(pages).doesNotHaveDuplicates().allMatch(page -> page >= FINISHED);
      assertThat(pages.getFirst()).isLessThanOrEqualTo(HANGS);
      assertThat(RequestIds.inCatalog(stage))
          .isEqualTo(Set.copyOf(RequestIds.atSite(stage)))
          .hasSize(ALL);
      assertThat(journal(stage)).doesNotExist();
    }
  }

  @Test
  void deletesWhatIsGoneAndNothingElse() throws Exception {
    try (Stage stage = stage()) {
      assertThat(stage.run().exitCode()).isZero();
      stage.site.vanish(Records.REQUESTS, 10);
      Set<String> living = Set.copyOf(RequestIds.atSite(stage));
      kill(stage);
      assertThat(RequestIds.inCatalog(stage)).hasSize(ALL);

      Stage.Ending ending = stage.run();

      assertThat(ending.exitCode()).as(ending.all()).isZero();
      assertThat(RequestIds.inCatalog(stage)).isEqualTo(living).hasSize(ALL - ALL / 10);
    }
  }

  @Test
  void deletesNothingByWhatTheKilledProcessHadSeen() throws Exception {
    try (Stage stage = stage()) {
      assertThat(stage.run().exitCode()).isZero();
      kill(stage);
      stage.site.vanish(Records.REQUESTS, 10);

      assertThat(stage.run().exitCode()).isZero();

      assertThat(RequestIds.inCatalog(stage)).containsAll(RequestIds.atSite(stage));
      assertThat(stage.run().exitCode()).isZero();
      assertThat(RequestIds.inCatalog(stage)).isEqualTo(Set.copyOf(RequestIds.atSite(stage)));
    }
  }

  @Test
  void startsAgainWithAnotherMapping() throws Exception {
    try (Stage stage = stage()) {
      kill(stage);
      ObjectNode mapping = Stage.guide();
      ((ObjectNode) mapping.at("/resources/1/port/entity/mappings")).put("title", "\"new\"");
      stage.port.mapping(Stage.IDENTIFIER, mapping);
      int before = stage.site.requests().size();

      Stage.Ending ending = stage.run();

      assertThat(ending.exitCode()).as(ending.all()).isZero();
      assertThat(pages(stage, before)).contains(0).hasSizeGreaterThanOrEqualTo(ALL / 100);
      assertThat(stage.port.entities().split("\"title\":\"new\"", -1)).hasSize(ALL + 1);
    }
  }

  @Test
  void startsAgainAsAnotherTenant() throws Exception {
    try (Stage stage = stage()) {
      kill(stage);
      stage.with("CUSTOM_HEADERS", "{\"X-Tenant\":\"another\"}");
      int before = stage.site.requests().size();

      Stage.Ending ending = stage.run();

      assertThat(ending.exitCode()).as(ending.all()).isZero();
      assertThat(ending.messages()).contains("is not resumed, because", "credentials");
      assertThat(pages(stage, before)).contains(0).hasSizeGreaterThanOrEqualTo(ALL / 100);
    }
  }

  @Test
  void keepsNothingWhereTheDataIsNotSaidToLast() throws Exception {
    try (Stage stage = stage().unset("OCEAN__DATA_DIRECTORY")) {
      assertThat(stage.run().exitCode()).isZero();

      assertThat(stage.directory().resolve("seaway-data")).doesNotExist();
    }
  }

  private static Stage stage() {
    Stage stage = new Stage(SandboxSettings.DEFAULT.withSizes(3, ALL, 6)).offsets(100);
    return stage.set("OCEAN__DATA_DIRECTORY", "data");
  }

  /** Kills a process that waits for a late page, once it has finished the earlier ones. */
  private static void kill(Stage stage) throws Exception {
    stage.site.on(When.path(REQUESTS).and(When.start(HANGS)), new Fault.Hang());
    Process process = Launched.start(stage);
    Eventually.holds("finished pages", () -> finished(stage) >= FINISHED);
    process.destroyForcibly().waitFor();
    stage.site.heal();
  }

  private static int finished(Stage stage) {
    if (!Files.exists(journal(stage))) {
      return 0;
    }
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + journal(stage));
        Statement statement = connection.createStatement();
        ResultSet last = statement.executeQuery("SELECT max(CAST(position AS INT)) FROM mark")) {
      return last.getInt(1);
    } catch (SQLException e) {
      // The process has not made its tables yet.
      return 0;
    }
  }

  private static Path journal(Stage stage) {
    String type = stage.environment().get("OCEAN__INTEGRATION__TYPE");
    return stage.directory().resolve("data/runs/" + type + "." + Stage.IDENTIFIER + ".db");
  }

  /** Where the pages of requests began that were asked for since. */
  private static List<Integer> pages(Stage stage, int since) {
    return stage.site.requests().stream()
        .skip(since)
        .filter(request -> request.path().endsWith(REQUESTS))
        .map(ResumedRunTest::start)
        .toList();
  }

  private static int start(Recorded request) {
    return request.query("start").stream().mapToInt(Integer::parseInt).findFirst().orElse(0);
  }
}
