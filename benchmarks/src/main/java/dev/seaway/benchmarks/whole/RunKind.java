package dev.seaway.benchmarks.whole;

import java.util.Arrays;
import java.util.Locale;

/** What a run finds: an empty catalog, one that is equal to the site, or a tenth that differs. */
enum RunKind {
  FIRST,
  UNCHANGED,
  CHANGED;

  static final int CHANGED_PERCENT = 10;

  static RunKind of(String word) {
    return Arrays.stream(values())
        .filter(kind -> kind.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "--runs has \"" + word + "\"; it must be first, unchanged or changed"));
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Entities that such a run has to write. */
  int written(Size size) {
    return switch (this) {
      case FIRST -> size.total();
      case UNCHANGED -> 0;
      case CHANGED -> size.changed(CHANGED_PERCENT);
    };
  }

  /** Entities that the catalog holds before such a run. */
  int known(Size size) {
    return this == FIRST ? 0 : size.total();
  }
}
