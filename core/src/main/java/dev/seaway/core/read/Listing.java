package dev.seaway.core.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.Pagination;
import dev.seaway.core.SeawayException.Category;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One list of the tool: what is asked first, where the records lie, how pages follow each other.
 *
 * @param name the kind as the user wrote it
 * @param request its target may hold {@code {name}} parameters
 * @param parameters what resolves them
 */
public record Listing(
    String name,
    ApiRequest request,
    Records records,
    Pagination pagination,
    List<Parameter> parameters) {

  public Listing {
    parameters = List.copyOf(parameters);
  }

  /** Finds the records of one answer. */
  public interface Records {

    /** Throws {@link ReadException} where the answer holds no list of records. */
    List<JsonNode> in(JsonNode body);

    /**
     * The records that came over the wire, where {@link #in} may leave some of them out: paging
     * goes by these. Empty where nothing tells how many came.
     */
    default Optional<List<JsonNode>> received(JsonNode body, List<JsonNode> records) {
      return Optional.of(records);
    }
  }

  /**
   * Resolves {@code {name}} in a path.
   *
   * @param values the list whose records hold the values; its own target may hold other parameters
   * @param value the value of one record; empty where the record is to be passed over
   */
  public record Parameter(String name, Listing values, Value value) {

    /** Whether who reads that list as a kind sees the very records that hold the values. */
    boolean isReadBy(Listing kind, Map<String, JsonNode> bound) {
      return values.records().equals(kind.records())
          && values.pagination().equals(kind.pagination())
          && PathTemplate.resolve(values.request(), bound)
              .equals(PathTemplate.resolve(kind.request(), bound));
    }

    /** The value of one record, which must be one that a path can hold. */
    Optional<JsonNode> valueOf(JsonNode record) {
      Optional<JsonNode> found = value.of(record);
      if (found.filter(Parameter::isUnusable).isPresent()) {
        throw new ReadException(
            Category.USER,
            "%s: the path parameter %s has no usable value in a record; check its field, or leave such records out with filter."
                .formatted(values.name(), name));
      }
      return found;
    }

    private static boolean isUnusable(JsonNode value) {
      return !value.isValueNode() || value.isNull() || value.asText().isEmpty();
    }
  }

  /**
   * Finds a parameter's value in a record. Equal ones find the same, so that a list is read once.
   */
  public interface Value {
    Optional<JsonNode> of(JsonNode record);
  }
}
