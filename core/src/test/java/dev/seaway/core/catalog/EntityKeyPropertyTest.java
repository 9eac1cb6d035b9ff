package dev.seaway.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class EntityKeyPropertyTest {

  /** Runs that are resumed have kept hashes that were made so. */
  @Property
  void hashesATargetAsTheKeyWithBothNamesForABlueprint(
      @ForAll String blueprint, @ForAll String relation, @ForAll String identifier) {
    assertThat(EntityKey.hashOfTarget(blueprint, relation, identifier))
        .isEqualTo(new EntityKey(blueprint + '\u0000' + relation, identifier).hash());
  }
}
