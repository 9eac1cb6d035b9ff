package dev.seaway.service.events;

import dev.seaway.core.SeawayException;

/** No live event can be applied now, whatever it is about: all of them wait. */
public final class StandstillException extends SeawayException {

  public StandstillException(SeawayException cause) {
    super(cause.category(), String.valueOf(cause.getMessage()), cause);
  }
}
