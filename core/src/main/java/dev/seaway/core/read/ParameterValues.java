package dev.seaway.core.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.Page;
import dev.seaway.core.SeawayException.Category;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Resolves the parameters of paths. The lists that hold their values are read once in a run. */
final class ParameterValues {

  /** Reads all pages of a list whose parameters are resolved. */
  interface PagesReader {
    void read(Listing listing, Map<String, JsonNode> values, Consumer<Page> pages);
  }

  private record Asked(String name, ApiRequest request) {}

  private final PagesReader reader;
  private final Map<Asked, List<JsonNode>> known = new HashMap<>();

  ParameterValues(PagesReader reader) {
    this.reader = reader;
  }

  /**
   * Calls the action once for each combination of values; once with none for a path without
   * parameters.
   */
  void forEach(Listing listing, Consumer<Map<String, JsonNode>> action) {
    List<String> names = PathTemplate.names(listing.request().target());
    bind(listing, needed(listing, names), new LinkedHashMap<>(), action);
  }

  /**
   * The path's own parameters and those that their lists need in turn, in an order in which each
   * can be resolved.
   */
  private static List<Listing.Parameter> needed(Listing listing, List<String> names) {
    LinkedHashSet<Listing.Parameter> ordered = new LinkedHashSet<>();
    names.forEach(name -> collect(listing, name, List.of(), ordered));
    return List.copyOf(ordered);
  }

  private static void collect(
      Listing listing, String name, List<String> path, Set<Listing.Parameter> ordered) {
    if (path.contains(name)) {
      throw new ReadException(
          Category.USER, listing.name() + ": the path parameters " + path + " need each other.");
    }
    Listing.Parameter parameter = parameter(listing, name);
    List<String> deeper = new ArrayList<>(path);
    deeper.add(name);
    PathTemplate.names(parameter.values().request().target())
        .forEach(inner -> collect(listing, inner, deeper, ordered));
    ordered.add(parameter);
  }

  private static Listing.Parameter parameter(Listing listing, String name) {
    return listing.parameters().stream()
        .filter(candidate -> candidate.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new ReadException(
                    Category.USER,
                    listing.name()
                        + ": nothing says what {"
                        + name
                        + "} is; add selector.path_parameters."
                        + name
                        + "."));
  }

  private void bind(
      Listing listing,
      List<Listing.Parameter> open,
      Map<String, JsonNode> bound,
      Consumer<Map<String, JsonNode>> action) {
    if (open.isEmpty()) {
      action.accept(bound);
      return;
    }
    Listing.Parameter parameter = open.getFirst();
    for (JsonNode value : values(parameter, bound)) {
      Map<String, JsonNode> further = new LinkedHashMap<>(bound);
      further.put(parameter.name(), value);
      bind(listing, open.subList(1, open.size()), further, action);
    }
  }

  private List<JsonNode> values(Listing.Parameter parameter, Map<String, JsonNode> bound) {
    Asked asked =
        new Asked(parameter.name(), PathTemplate.resolve(parameter.values().request(), bound));
    List<JsonNode> values = known.get(asked);
    if (values == null) {
      values = read(parameter, bound);
      known.put(asked, values);
    }
    return values;
  }

  private List<JsonNode> read(Listing.Parameter parameter, Map<String, JsonNode> bound) {
    LinkedHashSet<JsonNode> values = new LinkedHashSet<>();
    reader.read(
        parameter.values(),
        bound,
        page -> page.records().forEach(record -> value(parameter, record).ifPresent(values::add)));
    return List.copyOf(values);
  }

  private static Optional<JsonNode> value(Listing.Parameter parameter, JsonNode record) {
    Optional<JsonNode> value = parameter.value().of(record);
    value.ifPresent(
        found -> {
          if (!found.isValueNode() || found.isNull() || found.asText().isEmpty()) {
            throw new ReadException(
                Category.USER,
                parameter.values().name()
                    + ": the path parameter "
                    + parameter.name()
                    + " has no usable value in a record; check its field, or leave such records out"
                    + " with filter.");
          }
        });
    return value;
  }
}
