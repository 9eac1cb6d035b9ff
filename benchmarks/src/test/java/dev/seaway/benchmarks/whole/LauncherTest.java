package dev.seaway.benchmarks.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LauncherTest {

  @Test
  void startsJavaAsTheLauncherDoes() {
    List<String> command = Launcher.command(Path.of(".."), List.of("-Xmx64m"));

    assertThat(command.getFirst()).endsWith("java");
    assertThat(command)
        .contains("-XX:+UseSerialGC", "-Dseaway.terminal=false")
        .containsSubsequence("-cp", "../distribution/target/app/lib/*", "-Xmx64m")
        .endsWith("dev.seaway.distribution.Main", "run")
        .noneMatch(word -> word.contains("$"));
  }

  @Test
  void refusesALauncherThatItDoesNotUnderstand() {
    assertThatThrownBy(() -> Launcher.command("exec java -jar x", Path.of("."), List.of()))
        .hasMessageContaining("does not start Java as it did");
    String script = "exec \"$jdk/bin/java\" -Dx=$unknown dev.seaway.distribution.Main";
    assertThatThrownBy(() -> Launcher.command(script, Path.of("."), List.of()))
        .hasMessageContaining("$unknown");
  }
}
