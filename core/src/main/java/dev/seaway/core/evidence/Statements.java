package dev.seaway.core.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Understands the texts by which APIs tell people that a list is not whole. A text is read sentence
 * by sentence: what one says of the API, such as a rate limit, strikes out no statement of a loss
 * in another.
 */
final class Statements {

  private static final int READ_CHARACTERS = 4_000;
  private static final int READ_TEXTS = 100;
  private static final int WORDS_BEFORE = 3;

  private static final Pattern SENTENCE_END = Pattern.compile("[.;!?](?=\\s|$)|\\n");
  private static final Pattern PUNCTUATION = Pattern.compile("[,;:.!?()]");
  private static final Pattern BLANKS = Pattern.compile("\\s++");

  private Statements() {}

  /** Whether one of the texts in a value says so. */
  static boolean tellsOfLoss(JsonNode value) {
    return texts(value).stream().anyMatch(Statements::tellsOfLoss);
  }

  /** Whether it says that something is missing in the list. */
  static boolean tellsOfLoss(String text) {
    String read = text.toLowerCase(Locale.ROOT).replace("rate-limit", "rate limit");
    return !isLink(read)
        && SENTENCE_END.splitAsStream(read).anyMatch(Statements::sentenceTellsOfLoss);
  }

  private static boolean isLink(String text) {
    return text.indexOf('/') >= 0 && text.indexOf(' ') < 0;
  }

  private static boolean sentenceTellsOfLoss(String sentence) {
    boolean ofContent =
        StatementWords.CONTENT.stream().anyMatch(sentence::contains)
            && StatementWords.LISTS.stream().noneMatch(sentence::contains);
    return (has(sentence, StatementWords.SURE) && !ofContent)
        || (sentence.contains("public") && sentence.contains(" only"))
        || (!ofContent
            && StatementWords.ADVICE.stream().noneMatch(sentence::contains)
            && (has(sentence, StatementWords.LIKELY) || tellsOfLimit(sentence)));
  }

  private static boolean tellsOfLimit(String sentence) {
    return (has(sentence, List.of("limited"))
            && StatementWords.LISTS.stream().anyMatch(sentence::contains))
        || (has(sentence, List.of("limit", "maximum"))
            && StatementWords.REACHED.stream().anyMatch(sentence::contains));
  }

  /** Whether it has one of these stems, and none of the words before it denies it. */
  private static boolean has(String sentence, List<String> stems) {
    return stems.stream().anyMatch(stem -> has(sentence, stem));
  }

  private static boolean has(String sentence, String stem) {
    for (int at = sentence.indexOf(stem); at >= 0; at = sentence.indexOf(stem, at + 1)) {
      if (!isDenied(sentence.substring(0, at))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDenied(String before) {
    String[] clauses = PUNCTUATION.split(before, -1);
    String[] words = BLANKS.split(clauses[clauses.length - 1].strip(), -1);
    for (int back = 1; back <= Math.min(WORDS_BEFORE, words.length); back++) {
      if (StatementWords.NEGATIONS.contains(words[words.length - back])) {
        return true;
      }
    }
    return false;
  }

  /** Whether a text that stands beside a list says that the reader was refused. */
  static boolean tellsOfRefusal(String text) {
    String read = text.toLowerCase(Locale.ROOT).replace('_', ' ');
    boolean isSuccess = read.contains("success") || read.contains("retrieved");
    return !isSuccess && SENTENCE_END.splitAsStream(read).anyMatch(Statements::sentenceRefuses);
  }

  private static boolean sentenceRefuses(String sentence) {
    return has(sentence, StatementWords.REFUSED)
        || (sentence.contains("expired")
            && StatementWords.CREDENTIALS.stream().anyMatch(sentence::contains))
        || (sentence.contains("permission")
            && StatementWords.LACKS.stream().anyMatch(sentence::contains));
  }

  /**
   * Whether a message beside an empty list is a code or a success, or says that there is nothing.
   */
  static boolean explainsAnEmptyList(JsonNode message) {
    String read = message.textValue().strip().toLowerCase(Locale.ROOT);
    return read.indexOf(' ') < 0
        || StatementWords.EMPTY.stream().anyMatch((" " + read + " ")::contains);
  }

  /** Whether a text in the place of a link or of a token says that there is none. */
  static boolean saysNone(String text) {
    return StatementWords.NONE.contains(text.strip().toLowerCase(Locale.ROOT));
  }

  /** The texts in a value, no more than a part of long ones. */
  static List<String> texts(JsonNode value) {
    List<String> texts = new ArrayList<>();
    addTexts(value, texts);
    return texts;
  }

  private static void addTexts(JsonNode value, List<String> texts) {
    if (texts.size() >= READ_TEXTS) {
      return;
    }
    if (value.isTextual()) {
      String text = value.textValue();
      texts.add(text.substring(0, Math.min(text.length(), READ_CHARACTERS)));
    }
    for (JsonNode child : value) {
      addTexts(child, texts);
    }
  }
}
