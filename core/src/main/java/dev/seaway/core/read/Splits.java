package dev.seaway.core.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.BiFunction;

/**
 * The lists of a kind, one for each combination of the values of its parameters. The values of a
 * parameter are asked for when the first list needs them, since they may depend on those before.
 */
final class Splits implements Iterator<Split> {

  private final Listing listing;
  private final List<Listing.Parameter> parameters;
  private final BiFunction<Listing.Parameter, Map<String, JsonNode>, List<JsonNode>> values;
  private final ListCount count;

  /** For each parameter that has a value now, those combinations that are still to come. */
  private final Deque<Iterator<Map<String, JsonNode>>> open = new ArrayDeque<>();

  /**
   * @param parameters in an order in which each can be resolved
   * @param values gives those of a parameter, with the values of those before it
   */
  Splits(
      Listing listing,
      List<Listing.Parameter> parameters,
      BiFunction<Listing.Parameter, Map<String, JsonNode>, List<JsonNode>> values,
      ListCount count) {
    this.listing = listing;
    this.parameters = parameters;
    this.values = values;
    this.count = count;
    open.push(List.of(Map.<String, JsonNode>of()).iterator());
  }

  @Override
  public boolean hasNext() {
    while (!open.isEmpty()) {
      if (!open.element().hasNext()) {
        open.pop();
      } else if (open.size() > parameters.size()) {
        return true;
      } else {
        open.push(combined(parameters.get(open.size() - 1), open.element().next()));
      }
    }
    return false;
  }

  @Override
  public Split next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    count.next();
    return new Split(listing, open.element().next());
  }

  private Iterator<Map<String, JsonNode>> combined(
      Listing.Parameter parameter, Map<String, JsonNode> bound) {
    return values.apply(parameter, bound).stream()
        .<Map<String, JsonNode>>map(
            value -> {
              Map<String, JsonNode> further = new LinkedHashMap<>(bound);
              further.put(parameter.name(), value);
              return further;
            })
        .iterator();
  }
}
