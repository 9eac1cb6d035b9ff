package dev.seaway.core.resync;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.ShrinkingMode;

/**
 * Random APIs with random faults, over several runs: what the tool has is not deleted, unless no
 * sign told of it and few enough were; what is gone goes; what a run knows of it says; and it ends.
 */
class RandomHistoriesPropertyTest {

  private static final int NUMBERS = 160;

  /** One seed, so that every build tries the same histories; leave it out to try others. */
  @Property(
      seed = "20261130",
      tries = 10_000,
      edgeCases = EdgeCasesMode.NONE,
      shrinking = ShrinkingMode.BOUNDED)
  void deletesWhatIsGoneAndNothingElse(@ForAll("numbers") List<Integer> numbers) {
    new History(numbers).run();
  }

  @Provide
  Arbitrary<List<Integer>> numbers() {
    return Arbitraries.integers()
        .between(0, 1_000_000)
        .withDistribution(RandomDistribution.uniform())
        .list()
        .ofSize(NUMBERS);
  }
}
