package dev.seaway.distribution.fake;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Which requests a fault hits; combine with {@code and}. */
public final class When {

  private When() {}

  /** Every request. */
  public static Predicate<Recorded> always() {
    return request -> true;
  }

  /** Requests whose decoded path ends so. */
  public static Predicate<Recorded> path(String ending) {
    return request -> request.path().endsWith(ending);
  }

  /** Requests of that method. */
  public static Predicate<Recorded> method(String method) {
    return request -> request.method().equals(method);
  }

  /** The request of that number, of all that the server got, from 1. */
  public static Predicate<Recorded> number(int number) {
    return request -> request.number() == number;
  }

  /** Every nth request of all that the server got. */
  public static Predicate<Recorded> every(int nth) {
    return request -> request.number() % nth == 0;
  }

  /** The request of that number to its own path, from 1: retries count. */
  public static Predicate<Recorded> numberOfPath(int number) {
    return request -> request.numberOfPath() == number;
  }

  /** Every nth request to its own path. */
  public static Predicate<Recorded> everyOfPath(int nth) {
    return request -> request.numberOfPath() % nth == 0;
  }

  /** The request of that number, from 1, of those that fit. */
  public static Predicate<Recorded> nth(int number, Predicate<Recorded> when) {
    AtomicInteger fitting = new AtomicInteger();
    return request -> when.test(request) && fitting.incrementAndGet() == number;
  }

  /** Requests for the page that starts there: hits every retry as well. */
  public static Predicate<Recorded> start(int start) {
    return request -> request.query("start").contains(Integer.toString(start));
  }
}
