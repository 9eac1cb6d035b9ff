package dev.seaway.catalog.store;

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
import org.jspecify.annotations.Nullable;

/**
 * The claim of this process on one database file: a lock file beside it, held while the catalog is
 * open.
 *
 * <p>The lock file stays behind when the catalog closes. To delete it would let two processes hold
 * a lock on two files of the same name.
 */
final class DatabaseFile implements AutoCloseable {
  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

  private final Path path;
  private final FileChannel lockFile;

  private DatabaseFile(Path path, FileChannel lockFile) {
    this.path = path;
    this.lockFile = lockFile;
  }

  static DatabaseFile claim(Path database) {
    Path path = database.toAbsolutePath().normalize();
    if (Files.isDirectory(path)) {
      throw cannot(path, "it is a folder. Name a file in it, such as catalog.db.", null);
    }
    try {
      createFolder(path);
      FileChannel lockFile = lock(path);
      try {
        createFile(path);
        checkFile(path);
        return new DatabaseFile(path, lockFile);
      } catch (IOException | RuntimeException e) {
        lockFile.close();
        throw e;
      }
    } catch (IOException e) {
      throw cannot(
          path, "%s. Check the permissions of the file and its folder.".formatted(reason(e)), e);
    }
  }

  private static void createFolder(Path path) throws IOException {
    Path folder = path.getParent();
    if (folder != null && Files.isRegularFile(folder)) {
      throw cannot(
          path, "%s is a file, not a folder. Name another folder.".formatted(folder), null);
    }
    if (folder != null && !Files.isDirectory(folder)) {
      Files.createDirectories(folder);
    }
  }

  private static FileChannel lock(Path path) throws IOException {
    Path lockPath = path.resolveSibling(path.getFileName() + ".lock");
    createOwnerOnly(lockPath);
    FileChannel channel = FileChannel.open(lockPath, StandardOpenOption.WRITE);
    if (!locked(channel)) {
      channel.close();
      throw cannot(
          path,
          "it is already open, here or in another process. Close that catalog, or name another"
              + " file.",
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

  private static void createFile(Path path) throws IOException {
    createOwnerOnly(path);
    if (!Files.isReadable(path) || !Files.isWritable(path)) {
      throw cannot(path, "this user may not read and write it. Change its permissions.", null);
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

  private static void checkFile(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] start = in.readNBytes(MAGIC.length);
      if (start.length > 0 && !Arrays.equals(start, MAGIC)) {
        throw cannot(path, "it is not a SQLite database. Name another file.", null);
      }
    }
  }

  Path path() {
    return path;
  }

  static StoreException cannot(Path path, String why, @Nullable Throwable cause) {
    return new StoreException(
        "The catalog's database %s cannot be opened: %s".formatted(path, why), cause);
  }

  private static String reason(IOException e) {
    return "%s (%s)".formatted(e.getMessage(), e.getClass().getSimpleName());
  }

  @Override
  public void close() {
    try {
      lockFile.close();
    } catch (IOException e) {
      throw new StoreException("The lock of %s cannot be released.".formatted(path), e);
    }
  }
}
