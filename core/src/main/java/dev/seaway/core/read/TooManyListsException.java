package dev.seaway.core.read;

/** The path parameters of one kind make more lists than one run may read for it. */
final class TooManyListsException extends ReadException {

  TooManyListsException(String message) {
    super(Category.USER, message);
  }
}
