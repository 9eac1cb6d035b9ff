package dev.seaway.jq;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadPathsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".a.subs",
        ".a.subs // []",
        ".a.subs?",
        "[.a.subs[]]",
        ".a.subs[]",
        ".a.\"subs\"[]",
        ".a[\"subs\"][]",
        ".[\"a\"][\"subs\"]",
        ".a | .subs",
        ".a | .subs | .[]",
        "(.a).subs[:5]",
        ".a as $a | $a.subs",
        ". as {a: {subs: $list}} | $list",
        "if .a.subs then .a.subs else [] end",
        "first(.a.subs, null)",
        ".a | select(. != null) | .subs | arrays",
        "getpath([\"a\", \"subs\"])",
        "try .a.subs catch []",
        ".a.subs | map(.)",
        ".a.subs | sort | reverse",
        ".a.subs + []",
        "label $out | .a.subs"
      })
  void knowsTheOnePathOf(String expression) {
    assertThat(paths(expression))
        .isEqualTo(new ReadPaths(Set.of(List.of("a", "subs")), Set.of("a", "subs"), true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "[.boards[].items[]] ! boards,items",
        ".boards | map(.items) | add ! boards,items",
        ".boards | map(select(.active)) ! boards,active",
        "reduce .boards[] as $board ([]; . + $board.items) ! boards,items",
        "[foreach .boards[] as [$one] (0; $one.items; .n)] ! boards,items,n",
        "def items: .items; .boards | map(items) ! items,boards",
        ".boards | map({id, list: .items}) ! boards,id,items",
        ".boards | to_entries | map(.value.items) ! boards,value,items",
        ".boards |= map(.items) ! boards,items",
        "[.boards[] | \"\\(.items)\"] ! boards,items"
      })
  void knowsTheNamesOfWhatLiesInTheElementsOfAList(String expression, String names) {
    ReadPaths read = paths(expression);

    assertThat(read.paths()).containsExactly(List.of("boards"));
    assertThat(read.names()).containsExactlyInAnyOrder(names.split(",", -1));
    assertThat(read.isPlain()).isEqualTo(read.names().size() == 1);
  }

  @Test
  void knowsSeveralPaths() {
    assertThat(paths(".a + .b // .c").paths())
        .containsExactlyInAnyOrder(List.of("a"), List.of("b"), List.of("c"));
  }

  @Test
  void takesAConditionForNoPath() {
    assertThat(paths("if .total > 3 then .items else [] end"))
        .isEqualTo(new ReadPaths(Set.of(List.of("items")), Set.of("total", "items"), false));
  }

  @Test
  void knowsNoPathBehindWhatIsComputed() {
    assertThat(paths(".. | .subs?").paths()).isEmpty();
    assertThat(paths("{list: .subs} | .list").paths()).containsExactly(List.of("subs"));
    assertThat(paths(".a as $x | .b as $x | $x.subs").paths()).isEmpty();
    assertThat(paths(".[.key].subs").names()).containsExactlyInAnyOrder("key", "subs");
    assertThat(paths("1").paths()).isEmpty();
    assertThat(paths(".").paths()).isEmpty();
  }

  @Test
  void endsWithFewPathsHoweverManyAnExpressionMakes() {
    ReadPaths many = paths("(.a,.b)" + "|(.a,.b)".repeat(150));
    ReadPaths deep = paths(".a" + ".a".repeat(100));

    assertThat(many.names()).containsExactlyInAnyOrder("a", "b");
    assertThat(many.paths()).hasSizeLessThan(1_000);
    assertThat(deep.paths()).isEmpty();
    assertThat(deep.isPlain()).isFalse();
  }

  private static ReadPaths paths(String expression) {
    return Program.compile(expression, Map.of()).readPaths();
  }
}
