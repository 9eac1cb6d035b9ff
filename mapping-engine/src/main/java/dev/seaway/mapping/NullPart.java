package dev.seaway.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.jq.JqProgram;
import java.util.Collection;
import java.util.List;

/**
 * Tells the part {@code null} of a composed text, such as {@code T-null} of {@code "T-\(.key)"},
 * that jq has made of a missing value.
 */
final class NullPart {

  private static final String WORD = "null";
  private static final String SEPARATORS = "-_./:#@ +=\\|,";

  private NullPart() {}

  /**
   * Whether it is in a text that the program made of the record. It is not where the program speaks
   * of null itself, or where the record has that word in a text that the program may read.
   */
  static boolean isIn(String text, JqProgram program, JsonNode record) {
    return hasPart(text) && !program.text().contains(WORD) && !holdsWord(record, program);
  }

  private static boolean hasPart(String text) {
    int at = text.indexOf(WORD);
    while (at >= 0) {
      int end = at + WORD.length();
      if ((at == 0 || isSeparator(text, at - 1))
          && (end == text.length() || isSeparator(text, end))) {
        return true;
      }
      at = text.indexOf(WORD, end);
    }
    return false;
  }

  private static boolean isSeparator(String text, int index) {
    return SEPARATORS.indexOf(text.charAt(index)) >= 0;
  }

  private static boolean holdsWord(JsonNode record, JqProgram program) {
    Collection<JsonNode> read =
        program
            .inputFields()
            .<Collection<JsonNode>>map(fields -> fields.stream().map(record::path).toList())
            .orElseGet(() -> List.of(record));
    return read.stream().anyMatch(NullPart::holdsWord);
  }

  private static boolean holdsWord(JsonNode value) {
    return (value.isTextual() && value.textValue().contains(WORD))
        || value.propertyStream().anyMatch(field -> field.getKey().contains(WORD))
        || value.valueStream().anyMatch(NullPart::holdsWord);
  }
}
