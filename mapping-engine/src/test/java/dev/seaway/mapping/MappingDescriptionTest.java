package dev.seaway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.mapping.Outcome.Mapped;
import org.junit.jupiter.api.Test;

/** What a mapping tells of itself and of what it maps. */
class MappingDescriptionTest {

  @Test
  void knowsWhatItMaps() {
    Mapping mapping =
        Json.mapping(
            """
            [{identifier: ".id", blueprint: "'a'", title: ".t", properties: {p: ".", q: "."}},
             {identifier: ".id", blueprint: "\\"b\\"", team: ".t", properties: {q: "."},
              relations: {r: "."}}]
            """);

    assertThat(mapping.blueprints()).containsExactly("a", "b");
    assertThat(mapping.feedsAnyBlueprint()).isFalse();
    assertThat(mapping.properties()).containsExactly("p", "q");
    assertThat(mapping.relations()).containsExactly("r");
    assertThat(mapping.mapsTitle()).isTrue();
    assertThat(mapping.mapsTeam()).isTrue();
    assertThat(mapping.mapsIcon()).isFalse();
    assertThat(Json.mapping("{identifier: \".id\", blueprint: \"'a'\", icon: \"'i'\"}"))
        .matches(Mapping::mapsIcon)
        .matches(other -> !other.mapsTitle() && !other.mapsTeam());
  }

  /** By its identity what is known of the fields is kept, so it must not be made anew. */
  @Test
  void describesItsFieldsByOneListForAllRecords() {
    Mapping mapping =
        Json.mapping(
            "{identifier: \".id\", blueprint: \"'b'\","
                + " properties: {p: \".p\", q: \".q\", r: \".r\", s: \".s\"}}");

    Mapped one = (Mapped) mapping.apply(Json.of("{\"id\": \"1\"}")).getFirst();
    Mapped other = (Mapped) mapping.apply(Json.of("{\"id\": \"2\"}")).getFirst();

    assertThat(one.fields()).hasSizeGreaterThan(2).isSameAs(other.fields());
  }

  @Test
  void aComputedBlueprintMayBeAny() {
    Mapping mapping =
        Json.mapping(
            "[{identifier: \".id\", blueprint: \"'a'\"}, {identifier: \".id\", blueprint:"
                + " \".b\"}]");

    assertThat(mapping.blueprints()).isEmpty();
    assertThat(mapping.feedsAnyBlueprint()).isTrue();
  }
}
