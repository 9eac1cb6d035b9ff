package dev.seaway.core.evidence;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.EndSigns;
import dev.seaway.connector.Pagination;
import dev.seaway.core.evidence.Verdict.Contradicted;
import dev.seaway.core.evidence.Verdict.Contradiction;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The flags that the connector or the user names. */
final class Flags {

  private final EndSigns signs;
  private final List<JsonPointer> places;
  private boolean held;
  private boolean couldHold;

  /** Whether the last answer held a flag, not only a place that is empty. */
  private boolean isSaid;

  private Optional<Boolean> more = Optional.empty();
  private Optional<Contradicted> broken = Optional.empty();

  Flags(EndSigns signs) {
    this.signs = signs;
    this.places = Stream.concat(signs.hasMore().stream(), signs.lastPage().stream()).toList();
  }

  void page(JsonNode body) {
    couldHold |= body.isObject();
    isSaid = false;
    for (JsonPointer place : places) {
      JsonNode value = body.at(place);
      held |= !value.isMissingNode();
      isSaid |= EndSigns.flag(value).isPresent();
    }
    try {
      more = signs.says(body);
    } catch (Pagination.BrokenPaging e) {
      more = Optional.empty();
      broken =
          Optional.of(
              new Contradicted(
                  Contradiction.MORE,
                  "an answer contradicts itself: " + e.getMessage(),
                  "check hasMorePath and lastPagePath"));
    }
  }

  /** An answer whose flags contradict each other, or are none. */
  Optional<Contradicted> broken() {
    return broken;
  }

  /** The last page's flag, if it says that there is no more. */
  Optional<String> end() {
    return more.filter(there -> !there && isSaid)
        .map(_ -> "the last answer says that it is the last one");
  }

  /** Whether the user has named flags that no answer held. */
  Optional<Contradicted> missing() {
    return signs.declared().flagsRequired() && couldHold && !held
        ? Optional.of(
            new Contradicted(
                Contradiction.MORE,
                "no answer held a flag at " + places.stream().map(JsonPointer::toString).toList(),
                "correct hasMorePath or lastPagePath"))
        : Optional.empty();
  }
}
