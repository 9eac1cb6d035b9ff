package dev.seaway.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Builds the module of the page for connector authors as they do: in a folder of its own, with what
 * {@code ./mvnw install} would have put into the local repository. Runs in the phase verify, after
 * the jars were made, and needs no network: what the module needs beside Seaway, this build needs
 * too.
 */
@DisabledOnOs(OS.WINDOWS)
class OutsideModuleCheck {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final String VERSION = System.getProperty("seaway.version", "");

  /** A block below the name of its file. */
  private static final Pattern FILE =
      Pattern.compile(
          "^`((?:src/|pom)[^`]+)`:\n\n```[a-z]+\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  @TempDir private Path folder = Path.of("");

  @Test
  void buildsTheModuleOfThePageOutsideOfTheRepository() throws Exception {
    Path module = folder.resolve("beacon");
    writeModule(module);
    Path repository = folder.resolve("repository");
    install(repository);

    assertThat(build(module, repository)).contains("BUILD SUCCESS").doesNotContain("Tests run: 0");

    try (JarFile jar = new JarFile(module.resolve("target/beacon-connector-1.0.jar").toFile())) {
      assertThat(jar.stream().map(ZipEntry::getName))
          .contains(
              "com/example/beacon/BeaconConnector.class",
              "META-INF/services/dev.seaway.connector.Connector",
              "connectors/beacon/mapping.yml")
          .noneMatch(name -> name.startsWith("dev/seaway"));
    }
  }

  private static void writeModule(Path module) throws IOException {
    String page = Files.readString(ROOT.resolve("docs/writing-a-connector.md"));
    List<MatchResult> files = FILE.matcher(page).results().toList();
    assertThat(files).hasSizeGreaterThan(6);
    for (MatchResult file : files) {
      Path path = module.resolve(file.group(1));
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.group(2));
    }
  }

  /** The parent and every module that has been packed. */
  private static void install(Path repository) throws IOException {
    install(repository, "seaway", ROOT, "pom.xml");
    try (Stream<Path> modules = Files.list(ROOT)) {
      for (Path module : modules.toList()) {
        String name = "seaway-" + module.getFileName();
        String jar = "target/" + name + "-" + VERSION + ".jar";
        if (Files.exists(module.resolve(jar))) {
          install(repository, name, module, "pom.xml", jar);
        }
      }
    }
  }

  private static void install(Path repository, String artifact, Path module, String... files)
      throws IOException {
    Path target = repository.resolve("dev/seaway").resolve(artifact).resolve(VERSION);
    Files.createDirectories(target);
    for (String file : files) {
      String ending = file.substring(file.lastIndexOf('.')).replace(".xml", ".pom");
      Files.copy(module.resolve(file), target.resolve(artifact + "-" + VERSION + ending));
    }
  }

  private static String build(Path module, Path repository) throws Exception {
    ProcessBuilder maven =
        new ProcessBuilder(
            Path.of(System.getProperty("seaway.maven", ""), "bin", "mvn").toString(),
            "--batch-mode",
            "--offline",
            "-Dmaven.repo.local=" + repository,
            "-Dmaven.repo.local.tail=" + System.getProperty("seaway.repository"),
            "verify");
    maven.environment().keySet().removeIf(name -> name.startsWith("MAVEN_"));
    maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = maven.directory(module.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
