package dev.seaway.core.read;

/** Where the reading of a list begins. */
public sealed interface StartPosition {

  /** At its first page. */
  record First() implements StartPosition {}

  /**
   * At a later page.
   *
   * @param position as {@link PagePosition} has named it
   */
  record Later(String position) implements StartPosition {}

  /** Behind its end: it is not read at all. */
  record Behind() implements StartPosition {}
}
