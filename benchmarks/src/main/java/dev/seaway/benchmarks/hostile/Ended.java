package dev.seaway.benchmarks.hostile;

/**
 * How a hostile program ended.
 *
 * @param asItShould whether it failed and named itself
 */
record Ended(String line, long millis, String how, boolean asItShould) {

  @Override
  public String toString() {
    return "%5d ms  %s%s%n          %s".formatted(millis, asItShould ? "" : "WRONG: ", line, how);
  }
}
