package dev.seaway.core.mask;

/** Masks PEM blocks, those too whose end is missing. */
final class KeyBlocks {

  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "-----END ";
  private static final String DASHES = "-----";

  private KeyBlocks() {}

  static String mask(String text) {
    MaskedText marked = new MaskedText(text);
    int begin = text.indexOf(BEGIN);
    while (begin >= 0) {
      int end = end(text, begin);
      marked.hide(begin, end);
      begin = text.indexOf(BEGIN, end);
    }
    return marked.toString();
  }

  private static int end(String text, int begin) {
    int end = text.indexOf(END, begin);
    int dashes = end < 0 ? -1 : text.indexOf(DASHES, end + END.length());
    return dashes < 0 ? text.length() : dashes + DASHES.length();
  }
}
