package dev.seaway.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BootTest {

  @TempDir private Path folder;

  @Test
  void isTheSameUntilTheSystemTellsAnother() throws IOException {
    Path told = Files.writeString(folder.resolve("boot_id"), "one\n");
    String one = Boot.id(told);

    assertThat(Boot.id(told)).isEqualTo(one);
    Files.writeString(told, "two\n");
    assertThat(Boot.id(told)).isNotEqualTo(one);
  }

  @Test
  void isNeverTheSameWhereTheSystemDoesNotTell() throws IOException {
    Path missing = folder.resolve("missing");
    Path empty = Files.writeString(folder.resolve("empty"), "\n");

    assertThat(Boot.id(missing)).isNotBlank().isNotEqualTo(Boot.id(missing));
    assertThat(Boot.id(empty)).isNotBlank().isNotEqualTo(Boot.id(empty));
  }
}
