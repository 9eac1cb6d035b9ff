package dev.seaway.connector;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.List;
import java.util.Optional;

/**
 * How a record is asked for by its id: before its entity is deleted, and when a live event says
 * that it has changed. A pure function of the list's request and the id.
 *
 * @param ids places in a record of the values by which it can be asked for: an entity whose
 *     identifier is one of them can be looked up
 * @param lists of which lists records can be asked for, and how
 */
public record LookUp(List<JsonPointer> ids, Lists lists) {

  public LookUp {
    ids = List.copyOf(ids);
  }

  /** The lists whose records can be asked for. */
  public interface Lists {

    /**
     * How records of that list are asked for; empty where they cannot be, for example because the
     * list is narrowed in a way that its look-up does not know.
     *
     * @param list the request of the kind's list, with what the mapping's author adds to it
     */
    Optional<Steps> steps(ApiRequest list);
  }

  /** The requests that find one record of a list. */
  public interface Steps {

    /**
     * Asked one after the other: the record is gone as soon as an answer is 404 or holds an empty
     * list at its place, and there if the last answer holds it. Whatever is said to be gone counts
     * only if the same credentials get the list with records. None where this id cannot be asked
     * for.
     */
    List<Step> of(String id);
  }

  /**
   * One request.
   *
   * @param record where its answer holds the record, or a list of it
   */
  public record Step(ApiRequest request, JsonPointer record) {}
}
