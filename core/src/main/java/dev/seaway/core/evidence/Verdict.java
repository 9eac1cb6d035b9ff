package dev.seaway.core.evidence;

/** Whether a list was read to its end. */
public sealed interface Verdict {

  /** Why, as a sentence that names the sign and its value. */
  String because();

  /** The answers say that all was read. */
  record Proven(String because) implements Verdict {}

  /**
   * The answers say neither that all was read nor that something is missing.
   *
   * @param advice how the user can have the end proven
   */
  record Inferred(String because, String advice) implements Verdict {}

  /**
   * The answers say that something is missing.
   *
   * @param advice what to do about it
   */
  record Contradicted(Contradiction contradiction, String because, String advice)
      implements Verdict {}

  /** What speaks against a list. */
  enum Contradiction {
    /** There is more of it. */
    MORE,
    /** What came is a part only. */
    PART,
    /** It changed while it was read. */
    MOVED,
    /** It changed while it was read, and more of it is known than what came. */
    LOST;

    /** Whether a further reading may settle it. */
    public boolean isMovement() {
      return this == MOVED || this == LOST;
    }
  }

  /** The sentence, and what to do. */
  default String text() {
    return switch (this) {
      case Proven proven -> proven.because();
      case Inferred inferred -> inferred.because() + "; " + inferred.advice();
      case Contradicted contradicted -> contradicted.because() + "; " + contradicted.advice();
    };
  }

  /** The same, said of one list of several. */
  default Verdict of(String list) {
    return switch (this) {
      case Proven(String because) -> new Proven(list + ": " + because);
      case Inferred(String because, String advice) -> new Inferred(list + ": " + because, advice);
      case Contradicted(Contradiction contradiction, String because, String advice) ->
          new Contradicted(contradiction, list + ": " + because, advice);
    };
  }

  /** The weaker of two: what holds for both lists together. */
  default Verdict and(Verdict other) {
    return other.weight() > weight() ? other : this;
  }

  private int weight() {
    return switch (this) {
      case Proven _ -> 0;
      case Inferred _ -> 1;
      case Contradicted contradicted ->
          switch (contradicted.contradiction()) {
            case MOVED -> 2;
            case LOST -> 3;
            case MORE, PART -> 4;
          };
    };
  }
}
