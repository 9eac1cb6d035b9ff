package dev.seaway.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs the launcher of an unpacked archive with a Java that only tells what it was given. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

  private record Ended(int exitCode, String output) {}

  @TempDir private Path folder = Path.of("");
  private Path launcher = Path.of("");

  @BeforeEach
  void unpack() throws IOException {
    Path archive = folder.resolve("an archive");
    launcher = archive.resolve("bin/seaway");
    Files.createDirectories(archive.resolve("lib"));
    Files.createDirectories(launcher.getParent());
    Files.copy(Path.of("../seaway"), launcher);
    executable(launcher);
  }

  @Test
  void startsTheJavaOfJavaHomeInTheUsersFolder() throws Exception {
    Ended ended = start(launcher, jdk("25.0.1"), "run", "a b");

    assertThat(ended.exitCode()).isEqualTo(7);
    assertThat(ended.output().lines().toList())
        .startsWith("in " + folder.toRealPath())
        .contains("--enable-native-access=ALL-UNNAMED")
        .contains("-Dseaway.terminal=false", folder.toRealPath() + "/an archive/lib/*")
        .contains("-Dseaway.extensions=" + folder.toRealPath() + "/an archive/lib/../extensions")
        .endsWith("dev.seaway.distribution.Main", "run", "a b");
  }

  @Test
  void isFoundThroughSymbolicLinks() throws Exception {
    Path second = Files.createSymbolicLink(folder.resolve("second"), launcher);
    Path first = Files.createSymbolicLink(folder.resolve("first"), second.getFileName());

    assertThat(start(first, jdk("26"), "--help").output())
        .contains(folder.toRealPath() + "/an archive/lib/*");
  }

  @Test
  void passesAnOldJavaBy() throws Exception {
    Path old = jdk("17.0.9");

    assertThat(start(launcher, old, "--help").output()).doesNotContain("in " + folder);
  }

  @Test
  void keepsTheLettersOfAllLanguagesWhereNoLocaleIsSet() throws Exception {
    Path home = jdk("25");
    Files.writeString(home.resolve("bin/java"), "#!/bin/sh\nlocale charmap\n");

    assertThat(start(launcher, home, Map.of("LC_ALL", "C"), "run").output()).isEqualTo("UTF-8\n");
  }

  @Test
  void givesJavaTheHeapAndTheCollectorThatTheImageHas() throws IOException {
    assertThat(optionsOfMemory("../seaway"))
        .hasSizeGreaterThan(3)
        .isEqualTo(optionsOfMemory("image/java.args"));
  }

  @Test
  void saysThatItsLibrariesAreMissing() throws Exception {
    Files.delete(launcher.resolveSibling("../lib"));

    Ended ended = start(launcher, jdk("25"), "--help");

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.output()).contains("unpack the archive again").hasLineCount(1);
  }

  private static Set<String> optionsOfMemory(String file) throws IOException {
    return Pattern.compile("-Xm[sn]\\S+|-XX:\\+Use\\w+GC|-XX:TieredStop\\S+")
        .matcher(Files.readString(Path.of(file)))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toSet());
  }

  private Path jdk(String version) throws IOException {
    Path home = Files.createDirectories(folder.resolve("jdk"));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\necho \"in $(pwd)\"\nprintf '%s\\n' \"$@\"\nexit 7\n");
    executable(java);
    return home;
  }

  private Ended start(Path script, Path javaHome, String... arguments) throws Exception {
    return start(script, javaHome, Map.of(), arguments);
  }

  private Ended start(
      Path script, Path javaHome, Map<String, String> environment, String... arguments)
      throws Exception {
    ProcessBuilder builder = new ProcessBuilder(script.toString());
    builder.command().addAll(List.of(arguments));
    builder.environment().putAll(environment);
    builder.environment().put("JAVA_HOME", javaHome.toString());
    builder.directory(folder.toFile()).redirectErrorStream(true);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), output);
  }

  private static void executable(Path file) {
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
