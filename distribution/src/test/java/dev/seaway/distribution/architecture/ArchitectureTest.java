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

  @TestFactory
  Stream<DynamicTest> holds() {
    JavaClasses shipped =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(house.root());
    return Stream.of(
            house.connectorsDependOnTheSpiAlone(),
            house.coreNamesNoConnector(),
            house.vertxStaysAtTheEdges(),
            house.oneClassWaitsOnVertx(),
            house.kafkaStaysInItsPackage(),
            house.sqliteStaysInTheStore(),
            house.theStoreKnowsNobody(),
            house.fewSpeakSql(),
            house.onlyPluginLoadsClasses(),
            house.onlyConfigReadsTheEnvironment(),
            house.onlyConfigReadsFiles(),
            house.patternsAreConstants(),
            house.packagesHaveNoCycles(),
            house.namesSayWhatAThingIs(),
            house.coresArrowsGoDown())
        .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(shipped)));
  }
}
