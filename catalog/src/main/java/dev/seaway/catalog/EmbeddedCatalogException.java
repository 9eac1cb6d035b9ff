package dev.seaway.catalog;

import org.jspecify.annotations.Nullable;

/**
 * The catalog cannot be opened or served; the message is one sentence: what, where, and what to do.
 */
public final class EmbeddedCatalogException extends RuntimeException {
  EmbeddedCatalogException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
