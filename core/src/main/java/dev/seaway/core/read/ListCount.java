package dev.seaway.core.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts the lists that the path parameters of one kind make, and ends it at too many. */
final class ListCount {

  private static final Logger log = LoggerFactory.getLogger(ListCount.class);
  private static final int MANY = 10_000;
  private static final String ADVICE =
      " Leave values out with the filter of path_parameters, or raise OCEAN__SEAWAY__MAX_LISTS.";

  private final String kind;
  private final long most;
  private final List<String> factors = new ArrayList<>();
  private long product = 1;
  private long begun;

  ListCount(String kind, long most) {
    this.kind = kind;
    this.most = most;
  }

  /** So many values of that parameter by now; more may come. */
  void atLeast(String parameter, int values) {
    if (values > most / product) {
      throw tooMany("at least " + values, parameter);
    }
  }

  /** That parameter has so many values, whatever the others are. */
  void times(String parameter, int values) {
    atLeast(parameter, values);
    product *= values;
    factors.add(parameter + " has " + values);
  }

  /** Says how many lists are about to be read, where it is many. */
  void announce() {
    if (product >= MANY) {
      log.info("{} is read as {} lists or more: {}", kind, product, String.join(", ", factors));
    }
  }

  /** One more list is about to be read. */
  void next() {
    if (++begun > most) {
      throw new TooManyListsException(sentence() + "." + ADVICE);
    }
  }

  private TooManyListsException tooMany(String values, String parameter) {
    List<String> all = new ArrayList<>(factors);
    all.add(parameter + " has " + values);
    return new TooManyListsException(
        sentence() + ": " + String.join(", ", all) + " values." + ADVICE);
  }

  private String sentence() {
    return String.format(
        Locale.ROOT, "%s: its path parameters make more than %,d lists", kind, most);
  }
}
