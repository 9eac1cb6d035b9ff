package dev.seaway.core.events.disk;

import java.io.IOException;

/** A file that is written at its end. */
interface JournalFile extends AutoCloseable {

  void append(byte[] bytes) throws IOException;

  /** Returns when all that was written outlives a loss of power. */
  void force() throws IOException;

  /** Cuts off what lies behind that length. */
  void truncate(long length) throws IOException;

  @Override
  void close() throws IOException;
}
