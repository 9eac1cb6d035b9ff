package dev.seaway.jq.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearMissTest {

  private static final List<String> KNOWN = List.of("identifier", "title", "data_path", "map");

  @ParameterizedTest
  @CsvSource({
    "identifer,identifier",
    "Title,title",
    "tilte,title",
    "datapath,data_path",
    "mao,map",
    "identfiier,identifier"
  })
  void findsTheWordThatWasMeant(String word, String meant) {
    assertThat(NearMiss.of(word, KNOWN)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"icon", "x", "zip", "''"})
  void findsNothingForAWordThatIsFarFromAll(String word) {
    assertThat(NearMiss.of(word, KNOWN)).isEmpty();
  }

  @Test
  void wordsAHint() {
    assertThat(NearMiss.hint("titel", KNOWN)).isEqualTo(" Did you mean title?");
    assertThat(NearMiss.hint("icon", KNOWN)).isEmpty();
  }
}
