package dev.seaway.distribution.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
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

  /** Of the modules that are not shipped, too. */
  @Test
  void namesEveryPackageThatHasSources() throws IOException {
    List<PackageMatcher> places = arrows.places().stream().map(PackageMatcher::of).toList();
    Set<String> packages = new TreeSet<>();
    try (Stream<Path> modules = Files.list(Path.of(".."))) {
      for (Path sources : modules.map(module -> module.resolve("src/main/java")).toList()) {
        packages.addAll(packages(sources));
      }
    }

    assertThat(packages)
        .hasSizeGreaterThan(20)
        .allMatch(each -> places.stream().anyMatch(place -> place.matches(each)));
  }

  private static Set<String> packages(Path sources) throws IOException {
    if (Files.notExists(sources)) {
      return Set.of();
    }
    try (Stream<Path> files = Files.walk(sources)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(file -> sources.relativize(file.getParent()).toString().replace('/', '.'))
          .collect(Collectors.toSet());
    }
  }
}
