package dev.seaway.service.events.sqlite;

import dev.seaway.core.SeawayException.Category;
import dev.seaway.service.events.QueueException;
import dev.seaway.store.Database;
import dev.seaway.store.Session;
import dev.seaway.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings in what versions before the database kept: files {@code events-<n>.log}, of which the
 * highest number counts. What was read is in the database by one transaction; then the files go.
 */
final class OldQueueFolder {

  private static final Logger log = LoggerFactory.getLogger(OldQueueFolder.class);
  private static final Pattern NAME = Pattern.compile("events-([0-9]{1,18})\\.log");

  private static final String IN_PART = " in part";

  private OldQueueFolder() {}

  static boolean isIn(Path folder) {
    return !files(folder).isEmpty();
  }

  static void bringInto(Database database, Path folder) {
    List<Path> files = files(folder);
    if (files.isEmpty()) {
      return;
    }
    try (FileChannel lock =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      if (!isLocked(lock)) {
        throw new QueueException(
            Category.USER,
            "Another process uses the events in " + folder + ". Stop it first.",
            null);
      }
      bring(database, files);
    } catch (IOException | UncheckedIOException | StoreException e) {
      throw new QueueException(
          Category.EXTERNAL, "The events in " + folder + " cannot be opened: " + e.getMessage(), e);
    }
  }

  private static boolean isLocked(FileChannel lock) throws IOException {
    try {
      return lock.tryLock() != null;
    } catch (OverlappingFileLockException _) {
      return false;
    }
  }

  private static void bring(Database database, List<Path> files) throws IOException {
    Path newest = files.getLast();
    String mark =
        newest.getFileName() + " " + Files.size(newest) + " " + Files.getLastModifiedTime(newest);
    boolean whole = database.write(writer -> bring(writer, newest, mark));
    if (!whole) {
      Path kept = newest.resolveSibling(newest.getFileName() + ".imported");
      Files.move(newest, kept, StandardCopyOption.REPLACE_EXISTING);
      log.warn("{} is kept as {}", newest, kept);
    }
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }

  /** True where all of the file was read, now or by a process that was killed after that. */
  private static boolean bring(Session writer, Path file, String mark) {
    if (isImported(writer, mark)) {
      return true;
    }
    if (isImported(writer, mark + IN_PART)) {
      return false;
    }
    try {
      long size = Files.size(file);
      long end = new OldQueueFile(writer, file).bring();
      log.info("The live events of {} are in the database now", file);
      if (end < size) {
        log.error(
            "{} cannot be read behind byte {} of {}. A kill leaves such an end, which was never"
                + " acknowledged; a damaged disk may have lost events. If it may be damage, check"
                + " the disk, and let a complete resync put right what those events told.",
            file,
            end,
            size);
      }
      boolean whole = end == size;
      writer.update("INSERT INTO imported(file) VALUES (?)", whole ? mark : mark + IN_PART);
      return whole;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isImported(Session session, String mark) {
    return session
        .first("SELECT 1 FROM imported WHERE file = ?", row -> row.getInt(1), mark)
        .isPresent();
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> listed = Files.list(folder)) {
      return listed
          .filter(path -> number(path) > 0)
          .sorted(Comparator.comparingLong(OldQueueFolder::number))
          .toList();
    } catch (IOException e) {
      throw new QueueException(
          Category.EXTERNAL, "The events in " + folder + " cannot be opened: " + e, e);
    }
  }

  private static long number(Path path) {
    Matcher name = NAME.matcher(path.getFileName().toString());
    return name.matches() ? Long.parseLong(name.group(1)) : 0;
  }
}
