package dev.seaway.jq.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShownTest {

  @Test
  void putsTheTextOnOneLine() {
    assertThat(Shown.shortened(" .a\n  | .b ")).isEqualTo(".a | .b");
  }

  @Test
  void cutsALongText() {
    assertThat(Shown.shortened("x".repeat(61))).isEqualTo("x".repeat(60) + "...");
    assertThat(Shown.shortened("x".repeat(60))).isEqualTo("x".repeat(60));
  }

  @Test
  void doesNotCutThroughACharacter() {
    assertThat(Shown.shortened("x".repeat(59) + "\uD83D\uDE00\uD83D\uDE00"))
        .isEqualTo("x".repeat(59) + "...");
  }
}
