package dev.seaway.connector;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Places in answers: JSON pointers and names of headers, in any case. A pointer also names what
 * lies below it, and {@code /*} in it stands for each element of a list.
 *
 * @param names as the user has written them, in that order
 */
public record SignPlaces(Set<String> names) {

  /** No place. */
  public static final SignPlaces NONE = new SignPlaces(Set.of());

  private static final Pattern NUMBER = Pattern.compile("/[0-9]++(?=/|$)");

  public SignPlaces {
    names = Collections.unmodifiableSet(new LinkedHashSet<>(names));
  }

  public boolean isEmpty() {
    return names.isEmpty();
  }

  /**
   * Whether a place is named, or one that it lies in.
   *
   * @param place a JSON pointer, or the name of a header
   */
  public boolean has(String place) {
    if (names.isEmpty()) {
      return false;
    }
    String any = anyElement(place);
    return names.stream().anyMatch(name -> holds(name, place) || holds(name, any));
  }

  private static boolean holds(String name, String place) {
    return place.equalsIgnoreCase(name) || (name.startsWith("/") && place.startsWith(name + "/"));
  }

  /** A pointer with {@code /*} in place of the numbers of elements. */
  public static String anyElement(String pointer) {
    return NUMBER.matcher(pointer).replaceAll("/*");
  }
}
