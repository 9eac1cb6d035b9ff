package dev.seaway.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The page of how an end is proven lists the words that are known; {@code -Dseaway.write=true}
 * writes the list anew.
 */
class CompletenessPageTest {

  private static final Path PAGE = Path.of("..", "docs", "completeness.md");
  private static final String BEGIN = "| what it says | words | seen at |\n|---|---|---|\n";
  private static final String HEADER = "header:";

  @Test
  void listsTheWordsThatAreKnown() throws IOException {
    String page = Files.readString(PAGE);
    if (Boolean.getBoolean("seaway.write")) {
      Files.writeString(PAGE, withTable(page));
    }

    assertThat(Files.readString(PAGE))
        .as("run CompletenessPageTest with -Dseaway.write=true")
        .isEqualTo(withTable(page));
  }

  private static String withTable(String page) {
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    assertThat(page).contains(BEGIN);
    int end = begin;
    while (page.startsWith("|", end)) {
      end = page.indexOf('\n', end) + 1;
    }
    return page.substring(0, begin) + table() + page.substring(end);
  }

  private static String table() {
    return SignWords.table().stream()
        .map(
            row -> "| %s | %s | %s |\n".formatted(row.meaning().sentence(), words(row), row.apis()))
        .collect(Collectors.joining());
  }

  private static String words(SignWords.Row row) {
    boolean isHeader = row.words().getFirst().startsWith(HEADER);
    String words =
        row.words().stream()
            .map(word -> "`" + word.replace(HEADER, "") + "`")
            .collect(Collectors.joining(" "));
    return isHeader ? "headers " + words : words;
  }
}
