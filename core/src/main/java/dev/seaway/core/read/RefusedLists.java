package dev.seaway.core.read;

import dev.seaway.core.http.ApiException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lists of one kind that the tool refuses to give, such as the commits of an empty repository: the
 * others are read all the same, and the kind fails in the end. Not thread-safe.
 */
public final class RefusedLists {

  private static final Logger log = LoggerFactory.getLogger(RefusedLists.class);

  /** So many refusals in a row, and none that was answered: then the kind as such is refused. */
  private static final int IN_A_ROW = 20;

  private final String kind;
  private final Map<String, Integer> causes = new TreeMap<>();
  private Optional<ApiException> first = Optional.empty();
  private int inARow;

  public RefusedLists(String kind) {
    this.kind = kind;
  }

  /** One of the lists was given. */
  public void given() {
    inARow = 0;
  }

  /**
   * One of the lists was refused. Throws the failure where it speaks of more than that list.
   *
   * @param split a kind without path parameters has but one list
   */
  public void refused(Split split, ApiException failure) {
    inARow++;
    if (split.values().isEmpty() || !failure.concernsOneList() || inARow == IN_A_ROW) {
      throw failure;
    }
    causes.merge("status " + failure.status().orElse(0), 1, Integer::sum);
    first = first.or(() -> Optional.of(failure));
  }

  /** Throws the first refusal, once all other lists were read. */
  public void rethrow() {
    if (first.isPresent()) {
      log.warn(
          "{}: the tool has refused some of its lists {}; the others were read. Leave records that"
              + " have no such list out with filter of selector.path_parameters, or name a status"
              + " that means an empty list in endStatus",
          kind,
          causes);
      throw first.get();
    }
  }
}
