package dev.seaway.core.mask;

/** Masks the password in {@code user:password@host}. */
final class AddressPasswords {

  private static final String ENDS = " \t\r\n/\"'<>,;(){}[]";

  private AddressPasswords() {}

  static String mask(String text) {
    MaskedText marked = new MaskedText(text);
    int from = 0;
    for (int at = 0; at <= text.length(); at++) {
      if (at == text.length() || ENDS.indexOf(text.charAt(at)) >= 0) {
        mask(text, from, at, marked);
        from = at + 1;
      }
    }
    return marked.toString();
  }

  private static void mask(String text, int from, int to, MaskedText marked) {
    int sign = text.substring(from, to).lastIndexOf('@');
    int colon = text.substring(from, to).indexOf(':');
    if (colon >= 0 && colon + 1 < sign) {
      marked.hide(from + colon + 1, from + sign);
    }
  }
}
