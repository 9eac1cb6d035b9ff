package dev.seaway.distribution.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
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
        .resideInAnyPackage(
            root + ".core..",
            root + ".service..",
            root + ".mapping..",
            root + ".jq..",
            "io.vertx..")
        .allowEmptyShould(true)
        .because(
            "a connector is a pure function from configuration to data: what does I/O or maps"
                + " belongs to the engine, and a plug-in must load without it");
  }

  ArchRule theEngineNamesNoConnector() {
    return noClasses()
        .that()
        .resideInAnyPackage(engine())
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
        .resideInAnyPackage(engine())
        .and()
        .resideOutsideOfPackages(root + ".core.http..", root + ".service.operations..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.vertx..")
        .allowEmptyShould(true)
        .because(
            "Vert.x serves the network's edges only: the HTTP transport and the operations server;"
                + " everything above is plain blocking Java");
  }

  ArchRule oneClassWaitsOnVertx() {
    return noClasses()
        .should(new WaitInMoreThanOneClass(engine()))
        .allowEmptyShould(true)
        .because(
            "waiting on a Vert.x future loses the cause, the stack trace and the interrupt flag:"
                + " one class alone does it, and repairs all three");
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
            root + ".service.events.sqlite..",
            root + ".service.journal..")
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
   * trusted, the queue of live events looks for the files of earlier versions, and {@code Boot} and
   * {@code Salt} tell one start of the machine, and one folder, from another.
   */
  ArchRule onlyConfigReadsFiles() {
    return noClasses()
        .that(
            resideInAnyPackage(engine())
                .or(resideInAnyPackage(root + ".connector..", root + ".mapping..", root + ".jq.."))
                .and(
                    not(
                        resideInAnyPackage(
                            root + ".core.config..",
                            root + ".core.plugin..",
                            root + ".service.events.sqlite.."))))
        .and()
        .doNotHaveFullyQualifiedName(root + ".core.http.TrustedCertificates")
        .and()
        .doNotHaveFullyQualifiedName(root + ".core.http.TokenFile")
        .and()
        .doNotHaveFullyQualifiedName(root + ".service.Boot")
        .and()
        .doNotHaveFullyQualifiedName(root + ".service.Salt")
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
            root + ".core..",
            root + ".service..",
            root + ".kafka..",
            root + ".catalog..",
            root + ".store..")
        .and()
        .resideOutsideOfPackage(root + ".core.config..")
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

  /** What is shipped of the engine, whichever module holds it. */
  private String[] engine() {
    return new String[] {root + ".core..", root + ".service..", root + ".kafka.."};
  }
}
