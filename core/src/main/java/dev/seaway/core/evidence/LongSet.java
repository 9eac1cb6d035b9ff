package dev.seaway.core.evidence;

/** A set of 64-bit values at about 12 to 24 bytes each; open addressing. Not thread-safe. */
public final class LongSet {

  private long[] slots = new long[1 << 10];
  private int size;
  private boolean hasZero;

  /** True if the value was not there yet. */
  public boolean add(long value) {
    if (value == 0) {
      boolean added = !hasZero;
      hasZero = true;
      return added;
    }
    int slot = slotOf(slots, value);
    if (slots[slot] == value) {
      return false;
    }
    slots[slot] = value;
    size++;
    if (size > slots.length / 3 * 2) {
      grow();
    }
    return true;
  }

  /** Whether the value was added before. */
  public boolean contains(long value) {
    return value == 0 ? hasZero : slots[slotOf(slots, value)] == value;
  }

  /** How many different values there are. */
  public int size() {
    return hasZero ? size + 1 : size;
  }

  /** The slot that holds the value, or the free one in which it belongs. */
  private static int slotOf(long[] slots, long value) {
    int mask = slots.length - 1;
    int slot = (int) (value ^ (value >>> 32)) & mask;
    while (slots[slot] != 0 && slots[slot] != value) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] larger = new long[slots.length * 2];
    for (long value : slots) {
      if (value != 0) {
        larger[slotOf(larger, value)] = value;
      }
    }
    slots = larger;
  }
}
