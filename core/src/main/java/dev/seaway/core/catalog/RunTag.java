package dev.seaway.core.catalog;

import java.util.UUID;

/** Marks the writes of one run for the catalog's audit log. */
public record RunTag(String resyncId) {

  /** A tag for a new run. */
  public static RunTag random() {
    return new RunTag(UUID.randomUUID().toString());
  }
}
