package dev.seaway.core.events.disk;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts how many files are open. */
record CountedFile(JournalFile file, AtomicInteger open) implements JournalFile {

  CountedFile {
    open.incrementAndGet();
  }

  @Override
  public void append(byte[] bytes) throws IOException {
    file.append(bytes);
  }

  @Override
  public void force() throws IOException {
    file.force();
  }

  @Override
  public void truncate(long length) throws IOException {
    file.truncate(length);
  }

  @Override
  public void close() throws IOException {
    open.decrementAndGet();
    file.close();
  }
}
