package dev.seaway.distribution.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which package may use which, where one module holds several. Between modules Maven holds it.
 *
 * @param root as in {@link House}
 */
record Arrows(String root) {

  /** One package, without those below it, and the others of the same list that it may use. */
  private record Layer(String name, List<String> uses) {

    static Layer of(String name, String... uses) {
      return new Layer(name, List.of(uses));
    }
  }

  private static final List<Layer> CORE =
      List.of(
          Layer.of("core"),
          Layer.of("core.config", "core"),
          Layer.of("core.mask", "core"),
          Layer.of("core.evidence", "core"),
          Layer.of("core.plugin", "core", "core.config"),
          Layer.of("core.http", "core", "core.config", "core.mask"),
          Layer.of("core.catalog", "core", "core.config", "core.evidence", "core.http"),
          Layer.of("core.read", "core", "core.config", "core.evidence", "core.http"),
          Layer.of(
              "core.reconcile",
              "core",
              "core.config",
              "core.evidence",
              "core.http",
              "core.catalog"),
          Layer.of(
              "core.resync",
              "core",
              "core.config",
              "core.mask",
              "core.evidence",
              "core.http",
              "core.catalog",
              "core.read",
              "core.reconcile"));

  private static final List<Layer> SERVICE =
      List.of(
          Layer.of("service.journal"),
          Layer.of("service.metrics"),
          Layer.of("service.operations"),
          Layer.of("service.listen", "service.operations"),
          Layer.of("service.telemetry", "service.listen"),
          Layer.of("service.events", "service.listen", "service.operations", "service.metrics"),
          Layer.of("service.events.sqlite", "service.events"),
          Layer.of("kafka", "service.events", "service.listen"),
          Layer.of(
              "service",
              "service.journal",
              "service.metrics",
              "service.operations",
              "service.listen",
              "service.telemetry",
              "service.events",
              "service.events.sqlite"));

  /** Modules that are one layer each. */
  private static final List<String> MODULES =
      List.of(
          "connector..",
          "jq..",
          "mapping..",
          "store..",
          "catalog..",
          "testkit..",
          "distribution..",
          "benchmarks..");

  ArchRule coresGoDown() {
    return down(CORE)
        .because(
            "inside core the arrows only go down, resync -> {read, reconcile -> catalog} -> http ->"
                + " config, so that each package can be understood with those below it");
  }

  ArchRule servicesGoDown() {
    return down(SERVICE)
        .because(
            "around the engine the arrows only go down, service -> {events, telemetry} -> listen ->"
                + " operations, so that a queue or a listener can be another");
  }

  ArchRule everyPackageHasAPlace() {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .resideInAnyPackage(places().toArray(String[]::new))
        .allowEmptyShould(true)
        .because("a package that no rule names may use what it likes: say here what it may");
  }

  /** The packages that a rule names. */
  List<String> places() {
    return Stream.concat(
            Stream.concat(CORE.stream(), SERVICE.stream()).map(Layer::name), MODULES.stream())
        .map(place -> root + "." + place)
        .toList();
  }

  private ArchRule down(List<Layer> layers) {
    LayeredArchitecture rule =
        layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true);
    for (Layer each : layers) {
      rule = rule.layer(each.name).definedBy(root + "." + each.name);
    }
    for (Layer each : layers) {
      rule =
          each.uses.isEmpty()
              ? rule.whereLayer(each.name).mayNotAccessAnyLayer()
              : rule.whereLayer(each.name).mayOnlyAccessLayers(each.uses.toArray(String[]::new));
    }
    return rule.allowEmptyShould(true);
  }
}
