package dev.seaway.store;

import dev.seaway.store.StoreException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;

/**
 * The claim of this process on one database file: a lock file beside it, held while the database is
 * open.
 *
 * <p>The lock file stays behind when the database closes. To delete it would let two processes hold
 * a lock on two files of the same name.
 */
final class DatabaseFile implements AutoCloseable {
  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

  private final Path path;
  private final StoreErrors errors;
  private final FileChannel lockFile;

  private DatabaseFile(StoreErrors errors, FileChannel lockFile) {
    this.path = errors.path();
    this.errors = errors;
    this.lockFile = lockFile;
  }

  static DatabaseFile claim(StoreErrors errors) {
    if (Files.isDirectory(errors.path())) {
      throw errors.cannotOpen(
          Reason.FAILED, "it is a folder. Name a file in it, such as catalog.db.", null);
    }
    try {
      createFolder(errors);
      return new DatabaseFile(errors, lock(errors));
    } catch (IOException e) {
      throw errors.unreachable(e);
    }
  }

  private static void createFolder(StoreErrors errors) throws IOException {
    Path folder = errors.path().getParent();
    if (folder != null && Files.isRegularFile(folder)) {
      throw errors.cannotOpen(
          Reason.FAILED,
          "%s is a file, not a folder. Name another folder.".formatted(folder),
          null);
    }
    if (folder != null && !Files.isDirectory(folder)) {
      Files.createDirectories(folder);
    }
  }

  private static FileChannel lock(StoreErrors errors) throws IOException {
    Path path = errors.path();
    Path lockPath = path.resolveSibling(path.getFileName() + ".lock");
    createOwnerOnly(lockPath);
    FileChannel channel = FileChannel.open(lockPath, StandardOpenOption.WRITE);
    if (!locked(channel)) {
      channel.close();
      throw errors.cannotOpen(
          Reason.IN_USE,
          "it is already open, here or in another process. Close it there, or name another file.",
          null);
    }
    return channel;
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /** Creates the file where there is none, and looks whether it may be a database. */
  void prepare() {
    try {
      createOwnerOnly(path);
      if (!Files.isReadable(path) || !Files.isWritable(path)) {
        throw errors.cannotOpen(
            Reason.FAILED, "this user may not read and write it. Change its permissions.", null);
      }
      checkStart();
    } catch (IOException e) {
      throw errors.unreachable(e);
    }
  }

  private static void createOwnerOnly(Path path) throws IOException {
    try {
      if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(
            path,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      } else {
        Files.createFile(path);
      }
    } catch (FileAlreadyExistsException e) {
      if (!Files.exists(path)) {
        throw e;
      }
    }
  }

  private void checkStart() throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] start = in.readNBytes(MAGIC.length);
      if (start.length > 0 && !Arrays.equals(start, MAGIC)) {
        throw errors.noDatabase();
      }
    }
  }

  /** Removes the database, and what SQLite keeps beside it. It must be closed. */
  void delete() {
    try {
      for (String suffix : List.of("", "-wal", "-shm")) {
        Files.deleteIfExists(path.resolveSibling(path.getFileName() + suffix));
      }
    } catch (IOException e) {
      throw errors.failed("cannot be removed: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    try {
      lockFile.close();
    } catch (IOException e) {
      throw errors.failed("keeps its lock: " + e.getMessage(), e);
    }
  }
}
