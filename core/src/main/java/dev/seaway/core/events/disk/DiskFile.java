package dev.seaway.core.events.disk;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/** A real file. Not a channel: an interrupt would close it. */
final class DiskFile implements JournalFile {

  private final RandomAccessFile file;

  private DiskFile(RandomAccessFile file) {
    this.file = file;
  }

  /** Opens or creates it, to write behind that length. */
  static DiskFile open(Path path, long length) throws IOException {
    RandomAccessFile file = new RandomAccessFile(path.toString(), "rw");
    DiskFile opened = new DiskFile(file);
    try {
      opened.truncate(length);
    } catch (IOException e) {
      file.close();
      throw e;
    }
    return opened;
  }

  @Override
  public void append(byte[] bytes) throws IOException {
    file.write(bytes);
  }

  @Override
  public void force() throws IOException {
    file.getFD().sync();
  }

  @Override
  public void truncate(long length) throws IOException {
    file.setLength(length);
    file.seek(length);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
