package dev.seaway.core.mask;

/** Masks e-mail addresses in a text. */
public final class MailAddresses {

  private MailAddresses() {}

  /** The text with every address replaced. */
  public static String mask(String text) {
    MaskedText marked = new MaskedText(text);
    int done = 0;
    for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', Math.max(at + 1, done))) {
      int from = begin(text, at, done);
      int to = end(text, at + 1);
      if (from < at && text.substring(at + 1, to).indexOf('.') > 0) {
        marked.hide(from, to);
        done = to;
      } else {
        done = at + 1;
      }
    }
    return marked.toString();
  }

  /** No further back than where the last address ended, so that no sign is looked at twice. */
  private static int begin(String text, int at, int bound) {
    int from = at;
    while (from > bound && isOfName(text.charAt(from - 1))) {
      from--;
    }
    return from;
  }

  private static int end(String text, int from) {
    int to = from;
    while (to < text.length() && (isWord(text.charAt(to)) || text.charAt(to) == '.')) {
      to++;
    }
    return to > from && text.charAt(to - 1) == '.' ? to - 1 : to;
  }

  private static boolean isOfName(char sign) {
    return isWord(sign) || sign == '.' || sign == '+' || sign == '%';
  }

  private static boolean isWord(char sign) {
    return Character.isLetterOrDigit(sign) || sign == '_' || sign == '-';
  }
}
