package dev.seaway.benchmarks.whole;

/** Seaway beside the floor program in one scenario. */
record Comparison(Scenario scenario, Measured seaway, Measured floor) {

  double wallRatio() {
    return seaway.wallSeconds() / floor.wallSeconds();
  }

  double processorRatio() {
    return seaway.processorSeconds() / floor.processorSeconds();
  }

  double entitiesPerSecond() {
    return scenario.size().total() / seaway.wallSeconds();
  }
}
