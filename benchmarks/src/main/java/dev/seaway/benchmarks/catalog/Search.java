package dev.seaway.benchmarks.catalog;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.seaway.benchmarks.wire.WireRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The one search that a sync asks: identifiers of a blueprint, from a datasource.
 *
 * @param datasource texts that the datasource must contain
 */
record Search(List<String> blueprints, List<String> identifiers, List<String> datasource) {

  static Search read(WireRequest request) throws IOException {
    Search search = new Search(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    try (JsonParser parser = Bulk.parser(request)) {
      while (parser.nextToken() != JsonToken.START_ARRAY) {
        if (parser.currentToken() == null) {
          throw new IOException("The search has no rules");
        }
      }
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        search.rule(parser);
      }
    }
    if (search.blueprints.size() != 1) {
      throw new IOException("A search must name one blueprint here");
    }
    return search;
  }

  private void rule(JsonParser parser) throws IOException {
    String property = "";
    String operator = "";
    List<String> values = new ArrayList<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "property" -> property = parser.getText();
        case "operator" -> operator = parser.getText();
        case "value" -> values(parser, values);
        default -> throw new IOException("This catalog does not know the search field " + name);
      }
    }
    switch (property + " " + operator) {
      case "$identifier in" -> identifiers.addAll(values);
      case "$blueprint =" -> blueprints.addAll(values);
      case "$datasource contains" -> datasource.addAll(values);
      default -> throw new IOException("This catalog cannot search by " + property);
    }
  }

  private static void values(JsonParser parser, List<String> values) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      values.add(parser.getText());
      return;
    }
    while (parser.nextToken() == JsonToken.VALUE_STRING) {
      values.add(parser.getText());
    }
  }

  boolean matches(Stored stored) {
    return datasource.stream().allMatch(stored.datasource()::contains);
  }
}
