package dev.seaway.mapping.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One compiled jq expression. Immutable, and safe for all threads at once: each evaluation has its
 * own state and its own {@link Limits}. It reaches nothing but its input: no files, no modules, no
 * other records, and the environment only as far as it is given.
 *
 * <p>Strings may stand in single quotes.
 */
public final class Program {

  private final String text;
  private final Ast ast;
  private final Code code;
  private final Machine machine;

  private Program(String text, Ast ast, Code code, Machine machine) {
    this.text = text;
    this.ast = ast;
    this.code = code;
    this.machine = machine;
  }

  /**
   * Compiles an expression that sees the process's own environment, or none.
   *
   * @param environmentAllowed whether {@code env} and {@code $ENV} may be used
   * @throws InvalidExpression with a message that names the expression and what is wrong
   */
  public static Program compile(String expression, boolean environmentAllowed) {
    return compile(expression, environment(environmentAllowed));
  }

  /** The process's own environment if it is allowed, otherwise an empty one. */
  public static Map<String, String> environment(boolean allowed) {
    return allowed ? Builtins.environment() : Map.of();
  }

  /**
   * Compiles an expression; unknown functions, variables and formats are found here.
   *
   * @param environment what {@code env} and {@code $ENV} give; empty: they may not be used
   * @throws InvalidExpression with a message that names the expression and what is wrong
   */
  public static Program compile(String expression, Map<String, String> environment) {
    return compile(expression, environment, Limits.DEFAULT);
  }

  /**
   * Compiles an expression with limits of its own.
   *
   * @param environment what {@code env} and {@code $ENV} give; empty: they may not be used
   * @throws InvalidExpression with a message that names the expression and what is wrong
   */
  public static Program compile(String expression, Map<String, String> environment, Limits limits) {
    return compile(expression, !environment.isEmpty(), Machine.of(environment, limits));
  }

  static Program compile(String expression, boolean environmentAllowed, Machine machine) {
    if (expression.length() > Limits.MAX_EXPRESSION_LENGTH) {
      throw new InvalidExpression(
          expression,
          "it has %,d characters; %,d are allowed."
              .formatted(expression.length(), Limits.MAX_EXPRESSION_LENGTH));
    }
    try {
      List<Token> tokens = Lexer.tokens(expression);
      if (tokens.size() == 1) {
        throw new InvalidExpression(expression, "it is empty. Write . for the whole record.");
      }
      return new Program(expression, tokens, environmentAllowed, machine);
    } catch (SyntaxFault fault) {
      throw new InvalidExpression(expression, fault.reason());
    } catch (StackOverflowError e) {
      throw new InvalidExpression(expression, "it is nested too deeply.");
    }
  }

  private Program(String text, List<Token> tokens, boolean environmentAllowed, Machine machine) {
    this(text, Parser.parse(tokens), tokens, environmentAllowed, machine);
  }

  private Program(
      String text, Ast ast, List<Token> tokens, boolean environmentAllowed, Machine machine) {
    this(text, ast, compiled(text, ast, tokens, environmentAllowed), machine);
  }

  private static Code compiled(
      String text, Ast ast, List<Token> tokens, boolean environmentAllowed) {
    try {
      return new Compiler(Library.STANDARD, environmentAllowed).compile(ast, null);
    } catch (SyntaxFault fault) {
      boolean oneWord = tokens.size() == 2 && tokens.getFirst().kind() == Token.Kind.NAME;
      throw new InvalidExpression(
          text,
          fault.reason()
              + (oneWord
                  ? " For the text, quote it: '\"" + tokens.getFirst().text() + "\"'."
                  : ""));
    }
  }

  /**
   * The first output, null if there is none. Nothing after the first output is computed.
   *
   * @throws EvaluationFailed if the expression fails before it, or reaches a limit
   */
  public JsonNode first(JsonNode input) {
    Run run = new Run(machine);
    try {
      JsonNode output = First.of(code, Env.of(run), input);
      return output == null ? NullNode.getInstance() : new Outputs(run).checked(output);
    } catch (RuntimeException | StackOverflowError e) {
      throw failed(e);
    }
  }

  /**
   * Every output.
   *
   * @throws EvaluationFailed if the expression fails, after whatever outputs, or reaches a limit
   */
  public List<JsonNode> all(JsonNode input) {
    Run run = new Run(machine);
    List<JsonNode> outputs = new ArrayList<>();
    try {
      Outputs checks = new Outputs(run);
      code.run(
          Env.of(run),
          input,
          null,
          (output, nowhere) -> {
            run.charge(Run.ELEMENT);
            outputs.add(checks.checked(output));
          });
      return outputs;
    } catch (RuntimeException | StackOverflowError e) {
      throw failed(e);
    }
  }

  private EvaluationFailed failed(Throwable fault) {
    return switch (fault) {
      case JqError error -> failed(error.reason(), fault);
      case OverBudget limit -> failed(String.valueOf(limit.getMessage()), fault);
      case StackOverflowError tooDeep -> failed("it recurses too deeply", fault);
      case Leap leap -> failed("break without its label", fault);
      default -> failed("jq broke off with " + fault, fault);
    };
  }

  private EvaluationFailed failed(String reason, Throwable cause) {
    return new EvaluationFailed(text, reason.strip().replaceAll("\\s+", " "), cause);
  }

  /** The expression as the user wrote it. */
  public String text() {
    return text;
  }

  /** The text that this gives for every record, if the expression is a plain string. */
  public Optional<String> literal() {
    return ast instanceof Ast.Constant(JsonNode value) && value.isTextual()
        ? Optional.of(value.textValue())
        : Optional.empty();
  }

  /** The fields of its input that this reads; empty where it may read any. */
  public Optional<Set<String>> inputFields() {
    return InputFields.of(ast);
  }

  Code code() {
    return code;
  }

  Machine machine() {
    return machine;
  }

  @Override
  public String toString() {
    return text;
  }
}
