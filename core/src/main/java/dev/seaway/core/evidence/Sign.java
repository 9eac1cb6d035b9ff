package dev.seaway.core.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;

/**
 * Something that an answer says about its list, outside of the records.
 *
 * @param place a JSON pointer, or the name of a header
 * @param aboutList whether its place speaks of the list, so that it can prove its end: named by the
 *     user, a header, on the way to the records, or below a word for paging; a sign elsewhere can
 *     only contradict
 */
record Sign(SignMeaning meaning, String place, JsonNode value, boolean aboutList) {

  /** One whose place speaks of the list. */
  Sign(SignMeaning meaning, String place, JsonNode value) {
    this(meaning, place, value, true);
  }

  boolean isHeader() {
    return !place.startsWith("/");
  }

  /** Whether it is named, or what it lies in. */
  boolean isAmong(Collection<String> places) {
    return places.stream()
        .anyMatch(
            named ->
                place.equalsIgnoreCase(named)
                    || (named.startsWith("/") && place.startsWith(named + "/")));
  }

  /** The last part of the place, as words are compared. */
  String word() {
    return SignWords.normalised(isHeader() ? place : place.substring(place.lastIndexOf('/') + 1));
  }
}
