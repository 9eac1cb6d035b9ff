package dev.seaway.core.events.disk;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Entries that reach the disk together, or not at all. Guarded by the journal's locks. */
final class Batch {

  final List<Entry> entries = new ArrayList<>();
  boolean settled;
  @Nullable Throwable failure;
}
