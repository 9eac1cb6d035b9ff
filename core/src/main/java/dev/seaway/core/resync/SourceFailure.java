package dev.seaway.core.resync;

import dev.seaway.core.SeawayException;
import dev.seaway.core.http.ApiException;

/** Tells failures that concern the whole tool from those of one list. */
final class SourceFailure {

  private SourceFailure() {}

  /** Nobody at the base URL, or nobody who knows these credentials. */
  static boolean isTotal(SeawayException failure) {
    return failure instanceof ApiException cause
        && switch (cause.reason()) {
          case CREDENTIALS, UNREACHABLE, TOKEN, INTERRUPTED -> true;
          case PERMISSION,
              NOT_FOUND,
              RATE_LIMITED,
              TIMEOUT,
              BROKEN_BODY,
              NOT_JSON,
              TOO_LARGE,
              FOREIGN_ORIGIN,
              REDIRECT,
              STATUS ->
              false;
        };
  }
}
