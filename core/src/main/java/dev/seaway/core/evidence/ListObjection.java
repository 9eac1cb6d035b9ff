package dev.seaway.core.evidence;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.SignPlaces;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What says that a list inside of a record is not whole.
 *
 * @param isPart whether it says that something failed or was cut, and not how much there is
 * @param place where it stands, whatever the numbers of the elements on the way to it
 * @param found where it stands in this answer, what it is, and how many came of the list
 */
public record ListObjection(boolean isPart, String place, String found) {

  /**
   * What a record says against a list that it holds: by names that refer to the list, or in the
   * object that holds it.
   *
   * @param list where it lies
   * @param ignored places of signs, as seen from the record, that mean nothing
   * @return empty where nothing says that there is more of it
   */
  public static Optional<ListObjection> of(JsonNode record, JsonPointer list, SignPlaces ignored) {
    JsonNode array = record.at(list);
    if (!array.isArray() && !array.isMissingNode() && !array.isNull()) {
      return Optional.empty();
    }
    List<Sign> signs = new InnerSigns(names(list), false).of(record, "");
    return new InnerList(signs, array.size()).without(ignored).strong(array.size(), 1);
  }

  /**
   * What a record says against any list in it of which an expression may take the items.
   *
   * @param names the fields that the expression names
   * @param ignored places of signs, as seen from the record, that mean nothing
   */
  public static Optional<ListObjection> anywhere(
      JsonNode record, Set<String> names, SignPlaces ignored) {
    return new NamedLists(names, ignored).objection(record);
  }

  private static List<String> names(JsonPointer place) {
    List<String> names = new ArrayList<>();
    for (JsonPointer at = place; !at.matches(); at = at.tail()) {
      names.add(at.getMatchingProperty());
    }
    return names;
  }
}
