package dev.seaway.core.read;

/** Where the reading of a list begins. */
public sealed interface Beginning {

  /** At its first page. */
  record First() implements Beginning {}

  /**
   * At a later page.
   *
   * @param position as {@link Place} has named it
   */
  record Later(String position) implements Beginning {}

  /** Behind its end: it is not read at all. */
  record Behind() implements Beginning {}
}
