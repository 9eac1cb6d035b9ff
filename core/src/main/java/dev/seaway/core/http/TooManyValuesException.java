package dev.seaway.core.http;

import java.io.IOException;

/** A document holds more values than there is room for. */
final class TooManyValuesException extends IOException {

  TooManyValuesException(int maxValues) {
    super("more than " + maxValues + " values");
  }
}
