package dev.seaway.core.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a {@code .env} file: {@code KEY=VALUE}, quotes, {@code export} and comments. */
final class DotEnv {

  /** One assignment, in the order of the file. */
  record Variable(String name, String value) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final Pattern BLANK_OR_COMMENT = Pattern.compile("[ \\t]*(#[^\\n]*)?(\\n|\\z)");
  private static final Pattern NAME =
      Pattern.compile("[ \\t]*(?:export[ \\t]+)?([A-Za-z_][A-Za-z0-9_.-]*)[ \\t]*=[ \\t]*");
  private static final Pattern SINGLE = Pattern.compile("'([^']*)'");
  private static final Pattern DOUBLE =
      Pattern.compile("\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"", Pattern.DOTALL);
  private static final Pattern PLAIN = Pattern.compile("([^\\n]*?)(?=[ \\t]+#|[ \\t]*(?:\\n|\\z))");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(.)", Pattern.DOTALL);

  private final String text;
  private int position;

  private DotEnv(String text) {
    this.text = text;
  }

  static List<Variable> parse(String text) {
    DotEnv file = new DotEnv(text.replace("\r\n", "\n"));
    List<Variable> variables = new ArrayList<>();
    while (file.position < file.text.length()) {
      if (file.match(BLANK_OR_COMMENT).isEmpty()) {
        variables.add(file.variable());
      }
    }
    return variables;
  }

  private Variable variable() {
    int start = position;
    MatchResult name =
        match(NAME)
            .orElseThrow(() -> new InvalidValue(line(start) + " is not of the form KEY=VALUE"));
    String value = value(start);
    if (match(BLANK_OR_COMMENT).isEmpty()) {
      throw new InvalidValue(line(start) + " has text behind the closing quote");
    }
    return new Variable(name.group(1), value);
  }

  private String value(int start) {
    char first = position < text.length() ? text.charAt(position) : '\n';
    return switch (first) {
      case '\'' -> quoted(SINGLE, start);
      case '"' -> ESCAPE.matcher(quoted(DOUBLE, start)).replaceAll(DotEnv::unescaped);
      default -> quoted(PLAIN, start);
    };
  }

  private String quoted(Pattern pattern, int start) {
    return match(pattern)
        .orElseThrow(() -> new InvalidValue(line(start) + " opens a quote that is never closed"))
        .group(1);
  }

  private static String unescaped(MatchResult escape) {
    String letter = escape.group(1);
    return Matcher.quoteReplacement(
        switch (letter) {
          case "n" -> "\n";
          case "r" -> "\r";
          case "t" -> "\t";
          case "\"", "\\", "$" -> letter;
          default -> "\\" + letter;
        });
  }

  private Optional<MatchResult> match(Pattern pattern) {
    Matcher matcher = pattern.matcher(text).region(position, text.length());
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    position = matcher.end();
    return Optional.of(matcher.toMatchResult());
  }

  private String line(int at) {
    return "line " + (text.chars().limit(at).filter(each -> each == '\n').count() + 1);
  }
}
