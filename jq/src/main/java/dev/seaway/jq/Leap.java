package dev.seaway.jq;

/** Ends evaluations up to the place that made the target: {@code break}, or enough outputs. */
final class Leap extends RuntimeException {

  private final transient Env target;

  Leap(Env target) {
    super(null, null, false, false);
    this.target = target;
  }

  /** Runs what may leap to the target, which ends it. */
  static void land(Env target, Runnable body) {
    int level = target.run().level();
    try {
      body.run();
    } catch (Leap leap) {
      if (leap.target != target) {
        throw leap;
      }
      target.run().level(level);
    }
  }
}
