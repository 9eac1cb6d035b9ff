package dev.seaway.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LongSetTest {

  @Test
  void holdsWhatASetHolds() {
    Random random = new Random(7);
    LongSet set = new LongSet();
    Set<Long> model = new HashSet<>();
    for (int i = 0; i < 50_000; i++) {
      long value = random.nextInt(4) == 0 ? random.nextInt(5_000) : random.nextLong();
      assertThat(set.add(value)).isEqualTo(model.add(value));
    }
    assertThat(model).allMatch(set::contains);
    for (int i = 0; i < 5_000; i++) {
      assertThat(set.contains(i)).isEqualTo(model.contains((long) i));
    }
  }
}
