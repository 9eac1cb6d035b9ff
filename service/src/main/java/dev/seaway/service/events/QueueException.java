package dev.seaway.service.events;

import dev.seaway.core.SeawayException;
import org.jspecify.annotations.Nullable;

/** An event could not be kept, so that its sender must keep it. */
public final class QueueException extends SeawayException {

  public QueueException(Category category, String message, @Nullable Throwable cause) {
    super(category, message, cause);
  }
}
