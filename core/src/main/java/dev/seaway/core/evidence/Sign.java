package dev.seaway.core.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.SignPlaces;

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

  /** A name as a JSON pointer has it. */
  static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  /** Its place, whatever the numbers of the elements that it lies in. */
  String anyPlace() {
    return SignPlaces.anyElement(place);
  }

  /** The same with another meaning. */
  Sign meaning(SignMeaning other) {
    return new Sign(other, place, value, aboutList);
  }

  /** The last part of the place, as the answer has it. */
  String name() {
    return isHeader()
        ? place
        : place.substring(place.lastIndexOf('/') + 1).replace("~1", "/").replace("~0", "~");
  }

  boolean isHeader() {
    return !place.startsWith("/");
  }

  /** The last part of the place, as words are compared. */
  String word() {
    return SignWords.normalised(isHeader() ? place : place.substring(place.lastIndexOf('/') + 1));
  }
}
