package dev.seaway.distribution.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Holds the rules against everything that is shipped. */
class ArchitectureTest {

  private final House house = new House("dev.seaway");
  private final Arrows arrows = new Arrows(house.root());

  @TestFactory
  Stream<DynamicTest> holds() {
    JavaClasses shipped =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(house.root());
    return Stream.of(
            house.connectorsDependOnTheSpiAlone(),
            house.theEngineNamesNoConnector(),
            house.vertxStaysAtTheEdges(),
            house.oneClassWaitsOnVertx(),
            house.sqliteStaysInTheStore(),
            house.theStoreKnowsNobody(),
            house.fewSpeakSql(),
            house.onlyPluginLoadsClasses(),
            house.onlyConfigReadsTheEnvironment(),
            house.onlyConfigReadsFiles(),
            house.patternsAreConstants(),
            house.packagesHaveNoCycles(),
            house.namesSayWhatAThingIs(),
            arrows.coresGoDown(),
            arrows.servicesGoDown(),
            arrows.everyPackageHasAPlace())
        .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(shipped)));
  }
}
