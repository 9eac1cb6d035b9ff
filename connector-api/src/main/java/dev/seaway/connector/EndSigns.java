package dev.seaway.connector;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * By what the answers of a list tell whether there is more, as the connector or the user names it.
 * The engine knows the usual words by itself; what is named here goes before them.
 *
 * @param hasMore places of a value that is true, or filled, while there is more; the first that is
 *     there counts
 * @param lastPage places of a flag that is true on the last page; the first that is there counts
 * @param declared what else is named
 */
public record EndSigns(List<JsonPointer> hasMore, List<JsonPointer> lastPage, Declared declared) {

  /** Nothing is named. */
  public static final EndSigns NONE = new EndSigns(List.of(), List.of());

  /**
   * What the user names where the usual words do not fit.
   *
   * @param flagsRequired whether a list of which no answer holds one of the flags is in doubt
   * @param totals places of the number of all records of the list
   * @param totalHeaders names of headers that hold it
   * @param pages places of the number of all pages
   * @param ignored places of signs that mean nothing here
   * @param endStatuses HTTP statuses with which the API answers a page behind the end
   * @param endCursors values of a cursor that mean the end
   * @param recordKeys places of the value by which a record is told from the others of its list
   * @param emptyPages pages in a row that may hold no record and name a next one, at least 1
   */
  public record Declared(
      boolean flagsRequired,
      List<JsonPointer> totals,
      Set<String> totalHeaders,
      List<JsonPointer> pages,
      SignPlaces ignored,
      Set<Integer> endStatuses,
      Set<String> endCursors,
      List<JsonPointer> recordKeys,
      int emptyPages) {

    /** As many empty pages as a list may have in a row where nobody says otherwise. */
    public static final int EMPTY_PAGES = 100;

    /** Nothing. */
    public static final Declared NOTHING =
        new Declared(
            false,
            List.of(),
            Set.of(),
            List.of(),
            SignPlaces.NONE,
            Set.of(),
            Set.of(),
            List.of(),
            EMPTY_PAGES);

    public Declared {
      totals = List.copyOf(totals);
      totalHeaders = ordered(totalHeaders);
      pages = List.copyOf(pages);
      endStatuses = ordered(endStatuses);
      endCursors = ordered(endCursors);
      recordKeys = List.copyOf(recordKeys);
    }

    /** Whether what stands at that place means nothing here. */
    public boolean ignores(JsonPointer place) {
      return ignored.has(place.toString());
    }

    private static <T> Set<T> ordered(Set<T> values) {
      return Collections.unmodifiableSet(new LinkedHashSet<>(values));
    }
  }

  public EndSigns {
    hasMore = List.copyOf(hasMore);
    lastPage = List.copyOf(lastPage);
  }

  /** Flags alone. */
  public EndSigns(List<JsonPointer> hasMore, List<JsonPointer> lastPage) {
    this(hasMore, lastPage, Declared.NOTHING);
  }

  /**
   * Whether the answer says that there is more; empty where it says nothing, be it because the user
   * says that its flag means nothing.
   *
   * @throws Pagination.BrokenPaging if it says both, or if a flag of the last page is no flag
   */
  public Optional<Boolean> says(JsonNode body) {
    Optional<Boolean> more = first(body).map(body::at).map(EndSigns::isFilled);
    Optional<Boolean> last = lastPageFlag(body);
    if (more.isPresent() && last.isPresent() && more.get().equals(last.get())) {
      throw new Pagination.BrokenPaging(
          "The answer says both that this is the last page and that there is more, or neither.");
    }
    return last.isPresent() ? last.map(flag -> !flag) : more;
  }

  /** The value of a flag: true, false, 0, 1, or one of these as text; empty where it is none. */
  public static Optional<Boolean> flag(JsonNode value) {
    return switch (value.asText().strip().toLowerCase(Locale.ROOT)) {
      case "true", "1" -> value.isValueNode() ? Optional.of(true) : Optional.empty();
      case "false", "0" -> value.isValueNode() ? Optional.of(false) : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** Whether a value is there and says something: no null, no empty text, no 0, no false. */
  public static boolean isFilled(JsonNode value) {
    return switch (value.getNodeType()) {
      case BOOLEAN -> value.booleanValue();
      case NUMBER -> value.doubleValue() != 0;
      case STRING -> !value.textValue().isBlank() && flag(value).orElse(true);
      case ARRAY -> !value.isEmpty();
      case OBJECT -> value.valueStream().anyMatch(EndSigns::isFilled);
      case BINARY, MISSING, NULL, POJO -> false;
    };
  }

  boolean isEnd(String cursor) {
    return declared.endCursors().contains(cursor);
  }

  /** Where the answer says that there is more, as a user can name it in {@code ignoredSigns}. */
  String place(JsonNode body) {
    return lastPagePlace(body).or(() -> first(body)).map(JsonPointer::toString).orElse("");
  }

  private Optional<Boolean> lastPageFlag(JsonNode body) {
    return lastPagePlace(body)
        .map(place -> flag(body.at(place)).orElseThrow(() -> noFlag(place, body.at(place))));
  }

  private Optional<JsonPointer> lastPagePlace(JsonNode body) {
    for (JsonPointer place : lastPage) {
      JsonNode value = body.at(place);
      if (!value.isMissingNode() && !value.isNull() && !declared.ignores(place)) {
        return Optional.of(place);
      }
    }
    return Optional.empty();
  }

  private static Pagination.BrokenPaging noFlag(JsonPointer place, JsonNode value) {
    String shown = value.isNumber() ? "the number " + value.asText() : "no true or false";
    return new Pagination.BrokenPaging(
        "%s is taken for a flag that is true on the last page, but it is %s; name a number of pages with pagesPath, and only a flag with lastPagePath."
            .formatted(place, shown));
  }

  private Optional<JsonPointer> first(JsonNode body) {
    for (JsonPointer place : hasMore) {
      if (!body.at(place).isMissingNode() && !declared.ignores(place)) {
        return Optional.of(place);
      }
    }
    return Optional.empty();
  }
}
