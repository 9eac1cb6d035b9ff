package dev.seaway.connector;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One list of records that the tool offers, for example its service desks. */
public sealed interface Kind {

  /** The name by which a mapping refers to it. */
  String name();

  /**
   * A list behind an API path.
   *
   * @param request what is asked; its target may hold {@code {name}} parameters, which {@code
   *     parents} resolve
   * @param records where the records lie in an answer
   * @param lookUp how one record is asked for; empty: it cannot be
   */
  record Api(
      String name,
      ApiRequest request,
      JsonPointer records,
      Pagination pagination,
      List<Parent> parents,
      Optional<LookUp> lookUp)
      implements Kind {

    public Api {
      parents = List.copyOf(parents);
    }

    /** A list whose records cannot be asked for one by one. */
    public Api(
        String name,
        ApiRequest request,
        JsonPointer records,
        Pagination pagination,
        List<Parent> parents) {
      this(name, request, records, pagination, parents, Optional.empty());
    }

    /** This list, whose records can be asked for one by one. */
    public Api lookedUpBy(LookUp by) {
      return new Api(name, request, records, pagination, parents, Optional.of(by));
    }

    /** A list read with GET, without parameters in its path. */
    public static Api of(String name, String path, JsonPointer records, Pagination pagination) {
      return new Api(name, ApiRequest.get(path), records, pagination, List.of());
    }
  }

  /** The last resort: a list that no declaration can describe, read by code. */
  record Code(String name, PageReader reader) implements Kind {}

  /**
   * Resolves {@code {parameter}} of a path to the values at {@code field} of the records of another
   * declared kind.
   */
  record Parent(String parameter, String kind, JsonPointer field) {}

  /**
   * Reads a list and hands over its pages in order, on the calling thread. It returns when the list
   * was read to its end.
   */
  interface PageReader {
    void read(ApiClient api, Consumer<Page> pages);
  }
}
