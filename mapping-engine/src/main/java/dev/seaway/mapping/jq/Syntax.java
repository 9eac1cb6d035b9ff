package dev.seaway.mapping.jq;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import net.thisptr.jackson.jq.JsonQuery;
import net.thisptr.jackson.jq.exception.JsonQueryException;
import net.thisptr.jackson.jq.internal.javacc.ExpressionParserConstants;
import net.thisptr.jackson.jq.internal.javacc.ExpressionParserTokenManager;
import net.thisptr.jackson.jq.internal.javacc.ParseException;
import net.thisptr.jackson.jq.internal.javacc.SimpleCharStream;
import net.thisptr.jackson.jq.internal.javacc.Token;

/** An expression that was parsed: the query to run, and the tokens to look at. */
record Syntax(JsonQuery query, List<Token> tokens) {

  /**
   * @param expression as the user wrote it, for messages
   * @param jq the same with single quotes already replaced
   */
  static Syntax parse(String expression, String jq) {
    if (jq.isBlank()) {
      throw new InvalidExpression(expression, "it is empty. Write . for the whole record.");
    }
    try {
      return new Syntax(JsonQuery.compile(jq, Builtins.VERSION), tokens(jq));
    } catch (JsonQueryException e) {
      throw new InvalidExpression(expression, reason(e));
    } catch (StackOverflowError e) {
      throw new InvalidExpression(expression, "it is nested too deeply.");
    }
  }

  private static List<Token> tokens(String jq) {
    ExpressionParserTokenManager lexer =
        new ExpressionParserTokenManager(new SimpleCharStream(new StringReader(jq)));
    List<Token> tokens = new ArrayList<>();
    for (Token token = lexer.getNextToken();
        token.kind != ExpressionParserConstants.EOF;
        token = lexer.getNextToken()) {
      tokens.add(token);
    }
    return tokens;
  }

  private static String reason(JsonQueryException fault) {
    Throwable cause = fault.getCause() == null ? fault : fault.getCause();
    if (cause instanceof ParseException parse && parse.currentToken != null) {
      Token token = parse.currentToken.next;
      return token.kind == ExpressionParserConstants.EOF
          ? "it ends too early."
          : "`%s` at line %d, column %d was not expected there."
              .formatted(token.image, token.beginLine, token.beginColumn);
    }
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("it cannot be read.");
  }

  /** Whether this is one string without interpolation. */
  boolean isStringLiteral() {
    return kindAt(0) == ExpressionParserConstants.QUOTE
        && kindAt(tokens.size() - 1) == ExpressionParserConstants.ENDQUOTE
        && count(ExpressionParserConstants.QUOTE) == 1
        && count(ExpressionParserConstants.OPEN_INTERP) == 0;
  }

  /** The function name that is all there is; a sign of a text that was not quoted. */
  boolean isOneWord() {
    return tokens.size() == 1 && kindAt(0) == ExpressionParserConstants.IDENTIFIER;
  }

  private int kindAt(int index) {
    return tokens.get(index).kind;
  }

  private long count(int kind) {
    return tokens.stream().filter(token -> token.kind == kind).count();
  }
}
