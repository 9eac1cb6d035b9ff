package dev.seaway.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One compiled jq expression. Immutable, and safe for all threads at once: each evaluation has its
 * own state and its own {@link Limits}. It reaches nothing but its input: no files, no modules, no
 * other records, and the environment only as far as it is given.
 *
 * <p>Strings may stand in single quotes.
 */
public final class Program implements JqProgram {

  private static final Pattern SPACE = Pattern.compile("\\s+");

  private static final int MAX_REASON = 1_000;

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

  @Override
  public JsonNode first(JsonNode input) {
    JsonNode output = firstOrNone(input);
    return output == null ? NullNode.getInstance() : output;
  }

  @Override
  public Optional<JsonNode> firstOutput(JsonNode input) {
    return Optional.ofNullable(firstOrNone(input));
  }

  private @Nullable JsonNode firstOrNone(JsonNode input) {
    if (code instanceof Basics.Constant plain && plain.constant().isTextual()) {
      return plain.constant();
    }
    Run run = new Run(machine);
    try {
      JsonNode output = First.of(code, Env.of(run), input);
      return output == null ? null : new Outputs(run).checked(output);
    } catch (RuntimeException | StackOverflowError e) {
      throw failed(e);
    } finally {
      run.end();
    }
  }

  /**
   * Every output.
   *
   * @throws EvaluationFailed if the expression fails, after whatever outputs, or reaches a limit
   */
  public List<JsonNode> all(JsonNode input) {
    List<JsonNode> outputs = new ArrayList<>();
    each(input, outputs::add);
    return outputs;
  }

  @Override
  public List<JsonNode> parts(JsonNode input) {
    Run run = new Run(machine);
    List<JsonNode> outputs = new ArrayList<>();
    each(input, run, code.givesParts() ? value -> value : new Outputs(run)::checked, outputs::add);
    return outputs;
  }

  /**
   * Passes on every output as soon as it is there.
   *
   * @throws EvaluationFailed if the expression fails, after whatever outputs, or reaches a limit
   */
  void each(JsonNode input, Consumer<JsonNode> outputs) {
    Run run = new Run(machine);
    each(input, run, new Outputs(run)::checked, outputs);
  }

  private void each(
      JsonNode input, Run run, UnaryOperator<JsonNode> check, Consumer<JsonNode> outputs) {
    try {
      code.run(
          Env.of(run),
          input,
          null,
          (output, nowhere) -> {
            run.charge(Run.ELEMENT);
            outputs.accept(check.apply(output));
          });
    } catch (RuntimeException | StackOverflowError e) {
      throw failed(e);
    } finally {
      run.end();
    }
  }

  private EvaluationFailed failed(Throwable fault) {
    return switch (fault) {
      case JqError error -> failed(error.reason(), error.plainReason(), fault);
      case OverBudget limit -> failed(String.valueOf(limit.getMessage()), fault);
      case StackOverflowError tooDeep -> failed("it recurses too deeply", fault);
      case Leap leap -> failed("break without its label", fault);
      default -> failed("jq broke off with " + fault, fault);
    };
  }

  private EvaluationFailed failed(String reason, Throwable cause) {
    return failed(reason, reason, cause);
  }

  private EvaluationFailed failed(String reason, String plainReason, Throwable cause) {
    boolean isOverBudget = cause instanceof OverBudget || cause instanceof StackOverflowError;
    return new EvaluationFailed(text, line(reason), line(plainReason), isOverBudget, cause);
  }

  private static String line(String reason) {
    String shown = reason.length() > MAX_REASON ? reason.substring(0, MAX_REASON) + "..." : reason;
    return SPACE.matcher(shown.strip()).replaceAll(" ");
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  public Optional<String> literal() {
    return ast instanceof Ast.Constant(JsonNode value) && value.isTextual()
        ? Optional.of(value.textValue())
        : Optional.empty();
  }

  @Override
  public Optional<Set<String>> inputFields() {
    return InputFields.of(ast);
  }

  @Override
  public ReadPaths readPaths() {
    return InputPaths.of(ast);
  }

  /** The expression as any jq reads it: its strings in double quotes, its comments left out. */
  public String standardText() {
    return StandardText.of(text);
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
