package dev.seaway.service.events;

import java.util.Collection;
import java.util.List;

/** The events that could not be applied, for people to look at and to decide about. */
public interface DeadLetters extends AutoCloseable {

  /** All, in the order of their numbers. */
  List<DeadLetter> list();

  /** Puts them anew, behind all that waits. Returns how many there were. */
  int replay(Collection<Long> numbers);

  /** Throws them away. Returns how many there were. */
  int drop(Collection<Long> numbers);

  @Override
  void close();
}
