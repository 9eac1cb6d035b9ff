package dev.seaway.core.resync;

import java.util.List;

/**
 * Numbers from which a history is made, one after the other; where they are used up, zeros follow.
 * The first of several things is the plainest, so that smaller numbers make plainer histories.
 */
final class Choices {

  private final List<Integer> numbers;
  private int used;

  Choices(List<Integer> numbers) {
    this.numbers = numbers;
  }

  /** From 0 to below the bound. */
  int below(int bound) {
    int number = used < numbers.size() ? numbers.get(used) : 0;
    used++;
    return number % bound;
  }

  int between(int least, int most) {
    return least + below(most - least + 1);
  }

  boolean percent(int share) {
    return below(100) >= 100 - share;
  }

  <T> T oneOf(List<T> things) {
    return things.get(below(things.size()));
  }

  @SafeVarargs
  final <T> T oneOf(T... things) {
    return things[below(things.length)];
  }
}
