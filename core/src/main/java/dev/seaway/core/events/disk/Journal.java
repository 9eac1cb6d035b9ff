package dev.seaway.core.events.disk;

import dev.seaway.core.disk.Frames;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes entries to the end of a file. Those that come while others are being written are written
 * together, with one sync of the disk for all. Thread-safe.
 */
final class Journal {

  private static final Logger log = LoggerFactory.getLogger(Journal.class);

  /** Who keeps what the journal says. Called one call after the other. */
  interface Reader {

    /** These have happened, in this order. */
    void happened(List<Entry> entries);

    /** The shortest history that comes to the same; none while the file is not much longer. */
    List<Entry> shorter(long fileLength);
  }

  private final QueueFolder folder;
  private final Reader reader;
  private final ReentrantLock writing = new ReentrantLock();
  private final Object joining = new Object();
  private final List<Entry> owed = new ArrayList<>();
  private Batch open = new Batch();
  private JournalFile file;
  private long length;
  private boolean torn;
  private volatile Optional<String> obstacle = Optional.empty();

  Journal(QueueFolder folder, QueueFolder.Opened opened, Reader reader) {
    this.folder = folder;
    this.file = opened.file();
    this.length = opened.length();
    this.reader = reader;
  }

  /** Joins the entries that are written next; {@link #commit} must follow. */
  Batch append(List<Entry> entries) {
    synchronized (joining) {
      open.entries.addAll(entries);
      return open;
    }
  }

  /** Returns when the batch is on the disk; throws where it is not. */
  void commit(Batch batch) throws IOException {
    writing.lock();
    try {
      if (!batch.settled) {
        write(leave());
      }
      if (batch.failure != null) {
        throw new IOException(batch.failure.getMessage(), batch.failure);
      }
    } finally {
      writing.unlock();
    }
  }

  private Batch leave() {
    synchronized (joining) {
      Batch left = open;
      open = new Batch();
      return left;
    }
  }

  private void write(Batch batch) {
    try {
      heal();
      write(frames(batch));
      owed.clear();
      obstacle = Optional.empty();
      reader.happened(batch.entries);
    } catch (IOException e) {
      batch.failure = e;
      torn = true;
      obstacle = Optional.of("live events cannot be kept: " + e.getMessage());
      List<Entry> kept = batch.entries.stream().filter(entry -> !entry.mayFail()).toList();
      owed.addAll(kept);
      reader.happened(kept);
    }
    batch.settled = true;
    shorten();
  }

  /** After a failed write nobody knows what is behind the last good one. */
  private void heal() throws IOException {
    if (torn) {
      file.truncate(length);
      torn = false;
    }
  }

  private byte[] frames(Batch batch) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    owed.forEach(entry -> Frames.write(entry.bytes(), bytes));
    batch.entries.forEach(entry -> Frames.write(entry.bytes(), bytes));
    return bytes.toByteArray();
  }

  private void write(byte[] bytes) throws IOException {
    file.append(bytes);
    file.force();
    length += bytes.length;
  }

  /** Goes on in a new file, which holds what still counts of the old one. */
  private void shorten() {
    List<Entry> shorter = torn ? List.of() : reader.shorter(length);
    if (shorter.isEmpty()) {
      return;
    }
    JournalFile old = file;
    try {
      QueueFolder.Opened next = folder.rewrite(shorter);
      // The new file counts from now on, whatever becomes of the old one.
      file = next.file();
      length = next.length();
    } catch (IOException e) {
      log.warn("The queue of events could not be shortened, and grows: {}", e.getMessage());
      return;
    }
    discard(old);
  }

  private void discard(JournalFile old) {
    try {
      old.close();
    } catch (IOException e) {
      log.warn("The queue of events was shortened; its old file does not close: {}", e.toString());
    }
    folder.deleteOlder();
  }

  /** Why the last write failed, if it did. */
  Optional<String> obstacle() {
    return obstacle;
  }

  /** Writes what is left, as far as that can be done. */
  void close() throws IOException {
    writing.lock();
    try {
      write(leave());
      file.close();
    } finally {
      writing.unlock();
    }
  }
}
