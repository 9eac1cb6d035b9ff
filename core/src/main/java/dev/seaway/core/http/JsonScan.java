package dev.seaway.core.http;

/**
 * Moves over a JSON document of the ordinary kind, and can pass over a value without keeping it. It
 * passes over nothing that it would not read: a malformed value is found either way.
 */
class JsonScan {

  /** Not an error: somebody else reads this document. */
  static final class Unusual extends RuntimeException {
    Unusual() {
      super("left to the general reader", null, false, false);
    }
  }

  /** A key that stands twice, with different values, where a document speaks of its list. */
  static final class Repeated extends RuntimeException {

    private final String key;

    Repeated(String key) {
      super("a key is repeated", null, false, false);
      this.key = key;
    }

    String key() {
      return key;
    }
  }

  /** More values than there is room for: no other reader would fare better. */
  static final class TooManyValues extends RuntimeException {
    TooManyValues() {
      super("too many values", null, false, false);
    }
  }

  /** The table of its fields takes as much memory as so many small values. */
  static final int MORE_OF_OBJECT = 2;

  private static final int MAX_DEPTH = 100;

  final byte[] body;
  final JsonText text;
  int at;
  private int depth;
  private int valuesLeft;

  /**
   * @param maxValues that may be passed over; an object counts as {@value #MORE_OF_OBJECT} more
   */
  JsonScan(byte[] body, int maxValues) {
    this.body = body;
    this.valuesLeft = maxValues;
    this.text = new JsonText(body);
  }

  /**
   * Passes over the whole document, so that one of too many values never becomes a tree. A value
   * has a byte at least: a smaller document is not looked at.
   */
  static void checkSize(byte[] body, int maxValues) {
    if (body.length > maxValues) {
      JsonScan scan = new JsonScan(body, maxValues);
      scan.pass(scan.afterSpace());
    }
  }

  /** Passes over the value that begins with that byte, which is behind us already. */
  final void pass(byte first) {
    count(1);
    switch (first) {
      case '"' -> passString();
      case '{' -> passObject();
      case '[' -> passArray();
      case 't' -> passLiteral("rue");
      case 'f' -> passLiteral("alse");
      case 'n' -> passLiteral("ull");
      default -> JsonNumber.of(body, at - 1, endOfNumber());
    }
  }

  private void passObject() {
    enter();
    count(MORE_OF_OBJECT);
    byte next = afterSpace();
    if (next != '}') {
      passField(next);
      while ((next = afterSpace()) == ',') {
        passField(afterSpace());
      }
      expect(next, '}');
    }
    leave();
  }

  private void passField(byte first) {
    expect(first, '"');
    passString();
    expect(afterSpace(), ':');
    pass(afterSpace());
  }

  private void passArray() {
    enter();
    byte next = afterSpace();
    if (next != ']') {
      pass(next);
      while ((next = afterSpace()) == ',') {
        pass(afterSpace());
      }
      expect(next, ']');
    }
    leave();
  }

  private void passString() {
    int start = at;
    byte special = toSpecial();
    while (special == '\\') {
      at += text.lengthOfEscape(at);
      special = toSpecial();
    }
    if (special < 0) {
      text.from(start);
      at = text.end();
    } else {
      expect(special, '"');
    }
  }

  /** Moves behind the next byte of a string that ends it, or has to be looked at. */
  final byte toSpecial() {
    byte[] bytes = body;
    int next = at;
    byte special;
    do {
      special = bytes[next++];
    } while (special >= ' ' && special != '"' && special != '\\');
    at = next;
    return special;
  }

  final void passLiteral(String rest) {
    for (int i = 0; i < rest.length(); i++) {
      expect(body[at++], rest.charAt(i));
    }
  }

  /** Moves to the end of the number whose first byte is behind us. */
  final int endOfNumber() {
    while (at < body.length && JsonNumber.isPart(body[at])) {
      at++;
    }
    return at;
  }

  final void passEnd() {
    while (at < body.length) {
      if (!isSpace(body[at++])) {
        throw new Unusual();
      }
    }
  }

  private void count(int values) {
    valuesLeft -= values;
    if (valuesLeft < 0) {
      throw new TooManyValues();
    }
  }

  final void enter() {
    if (++depth > MAX_DEPTH) {
      throw new Unusual();
    }
  }

  final void leave() {
    depth--;
  }

  final byte afterSpace() {
    byte next = body[at++];
    while (next <= ' ' && isSpace(next)) {
      next = body[at++];
    }
    return next;
  }

  static void expect(byte found, char wanted) {
    if (found != wanted) {
      throw new Unusual();
    }
  }

  private static boolean isSpace(byte value) {
    return value == ' ' || value == '\n' || value == '\r' || value == '\t';
  }
}
