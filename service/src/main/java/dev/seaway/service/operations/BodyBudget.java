package dev.seaway.service.operations;

/**
 * The bytes that the bodies of all requests may take together, each until it is answered. Beside
 * it, one body at a time is copied into one piece. Thread-safe.
 */
final class BodyBudget {

  private static final int SHARE_OF_HEAP = 8;

  private long left;

  BodyBudget(long bytes) {
    this.left = bytes;
  }

  /** A share of that heap; one body of the largest size fits in any case. */
  static BodyBudget ofHeap(long heapBytes) {
    return new BodyBudget(Math.max(Received.MAX_BODY_BYTES, heapBytes / SHARE_OF_HEAP));
  }

  /** False where so much is not left; then nothing is reserved. */
  synchronized boolean reserve(long bytes) {
    if (bytes > left) {
      return false;
    }
    left -= bytes;
    return true;
  }

  synchronized void release(long bytes) {
    left += bytes;
  }

  synchronized long left() {
    return left;
  }
}
