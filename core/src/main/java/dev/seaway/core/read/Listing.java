package dev.seaway.core.read;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiResponse;
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
 * @param recordKeys where a record may hold what tells it from the others, beside the usual fields
 * @param naming what the mapping calls its records
 */
public record Listing(
    String name,
    ApiRequest request,
    Records records,
    Pagination pagination,
    List<Parameter> parameters,
    List<JsonPointer> recordKeys,
    Naming naming) {

  public Listing {
    parameters = List.copyOf(parameters);
    recordKeys = List.copyOf(recordKeys);
  }

  /** A list whose records are told apart by one of the usual fields. */
  public Listing(
      String name,
      ApiRequest request,
      Records records,
      Pagination pagination,
      List<Parameter> parameters) {
    this(name, request, records, pagination, parameters, List.of(), Naming.BY_CONTENT);
  }

  /** The same list, whose records are named by a mapping. */
  public Listing namedBy(Naming names) {
    return new Listing(name, request, records, pagination, parameters, recordKeys, names);
  }

  /** The records of an answer; none of one without content. */
  public List<JsonNode> recordsOf(ApiResponse response) {
    return hasNoContent(response) ? List.of() : records.in(response.body());
  }

  /** The records that came over the wire; empty where nothing tells how many came. */
  Optional<List<JsonNode>> received(ApiResponse response, List<JsonNode> found) {
    return hasNoContent(response) ? Optional.of(found) : records.received(response.body(), found);
  }

  /** Whether records came with an answer, as far as that can be told. */
  public boolean holdsRecords(ApiResponse response) {
    List<JsonNode> found = recordsOf(response);
    return !received(response, found).orElse(found).isEmpty();
  }

  private static boolean hasNoContent(ApiResponse response) {
    return response.status() == 204 || response.status() == 205;
  }

  /** Gives what a record is called: equal values for records that mean the same. */
  public interface Naming {

    /** A record is what it holds. */
    Naming BY_CONTENT = record -> record;

    /** Never throws for what a record holds. */
    Object of(JsonNode record);

    /** Places in a record of which a single one makes its name; the first goes first. */
    default List<JsonPointer> keys() {
      return List.of();
    }
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
