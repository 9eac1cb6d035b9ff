package dev.seaway.distribution.architecture;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** Shows that each rule fails where it is broken, and says why it is there. */
class BrokenHouseTest {

  private static final String ROOT = "dev.seaway.distribution.architecture.broken";

  private final House house = new House(ROOT);
  private final Arrows arrows = new Arrows(ROOT);
  private final JavaClasses broken = new ClassFileImporter().importPackages(ROOT);

  @Test
  void aConnectorReachesIntoTheEngineAndVertx() {
    fails(
        house.connectorsDependOnTheSpiAlone(),
        "a connector is a pure function",
        "ReachesIntoTheEngine",
        "core.http.Waits",
        "io.vertx");
  }

  @Test
  void theEngineNamesAConnector() {
    fails(house.theEngineNamesNoConnector(), "finds connectors as plug-ins", "NamesAConnector");
  }

  @Test
  void vertxIsUsedAboveTheEdges() {
    fails(house.vertxStaysAtTheEdges(), "the network's edges only", "read.UsesVertx");
  }

  @Test
  void twoClassesWait() {
    fails(house.oneClassWaitsOnVertx(), "one class alone", "http.Waits", "http.WaitsToo");
  }

  @Test
  void sqliteIsUsedOutsideOfTheStore() {
    fails(house.sqliteStaysInTheStore(), "a session that it hands them", "read.OpensADatabase");
  }

  @Test
  void theStoreKnowsWhoKeeps() {
    fails(house.theStoreKnowsNobody(), "names none of their tables", "store.KnowsTheEngine");
  }

  @Test
  void sqlIsSpokenByTheReader() {
    fails(house.fewSpeakSql(), "those who own the tables", "read.SpeaksSql");
  }

  @Test
  void classesAreLoadedOutsideOfPlugin() {
    fails(
        house.onlyPluginLoadsClasses(),
        "decided in one place",
        "read.LoadsServices",
        "read.MakesAClassLoader");
  }

  @Test
  void theEnvironmentIsReadOutsideOfConfig() {
    fails(
        house.onlyConfigReadsTheEnvironment(),
        "neither documented, checked nor masked",
        "read.ReadsTheEnvironment");
  }

  @Test
  void aFileIsReadOutsideOfConfig() {
    fails(house.onlyConfigReadsFiles(), "read-only file system", "read.ReadsAFile");
  }

  @Test
  void aPatternIsNoConstant() {
    fails(house.patternsAreConstants(), "may take minutes", "read.HidesAPattern");
  }

  @Test
  void packagesKnowEachOther() {
    fails(house.packagesHaveNoCycles(), "only together", "one.KnowsTwo", "two.KnowsOne");
  }

  @Test
  void namesSayNothing() {
    fails(
        house.namesSayWhatAThingIs(),
        "hides what the class does",
        "read.PageManager",
        "read.AbstractReader",
        "impl.Reader");
  }

  @Test
  void arrowsGoUpInCore() {
    fails(arrows.coresGoDown(), "inside core the arrows", "config.KnowsHttp", "http.KnowsResync");
  }

  @Test
  void arrowsGoUpInTheService() {
    fails(arrows.servicesGoDown(), "around the engine the arrows", "operations.KnowsListen");
  }

  @Test
  void aPackageIsInNoRule() {
    fails(arrows.everyPackageHasAPlace(), "may use what it likes", "one.KnowsTwo", "read.impl");
  }

  private void fails(ArchRule rule, String why, String... culprits) {
    assertThatThrownBy(() -> rule.check(broken))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(why)
        .hasMessageContainingAll(culprits);
  }
}
