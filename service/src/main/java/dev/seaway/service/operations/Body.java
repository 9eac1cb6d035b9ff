package dev.seaway.service.operations;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;

/**
 * What has come of a body: kept in blocks, so that it takes what was reserved for it and no more,
 * in however small parts it comes. Not thread-safe.
 */
final class Body {

  private static final int BLOCK_BYTES = 16 << 10;

  private final BodyBudget budget;
  private final int blockBytes;
  private final List<byte[]> blocks = new ArrayList<>();
  private long reserved;
  private int length;

  /**
   * @param mostBytes that are added to it
   */
  Body(BodyBudget budget, int mostBytes) {
    this.budget = budget;
    this.blockBytes = Math.min(BLOCK_BYTES, mostBytes);
  }

  /** False where the budget has no room for it. */
  boolean add(Buffer part) {
    int added = 0;
    while (added < part.length()) {
      int used = length % blockBytes;
      if (used == 0 && !grow()) {
        return false;
      }
      int count = Math.min(blockBytes - used, part.length() - added);
      part.getBytes(added, added + count, blocks.getLast(), used);
      added += count;
      length += count;
    }
    return true;
  }

  private boolean grow() {
    if (!budget.reserve(blockBytes)) {
      return false;
    }
    reserved += blockBytes;
    blocks.add(new byte[blockBytes]);
    return true;
  }

  /** All of it in one piece, which takes over what was reserved. */
  byte[] whole() {
    byte[] whole = new byte[length];
    int copied = 0;
    for (byte[] block : blocks) {
      int count = Math.min(blockBytes, length - copied);
      System.arraycopy(block, 0, whole, copied, count);
      copied += count;
    }
    blocks.clear();
    return whole;
  }

  /** Keeps nothing of it. */
  void release() {
    blocks.clear();
    length = 0;
    budget.release(reserved);
    reserved = 0;
  }
}
