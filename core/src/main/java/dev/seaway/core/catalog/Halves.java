package dev.seaway.core.catalog;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Finds what makes the catalog refuse a whole call: sends what was refused in halves, and halves of
 * these. One guilty item of n takes at most 2 * log2(n) further calls. Where as many calls in a row
 * are refused and none was taken, it is not one item that is at fault, and the search ends.
 */
final class Halves {

  /** What became of one call. */
  enum Answer {
    /** The catalog took the call, whatever it says of single items. */
    TAKEN,
    /** Something in the call made the catalog refuse all of it. */
    REFUSED,
    /** It was too large, so that halves are sure to help. */
    TOO_LARGE,
    /** Refused for a reason that halves have too. */
    REFUSED_FOR_ALL
  }

  /** Sends the items from one place to another, and keeps what came of each. */
  interface Call {
    Answer send(int from, int to);
  }

  /** How a search ended. */
  enum End {
    /** The catalog took at least one call. */
    TAKEN,
    /** The catalog refused each item, alone or with all others. */
    REFUSED,
    /** The search was given up: not one call was taken. */
    GIVEN_UP
  }

  private record Part(int from, int to) {
    boolean isSingle() {
      return to - from == 1;
    }
  }

  private final int patience;
  private final Deque<Part> open = new ArrayDeque<>();
  private boolean taken;
  private int refused;

  private Halves(int length) {
    this.patience = Math.max(1, 2 * (Integer.SIZE - Integer.numberOfLeadingZeros(length - 1)));
    open.add(new Part(0, length));
  }

  /** Sends all items, in the fewest calls that the catalog takes. */
  static End send(int length, Call call) {
    return new Halves(length).run(call);
  }

  private End run(Call call) {
    while (!open.isEmpty()) {
      if (!taken && refused > patience) {
        return End.GIVEN_UP;
      }
      Part part = open.poll();
      switch (call.send(part.from(), part.to())) {
        case TAKEN -> taken = true;
        case REFUSED -> {
          refused++;
          halve(part);
        }
        case TOO_LARGE -> halve(part);
        case REFUSED_FOR_ALL -> {}
      }
    }
    return taken ? End.TAKEN : End.REFUSED;
  }

  private void halve(Part part) {
    if (!part.isSingle()) {
      int middle = (part.from() + part.to()) >>> 1;
      open.add(new Part(part.from(), middle));
      open.add(new Part(middle, part.to()));
    }
  }
}
