package dev.seaway.core.http;

import java.io.IOException;

/** A compressed answer is damaged or incomplete. */
final class BrokenBodyException extends IOException {

  BrokenBodyException(String problem, IOException cause) {
    super(problem, cause);
  }
}
