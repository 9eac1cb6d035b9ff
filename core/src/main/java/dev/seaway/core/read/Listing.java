package dev.seaway.core.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.Pagination;
import java.util.List;
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
     * The records that came over the wire, where {@link #in} leaves some of them out: paging goes
     * by these.
     */
    default List<JsonNode> received(JsonNode body, List<JsonNode> records) {
      return records;
    }
  }

  /**
   * Resolves {@code {name}} in a path.
   *
   * @param values the list whose records hold the values; its own target may hold other parameters
   * @param value the value of one record; empty where the record is to be passed over
   */
  public record Parameter(String name, Listing values, Value value) {}

  /** Finds a parameter's value in a record. */
  public interface Value {
    Optional<JsonNode> of(JsonNode record);
  }
}
