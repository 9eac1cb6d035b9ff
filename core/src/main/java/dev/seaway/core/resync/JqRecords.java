package dev.seaway.core.resync;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.core.SeawayException.Category;
import dev.seaway.core.read.Listing;
import dev.seaway.core.read.ReadException;
import dev.seaway.mapping.jq.EvaluationFailed;
import dev.seaway.mapping.jq.Program;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Records at the place that the mapping's author names in jq: a list, one record, or several
 * outputs.
 */
record JqRecords(String kind, Program dataPath) implements Listing.Records {

  private static final Pattern PLAIN_PATH =
      Pattern.compile("\\s*(\\.[A-Za-z_][A-Za-z0-9_]*)+(?=\\s*(\\||\\[]|$))");

  @Override
  public List<JsonNode> in(JsonNode body) {
    List<JsonNode> outputs = outputs(body);
    List<JsonNode> records =
        outputs.size() == 1 && outputs.getFirst().isArray()
            ? PointerRecords.list(outputs.getFirst())
            : outputs;
    for (JsonNode record : records) {
      if (outputs.size() == 1 && !outputs.getFirst().isArray() && !record.isObject()) {
        throw new ReadException(
            Category.USER,
            "%s: data_path %s gives %s, not a list of records; where no list may mean an empty one, write (%s // [])."
                .formatted(
                    kind,
                    dataPath.text(),
                    record.isNull()
                        ? "null"
                        : "a " + record.getNodeType().name().toLowerCase(java.util.Locale.ROOT),
                    dataPath.text()));
      }
    }
    return records;
  }

  /**
   * A data_path that begins with a plain path and goes on to filter still tells where the whole
   * list is.
   */
  @Override
  public List<JsonNode> received(JsonNode body, List<JsonNode> records) {
    Matcher plain = PLAIN_PATH.matcher(dataPath.text());
    JsonNode found = plain.lookingAt() ? body.at(plain.group().strip().replace('.', '/')) : body;
    return found.isArray() ? PointerRecords.list(found) : records;
  }

  private List<JsonNode> outputs(JsonNode body) {
    try {
      return dataPath.all(body);
    } catch (EvaluationFailed e) {
      throw new ReadException(
          Category.USER, kind + ": data_path " + dataPath.text() + ": " + e.getMessage(), e);
    }
  }

  /** A path parameter's value in a record. */
  static JsonNode evaluate(String parameter, Program program, JsonNode record) {
    try {
      return program.first(record);
    } catch (EvaluationFailed e) {
      throw new ReadException(
          Category.USER,
          "Path parameter " + parameter + ": " + program.text() + ": " + e.getMessage(),
          e);
    }
  }

  /** Whether a path parameter is wanted of a record. */
  static boolean filter(String parameter, Program filter, JsonNode record) {
    JsonNode wanted = evaluate(parameter, filter, record);
    if (!wanted.isBoolean()) {
      throw new ReadException(
          Category.USER,
          "Path parameter "
              + parameter
              + ": its filter "
              + filter.text()
              + " gives "
              + wanted.getNodeType()
              + ", not true or false.");
    }
    return wanted.booleanValue();
  }
}
