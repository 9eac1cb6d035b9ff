package dev.seaway.core.disk;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/**
 * Entries in a file: length, checksum, bytes. What is torn at the end is known by its checksum.
 *
 * @param magic begins a file of these entries
 */
public record Frames(long magic) {

  /** Bytes before the first entry. */
  public static final int HEADER = Long.BYTES;

  static final int LARGEST = 64 << 20;

  /** Adds an entry. */
  public static void write(byte[] entry, ByteArrayOutputStream to) {
    to.writeBytes(
        ByteBuffer.allocate(2 * Integer.BYTES)
            .putInt(entry.length)
            .putInt(checksum(entry))
            .array());
    to.writeBytes(entry);
  }

  /** What a file begins with. */
  public byte[] header() {
    return ByteBuffer.allocate(HEADER).putLong(magic).array();
  }

  /** Hands over the whole entries, and returns where the last of them ends; 0 without a header. */
  public long read(DataInputStream file, Consumer<byte[]> entries) throws IOException {
    long end = 0;
    try {
      if (file.readLong() != magic) {
        return 0;
      }
      end = HEADER;
      while (true) {
        int length = file.readInt();
        int checksum = file.readInt();
        if (length <= 0 || length > LARGEST) {
          return end;
        }
        byte[] entry = file.readNBytes(length);
        if (entry.length < length || checksum(entry) != checksum) {
          return end;
        }
        entries.accept(entry);
        end += 2L * Integer.BYTES + length;
      }
    } catch (EOFException e) {
      return end;
    }
  }

  /**
   * Whether a file is damaged where {@link #read} ended, and not torn: a whole entry follows, or
   * may follow, what is none.
   */
  public static boolean isDamaged(Path path, long end) throws IOException {
    return Remains.holdEntry(path, end);
  }

  private static int checksum(byte[] entry) {
    CRC32C checksum = new CRC32C();
    checksum.update(entry);
    return (int) checksum.getValue();
  }
}
