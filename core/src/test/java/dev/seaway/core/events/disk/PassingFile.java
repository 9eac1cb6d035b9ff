package dev.seaway.core.events.disk;

import java.io.IOException;

/** Passes all on to another file, for a test to do something beside it. */
interface PassingFile extends JournalFile {

  JournalFile file();

  @Override
  default void append(byte[] bytes) throws IOException {
    file().append(bytes);
  }

  @Override
  default void force() throws IOException {
    file().force();
  }

  @Override
  default void truncate(long length) throws IOException {
    file().truncate(length);
  }

  @Override
  default void close() throws IOException {
    file().close();
  }
}
