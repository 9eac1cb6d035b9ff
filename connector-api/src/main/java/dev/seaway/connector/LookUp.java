package dev.seaway.connector;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.List;

/**
 * How a record is asked for by its id, so that nothing is deleted that the tool still has. A pure
 * function of the id and the list's request.
 *
 * @param ids places in a record of the values by which it can be asked for: an entity whose
 *     identifier is one of them can be looked up
 * @param steps what is asked
 */
public record LookUp(List<JsonPointer> ids, Steps steps) {

  public LookUp {
    ids = List.copyOf(ids);
  }

  /** The requests that find one record. */
  public interface Steps {

    /**
     * Asked one after the other: the record is gone as soon as an answer is 404 or holds no record
     * at its place, and there if the last answer holds one. None where it cannot be asked for, for
     * example because the list is narrowed in a way that its look-up does not know.
     *
     * @param list the request of the kind's list, with what the mapping's author adds to it
     */
    List<Step> of(String id, ApiRequest list);
  }

  /**
   * One request.
   *
   * @param record where its answer holds the record, or a list of it
   */
  public record Step(ApiRequest request, JsonPointer record) {}
}
