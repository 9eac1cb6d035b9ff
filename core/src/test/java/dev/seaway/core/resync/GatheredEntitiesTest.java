package dev.seaway.core.resync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.mapping.Entity;
import java.util.List;
import org.junit.jupiter.api.Test;

class GatheredEntitiesTest {

  private final GatheredEntities gathered = new GatheredEntities(true);

  @Test
  void takesTheOldestAndNoMoreThanIsWanted() {
    gathered.add(entity("a"), 0);
    gathered.add(entity("b"), 0);
    gathered.add(entity("c"), 0);

    assertThat(names(2)).containsExactly("a", "b");
    assertThat(gathered.size()).isEqualTo(1);
    assertThat(names(5)).containsExactly("c");
    assertThat(names(5)).isEmpty();
  }

  @Test
  void partsWhatTwoResourcesMakeOfOneEntity() {
    gathered.add(entity("a"), 0);
    gathered.add(entity("b"), 0);
    gathered.add(entity("a"), 1);
    gathered.add(entity("c"), 1);

    assertThat(names(9)).containsExactly("a", "b");
    assertThat(names(9)).containsExactly("a", "c");
  }

  @Test
  void leavesTogetherWhatOneResourceMakesTwice() {
    gathered.add(entity("a"), 0);
    gathered.add(entity("a"), 0);

    assertThat(names(9)).containsExactly("a", "a");
  }

  private List<String> names(int most) {
    return gathered.take(most).stream().map(Entity::id).toList();
  }

  private static Entity entity(String id) {
    return Entities.request(id, "{}");
  }
}
