package dev.seaway.core.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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

  /** Stems that say so whatever else the sentence speaks of. */
  private static final List<String> SURE =
      List.of(
          "truncat",
          "partial",
          "incomplete",
          "omitted",
          "dropped",
          "capped",
          "clipped",
          "cut off",
          "cut short",
          "withheld",
          "suppressed",
          "left out",
          "not returned",
          "not shown",
          "not displayed",
          "not included",
          "not listed",
          "not loaded",
          "not retrieved",
          "not visible",
          "not complete",
          "not finished",
          "could not be",
          "timed out",
          "timeout",
          "deadline",
          "unreachable",
          "too many",
          "only the first",
          "rate limit exceeded",
          "more results are",
          "more results exist",
          "more records are",
          "more items are",
          "are more results",
          "are more records",
          "are more items",
          "not have permission",
          "not have access",
          "no permission",
          "no access",
          "insufficient",
          "access denied",
          "permission denied",
          "not authorized",
          "not authorised",
          "not permitted",
          "not logged in",
          "not signed in",
          "not authenticated",
          "only public");

  /** Stems that may as well speak of the request or the API. */
  private static final List<String> LIKELY =
      List.of(
          "not all ",
          "limited to",
          "limit reached",
          "limit exceeded",
          "limit hit",
          "exceed",
          "missing",
          "unavailable",
          "the first ",
          "hidden",
          "excluded",
          "filtered out",
          "skipped",
          "stale",
          "could not",
          "couldn't",
          "unable to",
          "not able to",
          "not accessible",
          "out of date",
          "outdated",
          "abort",
          "interrupted",
          "cancelled",
          "canceled",
          "stopped early",
          "gave up",
          "degraded",
          "lost connection",
          "connection reset",
          "connection lost",
          "skipping",
          "omitting",
          "restricted",
          "error while",
          "error reading",
          "error occurred",
          "errors occurred",
          "maximum of",
          "maximum number of",
          "failed to",
          "failed for",
          "failed while",
          "cannot be read",
          "cannot be reached",
          "cannot read",
          "cannot reach",
          "cannot access",
          "cannot load",
          "cannot query",
          "refused",
          "did not respond",
          "did not answer",
          "did not finish",
          "did not complete",
          "did not return",
          "no response",
          "no answer",
          "not responding",
          "not reachable",
          "not available",
          "is down",
          "are down");

  /** What a sentence with these speaks of is the request or the API, not the list. */
  private static final List<String> ADVICE =
      List.of(
          "deprecat",
          "sunset",
          "rate limit",
          "charset",
          "promql",
          "per minute",
          "per second",
          "per hour",
          "per day",
          "an hour",
          "per page",
          "by default");

  /** A sentence with these speaks of what the records hold. */
  private static final List<String> CONTENT =
      List.of("field", "column", "attribute", "description", "character");

  private static final List<String> REACHED = List.of("reached", "exceed", " hit", "applied");

  private static final Set<String> NEGATIONS =
      Set.of("0", "no", "none", "zero", "without", "never", "not", "nothing");

  /** What is cut where a text says that it is limited. */
  private static final List<String> LISTS =
      List.of("result", "record", "row", "item", "entr", "list", "response", "answer", "output");

  private static final List<String> REFUSED =
      List.of(
          "denied",
          "unauthorized",
          "unauthorised",
          "unauthenticated",
          "forbidden",
          "not allowed",
          "invalid token",
          "access token");

  /** What of a user may expire. */
  private static final List<String> CREDENTIALS =
      List.of("token", "session", "credential", "password", "key", "cookie", "cursor", "login");

  private static final List<String> LACKS =
      List.of("not ", "no ", "lack", "insufficient", "missing", "need", "without");

  /** What a message has that stands beside a list which is rightly empty. */
  private static final List<String> EMPTY =
      List.of(
          " no ",
          " not any ",
          "nothing",
          " none ",
          "empty",
          " 0 ",
          " zero ",
          "found",
          "success",
          "retriev",
          "fetched",
          "returned",
          "listed",
          "loaded",
          "performed",
          " ok ",
          " done ",
          "match",
          " end ",
          "last page",
          "out of range",
          "beyond",
          "exist");

  private static final Set<String> NONE =
      Set.of("no", "none", "null", "nil", "-", "--", "n/a", "false", "undefined", "end", "eof");

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
        CONTENT.stream().anyMatch(sentence::contains)
            && LISTS.stream().noneMatch(sentence::contains);
    return (has(sentence, SURE) && !ofContent)
        || (sentence.contains("public") && sentence.contains(" only"))
        || (!ofContent
            && ADVICE.stream().noneMatch(sentence::contains)
            && (has(sentence, LIKELY) || tellsOfLimit(sentence)));
  }

  private static boolean tellsOfLimit(String sentence) {
    return (has(sentence, List.of("limited")) && LISTS.stream().anyMatch(sentence::contains))
        || (has(sentence, List.of("limit", "maximum"))
            && REACHED.stream().anyMatch(sentence::contains));
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
      if (NEGATIONS.contains(words[words.length - back])) {
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
    return has(sentence, REFUSED)
        || (sentence.contains("expired") && CREDENTIALS.stream().anyMatch(sentence::contains))
        || (sentence.contains("permission") && LACKS.stream().anyMatch(sentence::contains));
  }

  /**
   * Whether a message beside an empty list is a code or a success, or says that there is nothing.
   */
  static boolean explainsAnEmptyList(JsonNode message) {
    String read = message.textValue().strip().toLowerCase(Locale.ROOT);
    return read.indexOf(' ') < 0 || EMPTY.stream().anyMatch((" " + read + " ")::contains);
  }

  /** Whether a text in the place of a link or of a token says that there is none. */
  static boolean saysNone(String text) {
    return NONE.contains(text.strip().toLowerCase(Locale.ROOT));
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
