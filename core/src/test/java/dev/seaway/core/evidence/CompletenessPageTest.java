package dev.seaway.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiResponse;
import dev.seaway.core.config.RestOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The page of how an end is proven lists the words that are known; {@code -Dseaway.write=true}
 * writes the list anew.
 */
class CompletenessPageTest {

  private static final Path PAGE = Path.of("..", "docs", "completeness.md");
  private static final String BEGIN = "| what it says | words | seen at |\n|---|---|---|\n";

  private static final Map<String, String> KINDS =
      Map.of(
          "",
          "",
          "header:",
          "headers ",
          "part:",
          "names with the part ",
          "name:",
          "the names ",
          "value:",
          "the values ");

  private static final Pattern EXAMPLE =
      Pattern.compile("\\| (?:nothing|`(\\w+)`: `(.+?)`) \\| `(\\{.*?})` \\| (\\w+) \\|");

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

  @Test
  void gradesItsExamplesAsItSays() throws IOException {
    List<MatchResult> rows = EXAMPLE.matcher(Files.readString(PAGE)).results().toList();

    assertThat(rows).hasSizeGreaterThan(10);
    for (MatchResult row : rows) {
      Map<String, String> options = new HashMap<>();
      if (row.group(1) != null) {
        options.put(row.group(1), row.group(2));
      }
      assertThat(grade(options, row.group(3))).as(row.group()).isEqualTo(row.group(4));
    }
  }

  private static String grade(Map<String, String> options, String rest) throws IOException {
    ObjectNode body = (ObjectNode) new JsonMapper().readTree(rest);
    ArrayNode records = body.putArray("items");
    records.addObject().put("id", 1);
    records.addObject().put("id", 2);
    ListEvidence evidence =
        new ListEvidence(RestOptions.pagination(options), List.of(), List.of(), true);
    evidence.page(
        ApiRequest.get("/items"),
        new ApiResponse(200, Map.of(), body),
        List.of(records.get(0), records.get(1)),
        true);
    return switch (evidence.verdict()) {
      case Verdict.Proven _ -> "proven";
      case Verdict.Inferred _ -> "inferred";
      case Verdict.Contradicted _ -> "contradicted";
    };
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
    Map<String, List<String>> kinds =
        row.words().stream()
            .collect(
                Collectors.groupingBy(
                    word -> word.substring(0, word.indexOf(':') + 1),
                    LinkedHashMap::new,
                    Collectors.mapping(
                        word -> "`" + word.substring(word.indexOf(':') + 1) + "`",
                        Collectors.toList())));
    return kinds.entrySet().stream()
        .map(kind -> KINDS.get(kind.getKey()) + String.join(" ", kind.getValue()))
        .collect(Collectors.joining("; "));
  }
}
