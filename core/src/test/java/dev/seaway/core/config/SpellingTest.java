package dev.seaway.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SpellingTest {

  @Test
  void findsTheWordThatWasMeant() {
    List<String> known = List.of("offset", "page", "next_link", "link");

    assertThat(Spelling.nearest("nxt_link", known)).contains("next_link");
    assertThat(Spelling.nearest("nextLink", known)).contains("next_link");
    assertThat(Spelling.nearest("ofsfet", known)).contains("offset");
    assertThat(Spelling.nearest("pages", known)).contains("page");
    assertThat(Spelling.nearest("graphql", known)).isEmpty();
  }

  @Test
  void spellsKeysAsVariables() {
    assertThat(Spelling.upperSnake("customAuthRequest")).isEqualTo("CUSTOM_AUTH_REQUEST");
    assertThat(Spelling.upperSnake("verifySsl")).isEqualTo("VERIFY_SSL");
    assertThat(Spelling.upperSnake("hasMorePath2")).isEqualTo("HAS_MORE_PATH2");
  }

  @Property
  void comparesASpelledKeyWithItsOwnName(@ForAll @AlphaChars @StringLength(min = 1) String name) {
    assertThat(Spelling.plain(Spelling.upperSnake(name))).isEqualTo(Spelling.plain(name));
  }
}
