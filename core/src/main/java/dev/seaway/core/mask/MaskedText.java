package dev.seaway.core.mask;

/** A text of which parts are being masked, from its beginning to its end. */
final class MaskedText {

  private final String text;
  private final StringBuilder masked = new StringBuilder();
  private int done;

  MaskedText(String text) {
    this.text = text;
  }

  /** Hides this part; what lies before it and was not hidden stays. */
  void hide(int from, int to) {
    masked.append(text, done, from).append(SecretText.MASK);
    done = to;
  }

  @Override
  public String toString() {
    return done == 0 && masked.isEmpty() ? text : masked + text.substring(done);
  }
}
