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

  private static final String UNKEPT = "live events cannot be kept: ";

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
  private String said = "";
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
        throw new IOException(reason(batch.failure), batch.failure);
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

  /** Whatever fails, and however: the batch is settled, and what is not on the disk has failed. */
  private void write(Batch batch) {
    try {
      heal();
      write(frames(batch));
      owed.clear();
      recovered();
      reader.happened(batch.entries);
    } catch (IOException | RuntimeException | Error e) {
      batch.failure = e;
      failed(e);
      List<Entry> kept = batch.entries.stream().filter(entry -> !entry.mayFail()).toList();
      owed.addAll(kept);
      reader.happened(kept);
    } finally {
      batch.settled = true;
    }
    shorten();
  }

  private void failed(Throwable cause) {
    torn = true;
    String reason = UNKEPT + reason(cause);
    if (!said.equals(reason)) {
      log.error("From now on {}", reason);
      said = reason;
    }
    // A folder that is gone is looked for whenever somebody asks.
    obstacle = cause instanceof QueueFolder.Gone ? Optional.empty() : Optional.of(reason);
  }

  private void recovered() {
    if (!said.isEmpty()) {
      log.info("Live events are kept again");
      said = "";
    }
    obstacle = Optional.empty();
  }

  private static String reason(Throwable cause) {
    return cause instanceof IOException ? String.valueOf(cause.getMessage()) : cause.toString();
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
    folder.verify();
    length += bytes.length;
  }

  /** Goes on in a new file, which holds what still counts of the old one. */
  private void shorten() {
    JournalFile old = file;
    try {
      List<Entry> shorter = torn ? List.of() : reader.shorter(length);
      if (shorter.isEmpty()) {
        return;
      }
      QueueFolder.Opened next = folder.rewrite(shorter);
      // The new file counts from now on, whatever becomes of the old one.
      file = next.file();
      length = next.length();
    } catch (IOException | RuntimeException e) {
      log.warn("The queue of events could not be shortened, and grows: {}", reason(e));
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

  /** Why nothing would be kept: the file is out of reach now, or the last write failed. */
  Optional<String> obstacle() {
    try {
      folder.verify();
      return obstacle;
    } catch (IOException e) {
      return Optional.of(UNKEPT + e.getMessage());
    }
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
