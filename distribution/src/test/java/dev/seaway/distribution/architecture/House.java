package dev.seaway.distribution.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileReader;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * The rules that hold below a root package. All tolerate packages that do not exist.
 *
 * @param root {@code dev.seaway}, or the place of classes that break the rules on purpose
 */
record House(String root) {

  /** The SPI's own sub-package; every other one there is a connector. */
  private static final String SHARED_BY_CONNECTORS = ".connector.rest..";

  ArchRule connectorsDependOnTheSpiAlone() {
    return noClasses()
        .that()
        .resideInAPackage(root + ".connector..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(root + ".core..", root + ".mapping..", root + ".jq..", "io.vertx..")
        .allowEmptyShould(true)
        .because(
            "a connector is a pure function from configuration to data: what does I/O or maps"
                + " belongs to the engine, and a plug-in must load without it");
  }

  ArchRule coreNamesNoConnector() {
    return noClasses()
        .that()
        .resideInAPackage(root + ".core..")
        .should()
        .dependOnClassesThat(
            resideInAPackage(root + ".connector.*..")
                .and(not(resideInAPackage(root + SHARED_BY_CONNECTORS))))
        .allowEmptyShould(true)
        .because("the engine finds connectors as plug-ins, so that a new one changes nothing here");
  }

  ArchRule vertxStaysAtTheEdges() {
    return noClasses()
        .that()
        .resideInAPackage(root + ".core..")
        .and()
        .resideOutsideOfPackages(
            root + ".core.http..", root + ".core.operations..", root + ".core.app..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.vertx..")
        .allowEmptyShould(true)
        .because(
            "Vert.x serves the network's edges only: the HTTP transport, the operations server and"
                + " the wiring; everything above is plain blocking Java");
  }

  ArchRule oneClassWaitsOnVertx() {
    return noClasses()
        .should(new WaitInMoreThanOneClass(root + ".core"))
        .allowEmptyShould(true)
        .because(
            "waiting on a Vert.x future loses the cause, the stack trace and the interrupt flag:"
                + " one class alone does it, and repairs all three");
  }

  ArchRule kafkaStaysInItsPackage() {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackage(root + ".core.kafka..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.kafka..")
        .allowEmptyShould(true)
        .because(
            "Kafka's client appears in core.kafka only: its consumers belong to one thread each,"
                + " and whoever does not use Kafka must not need it");
  }

  ArchRule sqliteStaysInTheStore() {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackage(root + ".store..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.sqlite..")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(Connection.class, DriverManager.class, DataSource.class)
        .allowEmptyShould(true)
        .because(
            "files, locks, connections and transactions of a database are the store's: its users"
                + " write SQL in a session that it hands them");
  }

  ArchRule theStoreKnowsNobody() {
    return noClasses()
        .that()
        .resideInAPackage(root + ".store..")
        .should()
        .dependOnClassesThat(
            resideInAPackage(root + "..").and(not(resideInAPackage(root + ".store.."))))
        .allowEmptyShould(true)
        .because("what is kept belongs to those who keep it: the store names none of their tables");
  }

  /** The catalog, the queue of live events, and the journal of a run. */
  ArchRule fewSpeakSql() {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackages(
            root + ".store..",
            root + ".catalog..",
            root + ".core.events.sqlite..",
            root + ".core.journal..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(root + ".store..")
        .allowEmptyShould(true)
        .because("everything else reads and writes through those who own the tables");
  }

  ArchRule onlyPluginLoadsClasses() {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackage(root + ".core.plugin..")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(ServiceLoader.class)
        .orShould()
        .callConstructorWhere(target(owner(assignableTo(ClassLoader.class))))
        .allowEmptyShould(true)
        .because(
            "what is loaded, and in which isolation, is decided in one place: the plugin package");
  }

  /** Beyond {@code config}: the program's start. */
  ArchRule onlyConfigReadsTheEnvironment() {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackage(root + ".core.config..")
        .and()
        .doNotHaveFullyQualifiedName(root + ".distribution.Main")
        .should()
        .callMethodWhere(target(owner(assignableTo(System.class))).and(target(name("getenv"))))
        .allowEmptyShould(true)
        .because(
            "a setting that is read elsewhere is neither documented, checked nor masked; the"
                + " program's start hands the environment to the config package");
  }

  /**
   * Beyond {@code config}: {@code plugin} looks for jars, certificates are read where they are
   * trusted, and the queue of live events looks for the files of earlier versions.
   */
  ArchRule onlyConfigReadsFiles() {
    return noClasses()
        .that(
            resideInAnyPackage(
                    root + ".core..", root + ".connector..", root + ".mapping..", root + ".jq..")
                .and(
                    not(
                        resideInAnyPackage(
                            root + ".core.config..",
                            root + ".core.plugin..",
                            root + ".core.disk..",
                            root + ".core.events.sqlite.."))))
        .and()
        .doNotHaveFullyQualifiedName(root + ".core.http.TrustedCertificates")
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(
            Files.class, File.class, FileInputStream.class, FileReader.class, FileChannel.class)
        .allowEmptyShould(true)
        .because(
            "the engine must run on a read-only file system, and every file that matters is a"
                + " setting: config reads it");
  }

  /** What reads the user's own words, as {@code config} does, may have it shorter. */
  ArchRule patternsAreConstants() {
    return noClasses()
        .that()
        .resideInAnyPackage(
            root + ".connector..",
            root + ".mapping..",
            root + ".jq..",
            root + ".core.http..",
            root + ".core.read..",
            root + ".core.catalog..",
            root + ".core.reconcile..",
            root + ".core.resync..",
            root + ".core.events..")
        .and()
        .haveNameNotMatching(".*[.]NoProxyEntry(\\$.*)?")
        .should()
        .callMethod(String.class, "matches", String.class)
        .orShould()
        .callMethod(String.class, "replaceAll", String.class, String.class)
        .orShould()
        .callMethod(String.class, "replaceFirst", String.class, String.class)
        .orShould()
        .callMethod(Pattern.class, "matches", String.class, CharSequence.class)
        .allowEmptyShould(true)
        .because(
            "a test finds the constants of type Pattern and measures their work on texts that are"
                + " hard for them: a pattern that stands elsewhere may take minutes");
  }

  ArchRule packagesHaveNoCycles() {
    return slices()
        .matching(root + ".(**)")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .because("packages that know each other can be read, tested and moved only together");
  }

  ArchRule namesSayWhatAThingIs() {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .haveNameMatching(".*(Manager|Helper|Utils?|Impl|Processor)(\\$.*)?")
        .orShould()
        .haveNameMatching(".*[.$]Abstract[A-Z].*")
        .orShould()
        .resideInAPackage("..impl..")
        .allowEmptyShould(true)
        .because(
            "a name such as Manager, Helper or Impl hides what the class does; name it by its"
                + " part in the domain");
  }

  /** Inside {@code core} the arrows only go down; config, metrics, plugin and mask are leaves. */
  ArchRule coresArrowsGoDown() {
    return layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .withOptionalLayers(true)
        .layer("app")
        .definedBy(root + ".core.app..")
        .layer("kafka")
        .definedBy(root + ".core.kafka..")
        .layer("events")
        .definedBy(root + ".core.events..")
        .layer("journal")
        .definedBy(root + ".core.journal..")
        .layer("ship")
        .definedBy(root + ".core.ship..")
        .layer("listen")
        .definedBy(root + ".core.listen..")
        .layer("operations")
        .definedBy(root + ".core.operations..")
        .layer("resync")
        .definedBy(root + ".core.resync..")
        .layer("read")
        .definedBy(root + ".core.read..")
        .layer("reconcile")
        .definedBy(root + ".core.reconcile..")
        .layer("catalog")
        .definedBy(root + ".core.catalog..")
        .layer("http")
        .definedBy(root + ".core.http..")
        .layer("config")
        .definedBy(root + ".core.config..")
        .layer("metrics")
        .definedBy(root + ".core.metrics..")
        .layer("mask")
        .definedBy(root + ".core.mask..")
        .layer("plugin")
        .definedBy(root + ".core.plugin..")
        .whereLayer("events")
        .mayOnlyAccessLayers("resync", "catalog", "http", "operations", "config", "metrics")
        .whereLayer("kafka")
        .mayOnlyAccessLayers("events", "listen", "catalog", "http", "config")
        .whereLayer("journal")
        .mayOnlyAccessLayers("resync", "read", "reconcile")
        .whereLayer("ship")
        .mayOnlyAccessLayers("catalog", "listen", "http")
        .whereLayer("listen")
        .mayOnlyAccessLayers("operations")
        .whereLayer("operations")
        .mayNotAccessAnyLayer()
        .whereLayer("resync")
        .mayOnlyAccessLayers(
            "read", "reconcile", "catalog", "http", "config", "metrics", "plugin", "mask")
        .whereLayer("read")
        .mayOnlyAccessLayers("http", "config", "metrics", "plugin")
        .whereLayer("reconcile")
        .mayOnlyAccessLayers("catalog", "http", "config", "metrics", "plugin")
        .whereLayer("catalog")
        .mayOnlyAccessLayers("http", "config", "metrics", "plugin")
        .whereLayer("http")
        .mayOnlyAccessLayers("config", "metrics", "plugin", "mask")
        .whereLayer("plugin")
        .mayOnlyAccessLayers("config")
        .whereLayer("config")
        .mayNotAccessAnyLayer()
        .whereLayer("metrics")
        .mayNotAccessAnyLayer()
        .whereLayer("mask")
        .mayNotAccessAnyLayer()
        .allowEmptyShould(true)
        .because(
            "inside core the arrows only go down, app -> {kafka -> events, ship} -> resync ->"
                + " {read, reconcile -> catalog} -> http -> config, so that each package can be"
                + " understood with those below it");
  }
}
