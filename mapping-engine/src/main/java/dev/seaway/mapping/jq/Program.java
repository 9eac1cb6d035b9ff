package dev.seaway.mapping.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import net.thisptr.jackson.jq.JsonQuery;
import net.thisptr.jackson.jq.Output;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.exception.JsonQueryException;

/**
 * One compiled jq expression. Immutable, and safe for all threads at once: each evaluation has its
 * own scope. It reaches nothing but its input: no files, no modules, no other records, and the
 * environment only where that is allowed.
 *
 * <p>Strings may stand in single quotes.
 */
public final class Program {

  private final String text;
  private final JsonQuery query;
  private final Scope builtins;
  private final Optional<String> literal;

  private Program(String text, Syntax syntax, Scope builtins) {
    this.text = text;
    this.query = syntax.query();
    this.builtins = builtins;
    this.literal =
        syntax.isStringLiteral()
            ? Optional.of(first(NullNode.getInstance()).textValue())
            : Optional.empty();
  }

  /**
   * Compiles an expression; unknown functions, variables and formats are found here.
   *
   * @param environmentAllowed whether {@code env} and {@code $ENV} may be used
   * @throws InvalidExpression with a message that names the expression and what is wrong
   */
  public static Program compile(String expression, boolean environmentAllowed) {
    Builtins builtins = Builtins.of(environmentAllowed);
    Syntax syntax = Syntax.parse(expression, SingleQuotes.toDouble(expression));
    new NameCheck(expression, builtins).check(syntax);
    return new Program(expression, syntax, builtins.scope());
  }

  /**
   * The first output, null if there is none. Nothing after the first output is computed.
   *
   * @throws EvaluationFailed if the expression fails before it
   */
  public JsonNode first(JsonNode input) {
    FirstOutput output = new FirstOutput();
    try {
      evaluate(input, output);
    } catch (FirstOutput.Stop stop) {
      return output.value();
    }
    return output.value();
  }

  /**
   * Every output.
   *
   * @throws EvaluationFailed if the expression fails, after whatever outputs
   */
  public List<JsonNode> all(JsonNode input) {
    List<JsonNode> outputs = new ArrayList<>();
    evaluate(
        input, output -> outputs.add(Objects.requireNonNullElse(output, NullNode.getInstance())));
    return outputs;
  }

  private void evaluate(JsonNode input, Output output) {
    try {
      query.apply(builtins, input, output);
    } catch (FirstOutput.Stop stop) {
      throw stop;
    } catch (JsonQueryException e) {
      throw failed(e.getOriginalMessage(), e);
    } catch (StackOverflowError e) {
      throw failed("it recurses too deeply", e);
    } catch (RuntimeException e) {
      throw failed("jq broke off with " + e, e);
    }
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
    return literal;
  }

  @Override
  public String toString() {
    return text;
  }
}
