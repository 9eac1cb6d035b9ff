package dev.seaway.core.evidence;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Something that an answer says about its list, outside of the records.
 *
 * @param place a JSON pointer, or the name of a header
 */
record Sign(Meaning meaning, String place, JsonNode value) {

  boolean isHeader() {
    return !place.startsWith("/");
  }

  /** The last part of the place, as words are compared. */
  String word() {
    return SignWords.normalised(isHeader() ? place : place.substring(place.lastIndexOf('/') + 1));
  }
}
