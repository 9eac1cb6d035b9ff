package dev.seaway.catalog.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A condition that an entity meets or not: a comparison, or a group of conditions. */
public sealed interface Rule {

  /** All, or any, of some rules. A group without rules holds for all, respectively for none. */
  record Group(boolean all, List<Rule> rules) implements Rule {
    public Group {
      rules = List.copyOf(rules);
    }
  }

  /** One field compared with a value. */
  record Comparison(Field field, Operator operator, JsonNode value) implements Rule {}

  /** What a comparison looks at. */
  sealed interface Field {
    /** A text column: identifier, blueprint, datasource or title. */
    record Text(String sql) implements Field {}

    /** A column of microseconds. */
    record Time(String name, String sql) implements Field {}

    /** A value in the entity's content, at a path of which no part needs escaping. */
    record Content(String path) implements Field {}
  }

  /** The comparisons that the catalog knows. */
  enum Operator {
    EQUAL("="),
    NOT_EQUAL("!="),
    IN("in"),
    NOT_IN("notIn"),
    CONTAINS("contains"),
    DOES_NOT_CONTAIN("doesNotContain"),
    BEGINS_WITH("beginsWith"),
    ENDS_WITH("endsWith"),
    IS_EMPTY("isEmpty"),
    IS_NOT_EMPTY("isNotEmpty"),
    LESS("<"),
    GREATER(">"),
    AT_MOST("<="),
    AT_LEAST(">=");

    private final String sign;

    Operator(String sign) {
      this.sign = sign;
    }

    public String sign() {
      return sign;
    }
  }
}
