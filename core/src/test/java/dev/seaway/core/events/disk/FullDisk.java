package dev.seaway.core.events.disk;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;

/** A file on a disk that may be full: then half of what is written arrives. */
record FullDisk(JournalFile file, AtomicBoolean full) implements PassingFile {

  @Override
  public void append(byte[] bytes) throws IOException {
    if (full.get()) {
      file.append(Arrays.copyOf(bytes, bytes.length / 2));
      throw new IOException("No space left on device");
    }
    file.append(bytes);
  }
}
