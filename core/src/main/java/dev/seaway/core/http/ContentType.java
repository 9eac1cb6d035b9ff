package dev.seaway.core.http;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a {@code Content-Type} says of a body. */
record ContentType(String value) {

  private static final Set<String> LINES =
      Set.of(
          "application/x-ndjson",
          "application/ndjson",
          "application/jsonl",
          "application/x-jsonlines",
          "application/jsonlines",
          "application/json-lines",
          "application/x-json-stream");

  private static final String CHARSET = "charset=";

  static ContentType of(HttpAnswer answer) {
    return new ContentType(answer.header("content-type").orElse("").toLowerCase(Locale.ROOT));
  }

  /** Whether each line is a document of its own. */
  boolean isLines() {
    return LINES.contains(media());
  }

  boolean isHtml() {
    return media().equals("text/html") || media().equals("application/xhtml+xml");
  }

  /** The charset, where it is none that JSON is read in anyway. */
  Optional<Charset> foreignCharset() {
    int at = value.indexOf(CHARSET);
    if (at < 0) {
      return Optional.empty();
    }
    String rest = value.substring(at + CHARSET.length());
    int end = rest.indexOf(';');
    String name = (end < 0 ? rest : rest.substring(0, end)).replace('"', ' ').strip();
    try {
      return name.startsWith("utf") ? Optional.empty() : Optional.of(Charset.forName(name));
    } catch (IllegalArgumentException unknown) {
      // JSON is UTF-8 whatever the header says; a name that nobody knows changes nothing.
      return Optional.empty();
    }
  }

  private String media() {
    int end = value.indexOf(';');
    return (end < 0 ? value : value.substring(0, end)).strip();
  }
}
