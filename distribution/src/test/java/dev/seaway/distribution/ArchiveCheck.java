package dev.seaway.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the build packed; runs after it did, in the phase verify. */
@DisabledOnOs(OS.WINDOWS)
class ArchiveCheck {

  private static final String NAME = "seaway-" + System.getProperty("seaway.version", "");
  private static final Path TARGET = Path.of("target").toAbsolutePath();

  @TempDir private Path folder = Path.of("");
  private Path archive = Path.of("");

  @BeforeEach
  void unpack() throws Exception {
    run(folder, "tar", "-xzf", TARGET.resolve(NAME + ".tar.gz").toString());
    archive = folder.resolve(NAME);
  }

  @Test
  void startsWhereverItIsUnpacked() throws Exception {
    String said = run(folder, archive.resolve("bin/seaway").toString(), "--version");

    assertThat(said).contains("Seaway " + System.getProperty("seaway.version"));
  }

  @Test
  void showsTheDemonstration() throws Exception {
    String said = run(folder, archive.resolve("bin/seaway").toString(), "demo");

    assertThat(said).contains("/rest/servicedeskapi/request        500");
  }

  @Test
  void holdsTheSameInBothFormats() throws IOException {
    try (ZipFile zip = new ZipFile(TARGET.resolve(NAME + ".zip").toFile());
        Stream<Path> files = Files.walk(archive)) {
      Set<String> zipped =
          zip.stream()
              .filter(entry -> !entry.isDirectory())
              .map(entry -> entry.getName())
              .collect(Collectors.toCollection(TreeSet::new));

      assertThat(files.filter(Files::isRegularFile).map(f -> folder.relativize(f).toString()))
          .containsExactlyInAnyOrderElementsOf(zipped);
    }
  }

  @Test
  void isTheSameToTheByteWhenItIsPackedAgain() throws IOException {
    for (String format : List.of(".tar.gz", ".zip")) {
      assertThat(Files.mismatch(TARGET.resolve(NAME + format), TARGET.resolve("again" + format)))
          .as(format)
          .isEqualTo(-1);
    }
  }

  @Test
  void listsEveryLibraryThatItBrings() throws IOException {
    JsonNode bill = new JsonMapper().readTree(archive.resolve("bom.json").toFile());
    Set<String> listed = new TreeSet<>();
    for (JsonNode part : bill.path("components")) {
      listed.add(part.path("name").asText() + "-" + part.path("version").asText() + ".jar");
    }

    assertThat(names("lib")).isNotEmpty();
    assertThat(
            Stream.concat(names("lib"), names("extensions/kafka"))
                .filter(jar -> !jar.startsWith("seaway-distribution")))
        .isSubsetOf(listed);
  }

  @Test
  void keepsKafkaOffItsClassPath() {
    assertThat(names("extensions/kafka"))
        .anyMatch(jar -> jar.startsWith("seaway-events-kafka"))
        .anyMatch(jar -> jar.startsWith("kafka-clients"));
    assertThat(names("lib")).noneMatch(jar -> jar.matches(".*(kafka|zstd|snappy|lz4).*"));
  }

  @Test
  void speaksWithKafkaWhereTheConfigurationAsksForIt() throws Exception {
    try (KafkaBroker broker = KafkaBroker.start()) {
      String launcher = archive.resolve("bin/seaway").toString();

      assertThat(run(folder, Replicas.environment(broker.address()), launcher, "events", "list"))
          .contains("There are none.");
    }
  }

  @Test
  void saysWhatToDoWhereKafkaIsAskedForAndNotThere() throws Exception {
    for (String jar : names("extensions/kafka").toList()) {
      Files.delete(archive.resolve("extensions/kafka").resolve(jar));
    }
    Process process =
        command(
                folder,
                Replicas.environment("localhost:1"),
                archive.resolve("bin/seaway").toString(),
                "events",
                "list")
            .start();

    assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
        .contains("OCEAN__LIVE_EVENTS__TYPE is KAFKA, but")
        .contains("extensions/kafka")
        .doesNotContain("Exception");
    assertThat(process.waitFor()).isEqualTo(ExitCode.NOT_STARTED);
  }

  @Test
  void bringsALicenceThatEachLibraryGrants() throws IOException {
    JsonNode bill = new JsonMapper().readTree(archive.resolve("bom.json").toFile());
    List<String> texts = names("licenses").toList();

    for (JsonNode part : bill.path("components")) {
      if (!part.path("group").asText().equals("dev.seaway")) {
        List<String> granted =
            part.path("licenses").findValues("id").stream().map(JsonNode::asText).toList();
        assertThat(granted)
            .as(part.path("name").asText())
            .anyMatch(id -> texts.stream().anyMatch(text -> text.startsWith(id)));
      }
    }
  }

  @Test
  void hasAPlaceForPlugins() {
    assertThat(archive.resolve("plugins/README.txt")).exists();
  }

  private Stream<String> names(String name) {
    try (Stream<Path> files = Files.list(archive.resolve(name))) {
      return files.map(file -> file.getFileName().toString()).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String run(Path directory, String... command) throws Exception {
    return run(directory, Map.of(), command);
  }

  private static String run(Path directory, Map<String, String> environment, String... command)
      throws Exception {
    Process process =
        command(directory, environment, command).redirectError(Redirect.DISCARD).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return said;
  }

  private static ProcessBuilder command(
      Path directory, Map<String, String> environment, String... command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    return builder;
  }
}
