package dev.seaway.core.events.disk;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts how many files are open. */
record CountedFile(JournalFile file, AtomicInteger open) implements PassingFile {

  CountedFile {
    open.incrementAndGet();
  }

  @Override
  public void close() throws IOException {
    open.decrementAndGet();
    file.close();
  }
}
