package dev.seaway.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;

class SecretTest {

  private static final Secret SECRET = Secret.of(" hunter2\n");

  @Test
  void isShownNowhere() {
    assertThat(SECRET).hasToString("***");
    assertThat(new Auth.Basic("me", SECRET).toString()).doesNotContain("hunter2");
    assertThatThrownBy(() -> new JsonMapper().writeValueAsString(SECRET))
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void losesTheWhiteSpaceAroundIt() {
    assertThat(SECRET.reveal()).isEqualTo("hunter2");
  }

  @Test
  void isEqualToTheSameValue() {
    assertThat(SECRET)
        .isEqualTo(Secret.of("hunter2"))
        .hasSameHashCodeAs(Secret.of("hunter2"))
        .isNotEqualTo(Secret.of("hunter3"));
  }

  @Test
  void isReadFromJson() throws Exception {
    assertThat(new JsonMapper().readValue("\"hunter2\"", Secret.class)).isEqualTo(SECRET);
  }
}
