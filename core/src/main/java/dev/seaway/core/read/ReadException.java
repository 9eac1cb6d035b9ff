package dev.seaway.core.read;

import dev.seaway.core.SeawayException;
import org.jspecify.annotations.Nullable;

/**
 * A list could not be read to its end, for a reason that lies in its answers and not in the
 * network.
 */
public sealed class ReadException extends SeawayException permits TooManyListsException {

  public ReadException(Category category, String message, @Nullable Throwable cause) {
    super(category, message, cause);
  }

  public ReadException(Category category, String message) {
    super(category, message);
  }
}
