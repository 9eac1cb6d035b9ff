package dev.seaway.core.evidence;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place in the envelopes of one list. The pages of a list bring the same names again and again,
 * so what a name says is found out once for its place. Not thread-safe.
 */
final class Place {

  /** Of one list; an API may invent names for each page. */
  private static final int MOST_REMEMBERED = 4_000;

  /** How many places of the list are remembered. */
  private static final class Remembered {
    private int places;
  }

  private final Remembered remembered;
  private final Map<String, Place> fields = new HashMap<>();
  private final String name;
  private final String pointer;
  private final int depth;
  private final Optional<SignMeaning> meaning;
  private final Optional<SignMeaning> meaningByParent;
  private final boolean mayCount;
  private final boolean repeatsRequest;
  private final boolean isOfPaging;
  private final boolean isParent;
  private final boolean isOfLinks;

  private Place(Remembered remembered, @Nullable Place parent, String name, String pointer) {
    this.remembered = remembered;
    this.name = name;
    this.pointer = pointer;
    this.depth = parent == null ? 0 : parent.depth + 1;
    String above = parent == null ? "" : parent.name;
    this.meaning = SignWords.ofField(above, name);
    this.meaningByParent = SignWords.below(above, name);
    this.mayCount = meaning.equals(Optional.of(SignMeaning.LAST)) && !SignWords.isNameOfFlag(name);
    this.repeatsRequest = SignWords.isOfRequest(name);
    this.isOfPaging = SignWords.isOfPaging(name);
    this.isParent = SignWords.isParent(name);
    this.isOfLinks = SignWords.normalised(name).startsWith("link");
  }

  /** Where an answer of a list begins. */
  static Place root() {
    return new Place(new Remembered(), null, "", "");
  }

  /** The place of a field of the object that lies here. */
  Place field(String field) {
    return below(field, field);
  }

  /** The place of an element of the list that lies here; it goes by the list's name. */
  Place element(int index) {
    return below(Integer.toString(index), name);
  }

  private Place below(String step, String called) {
    Place known = fields.get(step);
    if (known != null && known.name.equals(called)) {
      return known;
    }
    Place place = new Place(remembered, this, called, pointer + "/" + Sign.escaped(step));
    if (remembered.places < MOST_REMEMBERED) {
      remembered.places++;
      fields.put(step, place);
    }
    return place;
  }

  /** As a JSON pointer. */
  String pointer() {
    return pointer;
  }

  String name() {
    return name;
  }

  /** Whether it is an element of an answer that is a list itself, such as {@code /0}. */
  boolean isElement() {
    return depth == 1 && name.chars().allMatch(Character::isDigit);
  }

  /** How many steps lead to it. */
  int depth() {
    return depth;
  }

  /**
   * What its name says.
   *
   * @param byParent whether only words below a named parent count
   */
  Optional<SignMeaning> meaning(boolean byParent) {
    return byParent ? meaningByParent : meaning;
  }

  /**
   * Whether a number here may count something, though its word is that of a flag: {@code done}
   * beside {@code todo}.
   */
  boolean mayCount() {
    return mayCount;
  }

  /** Whether a number here only repeats what was asked for, such as the size of a page. */
  boolean repeatsRequest() {
    return repeatsRequest;
  }

  /** Whether an object here speaks of the pages of the list beside it. */
  boolean isOfPaging() {
    return isOfPaging;
  }

  /** Whether words hold below that name. */
  boolean isParent() {
    return isParent;
  }

  /** Whether a list here is one of links. */
  boolean isOfLinks() {
    return isOfLinks;
  }
}
