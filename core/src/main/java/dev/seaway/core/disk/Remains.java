package dev.seaway.core.disk;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/** What lies behind the last entry that could be read: a torn end, or damage before more. */
final class Remains {

  private static final int HEAD = 2 * Integer.BYTES;
  private static final int PIECE = 1 << 16;

  private final RandomAccessFile file;
  private final long size;
  // Of remains that mean nothing every byte may look like the beginning of a long entry.
  private long mayBeChecked = 256L << 20;

  private Remains(RandomAccessFile file, long size) {
    this.file = file;
    this.size = size;
  }

  /** Whether there is a whole entry anywhere from that byte on; true too if it cannot be told. */
  static boolean holdEntry(Path path, long from) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toString(), "r");
        DataInputStream bytes =
            new DataInputStream(new BufferedInputStream(Files.newInputStream(path), PIECE))) {
      bytes.skipNBytes(from);
      return new Remains(file, file.length()).holdEntry(bytes, from);
    }
  }

  private boolean holdEntry(DataInputStream bytes, long from) throws IOException {
    if (size - from <= HEAD) {
      return false;
    }
    int length = bytes.readInt();
    for (long at = from; at + HEAD < size; at++) {
      boolean fits = length > 0 && length <= Frames.LARGEST && length <= size - at - HEAD;
      if (fits && isWhole(at, length)) {
        return true;
      }
      length = length << Byte.SIZE | bytes.readUnsignedByte();
    }
    return false;
  }

  private boolean isWhole(long at, int length) throws IOException {
    mayBeChecked -= length;
    if (mayBeChecked < 0) {
      return true;
    }
    file.seek(at + Integer.BYTES);
    int wanted = file.readInt();
    CRC32C checksum = new CRC32C();
    byte[] piece = new byte[Math.min(length, PIECE)];
    for (int left = length; left > 0; left -= piece.length) {
      int next = Math.min(left, piece.length);
      file.readFully(piece, 0, next);
      checksum.update(piece, 0, next);
    }
    return (int) checksum.getValue() == wanted;
  }
}
