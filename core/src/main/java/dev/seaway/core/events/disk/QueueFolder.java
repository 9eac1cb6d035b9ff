package dev.seaway.core.events.disk;

import dev.seaway.core.SeawayException.Category;
import dev.seaway.core.disk.Frames;
import dev.seaway.core.disk.LockFile;
import dev.seaway.core.disk.NamedFile;
import dev.seaway.core.events.QueueException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of the queue. It holds one file, {@code events-<n>.log}; a shorter one takes its place
 * under the next number, whole from the start. Of several the highest number counts. A damaged one
 * stays as {@code events-<n>.broken}.
 */
final class QueueFolder implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(QueueFolder.class);
  static final Frames FRAMES = new Frames(0x5345_4157_4159_5131L);

  private static final int PIECE = 1 << 20;
  private static final Pattern NAME = Pattern.compile("events-([0-9]{1,18})\\.log");

  /** The file to write to, and how much of it holds good. */
  record Opened(JournalFile file, long length) {}

  /** The file that is written has no longer its name. */
  static final class Gone extends IOException {
    private static final long serialVersionUID = 1;

    Gone(String message) {
      super(message);
    }
  }

  private final Path folder;
  private final LockFile lock;
  private final UnaryOperator<JournalFile> files;
  private volatile NamedFile written = new NamedFile(Path.of(""), Optional.empty());
  private long current;

  private QueueFolder(Path folder, LockFile lock, UnaryOperator<JournalFile> files) {
    this.folder = folder;
    this.lock = lock;
    this.files = files;
  }

  /**
   * Takes the folder for this process alone.
   *
   * @param files may put something between the queue and its files
   */
  static QueueFolder take(Path folder, UnaryOperator<JournalFile> files) throws IOException {
    return LockFile.take(folder, "lock")
        .map(lock -> new QueueFolder(folder, lock, files))
        .orElseThrow(
            () ->
                new QueueException(
                    Category.USER,
                    "Another process uses the events in " + folder + ". Stop it first.",
                    null));
  }

  /** Reads what was kept, and cuts off what was being written when the process was killed. */
  Opened open(Ledger ledger) throws IOException {
    current = newest(folder);
    if (current == 0) {
      return rewrite(ledger.entries());
    }
    long length = read(path(current), ledger);
    Opened opened = Frames.isDamaged(path(current), length) ? rescue(ledger, length) : go(length);
    deleteOlder();
    return opened;
  }

  private Opened go(long length) throws IOException {
    written = NamedFile.now(path(current));
    long torn = Files.size(path(current)) - length;
    if (torn > 0) {
      log.warn("{}: cut off {} bytes that were never acknowledged", path(current), torn);
    }
    return new Opened(files.apply(DiskFile.open(path(current), length)), length);
  }

  /**
   * Throws where the file that is written has no longer its name: a file without a name takes all
   * that is written to it, and is gone with the process.
   */
  void verify() throws IOException {
    NamedFile expected = written;
    if (!expected.isThere() && expected.equals(written)) {
      throw new Gone(
          expected.path()
              + " was removed or replaced while the service runs. Put the same folder back, or"
              + " restart the service, and let a complete resync put right what the removed events"
              + " told");
    }
  }

  /** Goes on with what could be read, and keeps the rest for people. */
  private Opened rescue(Ledger ledger, long length) throws IOException {
    Path broken = folder.resolve("events-" + current + ".broken");
    Files.copy(path(current), broken, StandardCopyOption.REPLACE_EXISTING);
    try (FileChannel copy = FileChannel.open(broken, StandardOpenOption.WRITE)) {
      copy.force(true);
    }
    log.error(
        "{} is damaged at byte {}, and entries follow: events that were acknowledged may be lost."
            + " The file is kept as {}, and the service goes on with what comes before that byte."
            + " Check the disk, and let a complete resync put right what those events told.",
        path(current),
        length,
        broken);
    return rewrite(ledger.entries());
  }

  /** What a folder holds, which another process may be using. */
  static Ledger look(Path folder) throws IOException {
    long number = Files.isDirectory(folder) ? newest(folder) : 0;
    while (number > 0) {
      Ledger ledger = new Ledger();
      try {
        read(folder.resolve(name(number)), ledger);
        return ledger;
      } catch (NoSuchFileException e) {
        // A shorter file may have taken its place meanwhile.
        long newer = newest(folder);
        if (newer <= number) {
          throw e;
        }
        number = newer;
      }
    }
    return new Ledger();
  }

  private static long read(Path path, Ledger ledger) throws IOException {
    try (DataInputStream file =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(path), 1 << 16))) {
      long length = FRAMES.read(file, entry -> ledger.apply(Entry.of(entry)));
      if (length == 0) {
        throw new QueueException(
            Category.USER, path + " is no queue of events. Move it elsewhere.", null);
      }
      return length;
    } catch (IllegalArgumentException e) {
      throw new QueueException(
          Category.USER,
          path
              + ": "
              + e.getMessage()
              + ". If a newer version of Seaway wrote it, start that one. Else move the file"
              + " elsewhere, which gives up the events in it; a complete resync puts right what"
              + " they told.",
          e);
    }
  }

  /**
   * Writes a new file, which counts from the moment at which it has its name. Once the old one is
   * closed, {@link #deleteOlder} follows.
   */
  Opened rewrite(List<Entry> entries) throws IOException {
    Path temporary = folder.resolve("events.tmp");
    JournalFile file = files.apply(DiskFile.open(temporary, 0));
    long length;
    try {
      length = write(entries, file);
      file.force();
      Files.move(temporary, path(current + 1), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      abandon(file, temporary, e);
      throw e;
    }
    current++;
    written = NamedFile.now(path(current));
    sync();
    return new Opened(file, length);
  }

  /** Piece by piece: the memory may be full of events already. */
  private static long write(List<Entry> entries, JournalFile file) throws IOException {
    ByteArrayOutputStream piece = new ByteArrayOutputStream();
    piece.writeBytes(FRAMES.header());
    long written = 0;
    for (Entry entry : entries) {
      Frames.write(entry.bytes(), piece);
      if (piece.size() >= PIECE) {
        file.append(piece.toByteArray());
        written += piece.size();
        piece.reset();
      }
    }
    file.append(piece.toByteArray());
    return written + piece.size();
  }

  private static void abandon(JournalFile file, Path path, IOException reason) {
    try {
      file.close();
      Files.deleteIfExists(path);
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
  }

  /** The new name must outlive a loss of power too. */
  private void sync() {
    try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
      directory.force(true);
    } catch (IOException e) {
      log.debug("This system does not sync folders", e);
    }
  }

  /** Removes what counts no longer. What cannot be removed does no harm: it is tried again. */
  void deleteOlder() {
    try (Stream<Path> listed = Files.list(folder)) {
      listed.filter(this::isOlder).forEach(QueueFolder::delete);
    } catch (IOException | UncheckedIOException e) {
      log.warn("The older files in {} cannot be looked for, and stay: {}", folder, e.toString());
    }
  }

  private boolean isOlder(Path path) {
    long number = number(path);
    return number > 0 && number < current;
  }

  private static void delete(Path older) {
    try {
      Files.delete(older);
    } catch (IOException e) {
      log.warn("{} counts no longer, and cannot be deleted: {}", older, e.toString());
    }
  }

  private static long newest(Path folder) throws IOException {
    try (Stream<Path> listed = Files.list(folder)) {
      return listed.mapToLong(QueueFolder::number).max().orElse(0);
    }
  }

  private static long number(Path path) {
    Matcher name = NAME.matcher(path.getFileName().toString());
    return name.matches() ? Long.parseLong(name.group(1)) : 0;
  }

  private Path path(long number) {
    return folder.resolve(name(number));
  }

  private static String name(long number) {
    return "events-" + number + ".log";
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
