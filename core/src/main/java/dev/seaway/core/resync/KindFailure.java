package dev.seaway.core.resync;

import dev.seaway.core.FaultOrigin;
import dev.seaway.core.SeawayException;
import dev.seaway.core.SeawayException.Category;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a failure of one kind of whatever was thrown on its way, so that the others go on. */
final class KindFailure {

  private static final Logger log = LoggerFactory.getLogger(KindFailure.class);

  private KindFailure() {}

  /** The failure. Without memory nothing can go on: that is thrown again. */
  static SeawayException of(Throwable thrown) {
    if (thrown instanceof SeawayException known) {
      return known;
    }
    if (thrown instanceof OutOfMemoryError none) {
      throw none;
    }
    log.debug("The failure in full", thrown);
    return new SeawayException(
        Category.INTERNAL,
        "a fault of Seaway or of the connector's code: "
            + FaultOrigin.describe(thrown)
            + ". Run it again with APPLICATION__LOG_LEVEL=DEBUG to see where, and report that",
        thrown);
  }
}
