package dev.seaway.mapping.jq;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.thisptr.jackson.jq.internal.javacc.ExpressionParserConstants;
import net.thisptr.jackson.jq.internal.javacc.Token;

/** Collects the names of a valid expression from its tokens. */
final class NameScan {

  private final Set<String> calls = new LinkedHashSet<>();
  private final Set<String> definitions = new LinkedHashSet<>();
  private final Set<String> variables = new LinkedHashSet<>();
  private final Set<String> bindings = new LinkedHashSet<>();
  private final Set<String> formats = new LinkedHashSet<>();
  private boolean modules;

  private final List<Token> tokens;
  private final Deque<Frame> frames = new ArrayDeque<>();
  private int position;

  NameScan(List<Token> tokens) {
    this.tokens = tokens;
  }

  Names names() {
    for (position = 0; position < tokens.size(); position++) {
      read(position);
    }
    return Names.of(calls, definitions, variables, bindings, formats, modules);
  }

  /** What the scan is inside of. */
  private enum Place {
    CALL,
    PARENTHESES,
    BRACKETS,
    BRACES,
    DEFINITION
  }

  private static final class Frame {
    private final Place place;
    private final String function;
    private int arguments = 1;

    private Frame(Place place, String function) {
      this.place = place;
      this.function = function;
    }
  }

  private void read(int index) {
    if (kind(index - 1) == ExpressionParserConstants.DOLLAR) {
      variables.add(image(index));
    } else if (kind(index - 1) == ExpressionParserConstants.ATSIGN) {
      formats.add(image(index));
    } else if (!isKey(index)) {
      readPart(index);
    }
  }

  /** A name directly after an opening brace, or after a comma between fields, is a plain key. */
  private boolean isKey(int index) {
    Frame frame = frames.peek();
    int before = kind(index - 1);
    return frame != null
        && frame.place == Place.BRACES
        && (before == ExpressionParserConstants.OPEN_BRACE
            || before == ExpressionParserConstants.COMMA)
        && Character.isLetter(image(index).isEmpty() ? ' ' : image(index).charAt(0));
  }

  private void readPart(int index) {
    switch (kind(index)) {
      case ExpressionParserConstants.IDENTIFIER -> identifier(index);
      case ExpressionParserConstants.OPEN_PAR -> open(index);
      case ExpressionParserConstants.OPEN_INTERP -> enter(Place.PARENTHESES);
      case ExpressionParserConstants.OPEN_BRACKET -> enter(Place.BRACKETS);
      case ExpressionParserConstants.OPEN_BRACE -> enter(Place.BRACES);
      case ExpressionParserConstants.CLOSE_PAR,
          ExpressionParserConstants.CLOSE_BRACKET,
          ExpressionParserConstants.CLOSE_BRACE ->
          close();
      case ExpressionParserConstants.SEMICOLON -> semicolon();
      case ExpressionParserConstants.KEYWORD_DEF -> definition(index);
      case ExpressionParserConstants.KEYWORD_AS, ExpressionParserConstants.KEYWORD_LABEL ->
          bind(index + 1);
      case ExpressionParserConstants.DOUBLE_COLON,
          ExpressionParserConstants.KEYWORD_IMPORT,
          ExpressionParserConstants.KEYWORD_INCLUDE,
          ExpressionParserConstants.KEYWORD_MODULE ->
          modules = true;
      default -> {}
    }
  }

  private void identifier(int index) {
    boolean defined = kind(index - 1) == ExpressionParserConstants.KEYWORD_DEF;
    if (!defined && kind(index + 1) != ExpressionParserConstants.OPEN_PAR) {
      calls.add(image(index) + "/0");
    }
  }

  private void open(int index) {
    boolean call =
        kind(index - 1) == ExpressionParserConstants.IDENTIFIER
            && kind(index - 2) != ExpressionParserConstants.DOLLAR
            && kind(index - 2) != ExpressionParserConstants.ATSIGN;
    frames.push(new Frame(call ? Place.CALL : Place.PARENTHESES, call ? image(index - 1) : ""));
    if (kind(index + 1) == ExpressionParserConstants.CLOSE_PAR) {
      frames.element().arguments = 0;
    }
  }

  private void enter(Place place) {
    frames.push(new Frame(place, ""));
  }

  private void close() {
    Frame frame = frames.poll();
    if (frame != null && frame.place == Place.CALL) {
      calls.add(frame.function + "/" + frame.arguments);
    }
  }

  private void semicolon() {
    Frame frame = frames.peek();
    if (frame != null && frame.place == Place.DEFINITION) {
      frames.pop();
    } else if (frame != null) {
      frame.arguments++;
    }
  }

  /** Takes in {@code def name(a; $b):}; the parameters are names that the body may use. */
  private void definition(int index) {
    int parameters = 0;
    int at = index + 2;
    for (; kind(at) != ExpressionParserConstants.COLON; at++) {
      if (kind(at) == ExpressionParserConstants.IDENTIFIER) {
        parameters++;
        boolean variable = kind(at - 1) == ExpressionParserConstants.DOLLAR;
        (variable ? bindings : definitions).add(image(at) + (variable ? "" : "/0"));
      }
    }
    definitions.add(image(index + 1) + "/" + parameters);
    position = at;
    enter(Place.DEFINITION);
  }

  /** Binds the variables of the pattern that begins here: one, or all up to its closing bracket. */
  private void bind(int start) {
    int depth = 0;
    int at = start;
    do {
      int kind = kind(at);
      if (kind == ExpressionParserConstants.OPEN_BRACKET
          || kind == ExpressionParserConstants.OPEN_BRACE) {
        depth++;
      } else if (kind == ExpressionParserConstants.CLOSE_BRACKET
          || kind == ExpressionParserConstants.CLOSE_BRACE) {
        depth--;
      } else if (kind == ExpressionParserConstants.DOLLAR) {
        bindings.add(image(at + 1));
      }
      at++;
    } while (depth > 0 && at < tokens.size());
  }

  private int kind(int index) {
    return index < 0 || index >= tokens.size()
        ? ExpressionParserConstants.EOF
        : tokens.get(index).kind;
  }

  private String image(int index) {
    return index < tokens.size() ? tokens.get(index).image : "";
  }
}
