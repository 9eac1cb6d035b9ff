package dev.seaway.core.http;

import java.nio.charset.StandardCharsets;

/** Reads strings of JSON that hold escapes or more than ASCII. */
final class JsonText {

  private static final char REPLACEMENT = '\uFFFD';

  private final byte[] body;
  private int end;

  JsonText(byte[] body) {
    this.body = body;
  }

  /** The string whose first character lies there; {@link #end} is then behind its quote. */
  String from(int start) {
    StringBuilder text = new StringBuilder();
    int plain = start;
    int at = start;
    boolean surrogates = false;
    byte next;
    while ((next = body[at]) != '"') {
      if (next >= 0 && next < ' ') {
        throw new JsonScan.Unusual();
      }
      if (next == '\\') {
        text.append(decoded(plain, at));
        char escaped = escaped(at + 1);
        text.append(escaped);
        surrogates |= Character.isSurrogate(escaped);
        at += body[at + 1] == 'u' ? 6 : 2;
        plain = at;
      } else {
        at++;
      }
    }
    end = at + 1;
    String rest = decoded(plain, at);
    if (text.isEmpty()) {
      return rest;
    }
    String whole = text.append(rest).toString();
    return surrogates ? paired(whole) : whole;
  }

  /** Half of a pair is no character: UTF-8 cannot carry it, and jq reads U+FFFD in its place. */
  static String paired(String text) {
    StringBuilder paired = new StringBuilder(text.length());
    text.codePoints()
        .map(point -> isHalf(point) ? REPLACEMENT : point)
        .forEach(paired::appendCodePoint);
    return paired.toString();
  }

  private static boolean isHalf(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }

  int end() {
    return end;
  }

  /** What is no UTF-8 would become a replacement character, and is left to the other reader. */
  private String decoded(int from, int to) {
    String text = new String(body, from, to - from, StandardCharsets.UTF_8);
    if (text.indexOf(REPLACEMENT) >= 0) {
      throw new JsonScan.Unusual();
    }
    return text;
  }

  /** How many bytes follow the backslash of the escape that is there. */
  int lengthOfEscape(int at) {
    escaped(at);
    return body[at] == 'u' ? 5 : 1;
  }

  private char escaped(int at) {
    return switch (body[at]) {
      case '"' -> '"';
      case '\\' -> '\\';
      case '/' -> '/';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode(at + 1);
      default -> throw new JsonScan.Unusual();
    };
  }

  private char unicode(int at) {
    int value = 0;
    for (int i = at; i < at + 4; i++) {
      int digit = body[i] < 0 ? -1 : Character.digit(body[i], 16);
      if (digit < 0) {
        throw new JsonScan.Unusual();
      }
      value = value * 16 + digit;
    }
    return (char) value;
  }
}
