package dev.seaway.jq;

import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The encoding of RFC 4648 in letters and the digits 2 to 7. */
final class Base32 {

  private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Base32() {}

  static String encode(Run run, String text) {
    StringBuilder encoded = new StringBuilder();
    int bits = 0;
    int count = 0;
    for (byte part : text.getBytes(StandardCharsets.UTF_8)) {
      bits = (bits << 8 | (part & 0xFF)) & 0xFFFFF;
      count += 8;
      while (count >= 5) {
        count -= 5;
        encoded.append(DIGITS.charAt(bits >> count & 31));
      }
    }
    if (count > 0) {
      encoded.append(DIGITS.charAt(bits << (5 - count) & 31));
    }
    while (encoded.length() % 8 != 0) {
      encoded.append('=');
    }
    return encoded.toString();
  }

  static String decode(Run run, String text) {
    ByteArrayOutputStream decoded = new ByteArrayOutputStream();
    int bits = 0;
    int count = 0;
    String digits = Texts.without(text, '=');
    for (int i = 0; i < digits.length(); i++) {
      int digit = DIGITS.indexOf(digits.charAt(i));
      if (digit < 0) {
        throw new JqError(Types.shown(TextNode.valueOf(text)) + " is not valid base32 data");
      }
      bits = (bits << 5 | digit) & 0xFFFFF;
      count += 5;
      if (count >= 8) {
        count -= 8;
        decoded.write(bits >> count & 0xFF);
      }
    }
    return Utf8.text(decoded.toByteArray());
  }
}
