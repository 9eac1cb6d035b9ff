package dev.seaway.core.disk;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Entries behind each other in one file, which is this process's alone. They outlive the process,
 * and not always a loss of power: nobody waits for the disk. Not thread-safe.
 */
public final class EntryFile implements AutoCloseable {

  private static final Frames FRAMES = new Frames(0x5345_4157_4159_5231L);

  private final Path path;
  private final LockFile lock;
  // Not a channel: an interrupt would close it.
  private @Nullable RandomAccessFile file;
  private @Nullable NamedFile written;

  private EntryFile(Path path, LockFile lock) {
    this.path = path;
    this.lock = lock;
  }

  /** Takes the file of that name; empty where another process has it. */
  public static Optional<EntryFile> take(Path folder, String name) throws IOException {
    return LockFile.take(folder, name + ".lock")
        .map(lock -> new EntryFile(folder.resolve(name + ".journal"), lock));
  }

  /** Whether there is a file at all. */
  public boolean exists() {
    return Files.exists(path);
  }

  /** Hands over the entries. False where the file does not end with a whole one. */
  public boolean read(Consumer<byte[]> entries) throws IOException {
    try (DataInputStream stream =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(path), 1 << 16))) {
      return FRAMES.read(stream, entries) == Files.size(path);
    }
  }

  /** Empties the file, which then can be written. */
  public void begin() throws IOException {
    open().setLength(0);
    open().write(FRAMES.header());
  }

  /** Adds an entry behind all others. */
  public void append(byte[] entry) throws IOException {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    Frames.write(entry, frame);
    RandomAccessFile opened = open();
    verify();
    opened.seek(opened.length());
    opened.write(frame.toByteArray());
  }

  private RandomAccessFile open() throws IOException {
    RandomAccessFile opened = file;
    if (opened == null) {
      opened = new RandomAccessFile(path.toString(), "rw");
      file = opened;
      written = NamedFile.now(path);
    }
    return opened;
  }

  private void verify() throws IOException {
    if (written != null && !written.isThere()) {
      throw new IOException(path + " was removed or replaced while the run goes on");
    }
  }

  /** Removes the file. */
  public void delete() throws IOException {
    if (file != null) {
      // What cannot be removed must not be taken for a run that was killed.
      file.setLength(0);
      file.close();
      file = null;
    }
    // What has taken its place is another's.
    if (written == null || written.isThere()) {
      Files.deleteIfExists(path);
    }
  }

  @Override
  public void close() throws IOException {
    try (lock) {
      if (file != null) {
        file.close();
      }
    }
  }
}
