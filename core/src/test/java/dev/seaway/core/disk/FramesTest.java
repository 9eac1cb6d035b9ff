package dev.seaway.core.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FramesTest {

  private static final Frames FRAMES = new Frames(42);

  @TempDir private Path folder;

  @Test
  void takesABrokenByteBeforeAnEntryForDamage() throws Exception {
    byte[] whole = file("first", "second", "third");
    int third = whole.length - "third".length() - 2 * Integer.BYTES;
    for (int at = Frames.HEADER; at < third; at++) {
      byte[] broken = whole.clone();
      broken[at] ^= 0x55;
      assertThat(isDamaged(broken)).as("byte %d", at).isTrue();
    }
  }

  @Test
  void takesAMissingEndForTorn() throws Exception {
    byte[] whole = file("first", "second", "third");
    for (int length = Frames.HEADER; length <= whole.length; length++) {
      assertThat(isDamaged(Arrays.copyOf(whole, length))).as("%d bytes", length).isFalse();
    }
  }

  @Test
  void takesZerosForTorn() throws Exception {
    byte[] whole = file("first", "second");
    assertThat(isDamaged(Arrays.copyOf(whole, whole.length + 4096))).isFalse();
  }

  @Test
  void takesWhatCannotBeToldForDamage() throws Exception {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(file("first"));
    // Each third byte begins a length of a million, which fits.
    for (int at = 0; at < 1 << 20; at++) {
      file.writeBytes(new byte[] {0, 16, 1});
    }
    assertThat(isDamaged(file.toByteArray())).isTrue();
  }

  @Test
  void takesALittleNoiseForTorn() throws Exception {
    byte[] noise = new byte[10_000];
    new Random(20260105).nextBytes(noise);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(file("first"));
    file.writeBytes(noise);
    assertThat(isDamaged(file.toByteArray())).isFalse();
  }

  private boolean isDamaged(byte[] bytes) throws IOException {
    Path path = Files.write(folder.resolve("entries"), bytes);
    long end = FRAMES.read(new DataInputStream(new ByteArrayInputStream(bytes)), _ -> {});
    return Frames.isDamaged(path, end);
  }

  private static byte[] file(String... entries) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(FRAMES.header());
    Stream.of(entries).forEach(entry -> Frames.write(entry.getBytes(StandardCharsets.UTF_8), file));
    return file.toByteArray();
  }
}
