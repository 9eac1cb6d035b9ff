package dev.seaway.core.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Field names that were met before, so that each is made into a text once. It forgets a name when
 * another needs its place. Thread-safe without a lock: what another thread has not seen yet is only
 * made again.
 */
final class FieldNames {

  private static final int PLACES = 1 << 10;
  private static final int LONGEST = 64;

  /** Its fields are final, so that a thread that sees it sees it whole. */
  private static final class Name {
    private final String text;
    private final byte[] spelled;

    Name(String text, byte[] spelled) {
      this.text = text;
      this.spelled = spelled;
    }

    boolean isSpelled(byte[] body, int from, int to) {
      return Arrays.equals(spelled, 0, spelled.length, body, from, to);
    }
  }

  private final @Nullable Name[] places = new Name[PLACES];

  /**
   * @param hash of the bytes, by which the place is found
   */
  String of(byte[] body, int start, int length, int hash) {
    int place = (hash ^ (hash >>> 15)) & (PLACES - 1);
    Name known = places[place];
    if (known != null && known.isSpelled(body, start, start + length)) {
      return known.text;
    }
    String text = new String(body, start, length, StandardCharsets.ISO_8859_1);
    if (length <= LONGEST) {
      places[place] = new Name(text, Arrays.copyOfRange(body, start, start + length));
    }
    return text;
  }
}
