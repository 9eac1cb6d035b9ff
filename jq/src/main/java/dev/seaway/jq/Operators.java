package dev.seaway.jq;

/** The code of the operators between two expressions. */
final class Operators {

  private Operators() {}

  static Code of(String operator, Code left, Code right) {
    return switch (operator) {
      case "and" -> new Choices.Logic(left, right, false);
      case "or" -> new Choices.Logic(left, right, true);
      case "//" -> new Choices.Alternative(left, right);
      case "=" -> Updates.Assign.of(left, right);
      case "|=" -> new Updates.Modify(left, right);
      case "//=" ->
          Updates.Assign.of(left, right, (run, old, value) -> Types.truthy(old) ? old : value);
      case "+=", "-=", "*=", "/=", "%=" -> {
        Arithmetic arithmetic = Arithmetic.of(operator.substring(0, 1));
        yield Updates.Assign.of(left, right, arithmetic::compute);
      }
      case "+" -> new Sum.Plus(left, right);
      default -> Operation.of(Arithmetic.of(operator), left, right);
    };
  }
}
