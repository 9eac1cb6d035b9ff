package dev.seaway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.mapping.Outcome.Mapped;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A bit for each field that is null, in the order in which the fields are described. */
class NullBitsTest {

  private static final Mapping MAPPING =
      Json.mapping(
          """
          {identifier: ".id", blueprint: "'b'", title: ".t",
           properties: {p: ".p", q: ".q"}, relations: {r: ".r"}}
          """);

  @Test
  void countTheTitleThenThePropertiesThenTheRelations() {
    assertThat(nulls("{id: \"1\", t: \"T\", p: 1, q: 2, r: \"x\"}")).isZero();
    assertThat(nulls("{id: \"1\", p: 1, q: 2, r: \"x\"}")).isEqualTo(0b0001);
    assertThat(nulls("{id: \"1\", t: \"T\", q: 2, r: \"x\"}")).isEqualTo(0b0010);
    assertThat(nulls("{id: \"1\", t: \"T\", p: 1, r: \"x\"}")).isEqualTo(0b0100);
    assertThat(nulls("{id: \"1\", t: \"T\", p: 1, q: 2}")).isEqualTo(0b1000);
  }

  @Test
  void leaveOutWhatFailed() {
    Mapping failing =
        Json.mapping(
            "{identifier: \".id\", blueprint: \"'b'\", properties: {p: \".p.x\", q: \".q\"}}");

    Mapped mapped = (Mapped) failing.apply(Json.of("{id: \"1\", p: 5}")).getFirst();

    assertThat(mapped.faults()).hasSize(1);
    assertThat(mapped.nulls()).isEqualTo(0b10);
  }

  /** Null would go over a value that may well be right. */
  @Test
  void aFieldWhoseEvaluationWasEndedAtALimitIsNotSent() {
    Mapping endless =
        Json.mapping(
            """
            {identifier: ".id", blueprint: "'b'", properties: {
               p: {x: "last(range(1e12))", y: ".id"}, q: ".q", e: "error('x')"}}
            """);

    Mapped mapped = (Mapped) endless.apply(Json.of("{id: \"1\", q: 2}")).getFirst();

    assertThat(mapped.entity().json().path("properties")).isEqualTo(Json.of("{q: 2, e: null}"));
    assertThat(mapped.faults()).extracting(FieldFault::isHeldBack).containsExactly(true, false);
  }

  @Test
  void endAtTheSixtyFourthField() {
    String properties =
        IntStream.range(0, 70)
            .mapToObj("p%d: \".none\""::formatted)
            .collect(Collectors.joining(", "));
    Mapping wide =
        Json.mapping("{identifier: \".id\", blueprint: \"'b'\", properties: {" + properties + "}}");

    assertThat(((Mapped) wide.apply(Json.of("{id: \"1\"}")).getFirst()).nulls()).isEqualTo(-1L);
  }

  private static long nulls(String record) {
    return ((Mapped) MAPPING.apply(Json.of(record)).getFirst()).nulls();
  }
}
