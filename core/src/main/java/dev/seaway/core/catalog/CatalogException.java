package dev.seaway.core.catalog;

import dev.seaway.core.SeawayException;
import dev.seaway.core.http.ApiException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The catalog could not do what a sync needs: nothing after it can be trusted to succeed. */
public final class CatalogException extends SeawayException {

  private static final Set<Integer> REFUSALS = Set.of(400, 404, 409, 413, 414, 422, 431);

  public CatalogException(Category category, String message, @Nullable Throwable cause) {
    super(category, message, cause);
  }

  /**
   * The status by which the catalog refused what it was sent, where it did and is otherwise well.
   */
  public OptionalInt refusalStatus() {
    return getCause() instanceof ApiException cause
        ? cause.status().stream().filter(REFUSALS::contains).findFirst()
        : OptionalInt.empty();
  }

  /** Whether the catalog failed on what it was sent (500), and may be well otherwise. */
  boolean isInternal() {
    return getCause() instanceof ApiException cause && cause.status().orElse(0) == 500;
  }

  /** Why the catalog refused what it was sent, where it did and is otherwise well. */
  public Optional<String> refusal() {
    return refusalStatus().isPresent() ? Optional.ofNullable(getMessage()) : Optional.empty();
  }
}
