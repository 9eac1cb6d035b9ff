package dev.seaway.jq;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileProgramsTest {

  @TempDir private Path folder;

  @Test
  void theyAllFailInASmallHeapAndTheThreadsGoOn() throws Exception {
    Path output = folder.resolve("output.txt");
    Process java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                HostilePrograms.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();

    boolean ended = java.waitFor(15, TimeUnit.MINUTES);
    java.destroyForcibly();

    assertThat(Files.readString(output)).matches("[0-9]+ programs came to their end\\s*");
    assertThat(ended).isTrue();
    assertThat(java.exitValue()).isZero();
  }
}
