package dev.seaway.core.http;

import java.io.IOException;

/** An answer has more bytes than are accepted. */
final class TooLargeException extends IOException {

  TooLargeException(long maxResponseBytes) {
    super("more than " + maxResponseBytes + " bytes");
  }
}
