package dev.seaway.core.resync;

import dev.seaway.core.evidence.SignVocabulary;
import dev.seaway.core.evidence.SignVocabulary.Spelling;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How an API answers lists: how they are paged, where the records lie, and which signs of the end
 * it gives, under which names.
 *
 * @param asked records that are asked for per page
 * @param granted records that the API gives per page at most
 * @param records where the list lies in the body; empty: the body is the list
 * @param nested whether the records lie below parents, one list for each
 * @param mapsParents whether the parents are entities too
 * @param next how the end looks where the next page would be named
 * @param linkToo what else the Link header names
 * @param tokenAtEnd whether a full last page names a further one, which is empty
 * @param behind what comes behind the end of numbered pages
 */
record ApiShape(
    Style style,
    int asked,
    int granted,
    List<String> records,
    boolean nested,
    boolean mapsParents,
    Map<Sign, Place> signs,
    Empty next,
    LinkToo linkToo,
    boolean tokenAtEnd,
    Behind behind) {

  enum Style {
    NONE,
    OFFSET,
    PAGE_FROM_1,
    PAGE_FROM_0,
    CURSOR,
    BODY_LINK,
    HEADER_LINK;

    boolean isNumbered() {
      return this == OFFSET || this == PAGE_FROM_1 || this == PAGE_FROM_0;
    }

    boolean isNamed() {
      return this == CURSOR || this == BODY_LINK || this == HEADER_LINK;
    }
  }

  /** What an answer may say of its list. */
  enum Sign {
    MORE,
    LAST,
    TOTAL,
    COUNT,
    PAGES,
    NEXT,
    FIRST,
    PREVIOUS
  }

  enum Empty {
    NULL,
    ABSENT,
    TEXT
  }

  enum LinkToo {
    NOTHING,
    FIRST,
    FIRST_AND_LAST
  }

  enum Behind {
    EMPTY,
    NOT_FOUND,
    LAST_PAGE_AGAIN
  }

  /**
   * Where a sign stands.
   *
   * @param header whether it is a header: then the path is its name
   * @param form 0: a boolean or number, 1: a text, 2: a number in place of a boolean
   */
  record Place(List<String> path, boolean header, int form) {

    /** Whether the one lies where the other does, or within it. */
    boolean collidesWith(Place other) {
      int common = Math.min(path.size(), other.path.size());
      return header == other.header
          && path.subList(0, common).equals(other.path.subList(0, common));
    }

    @Override
    public String toString() {
      return (header ? "header " : "/") + String.join("/", path);
    }
  }

  private static final List<List<String>> RECORDS =
      List.of(
          List.of("values"),
          List.of(),
          List.of("data", "items"),
          List.of("results"),
          List.of("d", "page_of", "entries"));

  private static final List<String> CONTAINERS =
      List.of("meta", "pagination", "paging", "page_info", "listInfo", "_meta", "x_page");

  static ApiShape of(Choices choices) {
    Style style = choices.oneOf(Style.values());
    List<String> records = choices.oneOf(RECORDS);
    if (records.isEmpty() && (style == Style.CURSOR || style == Style.BODY_LINK)) {
      records = RECORDS.getFirst();
    }
    boolean nested = choices.percent(40);
    int asked = choices.between(1, 10);
    Map<Sign, Place> signs = signs(style, records, choices);
    boolean flagged = signs.containsKey(Sign.MORE) || signs.containsKey(Sign.LAST);
    Behind behind = choices.percent(75) ? Behind.EMPTY : choices.oneOf(Behind.values());
    // An API that names a page behind its last one must not take it back.
    boolean emptyLast = !flagged && behind == Behind.EMPTY && choices.percent(20);
    return new ApiShape(
        style,
        asked,
        choices.percent(70) ? asked : choices.between(1, 10),
        records,
        nested,
        nested && choices.percent(60),
        signs,
        choices.oneOf(Empty.values()),
        choices.oneOf(LinkToo.values()),
        emptyLast,
        behind);
  }

  private static Map<Sign, Place> signs(Style style, List<String> records, Choices choices) {
    Map<Sign, Place> signs = new EnumMap<>(Sign.class);
    if (style == Style.CURSOR || style == Style.BODY_LINK) {
      signs.put(Sign.NEXT, place(choices, records, names(Sign.NEXT, style), List.of()));
    }
    for (Sign sign : Sign.values()) {
      boolean fits =
          switch (sign) {
            case NEXT -> style.isNumbered();
            case PAGES, FIRST, PREVIOUS -> style.isNumbered();
            case MORE, LAST, TOTAL, COUNT -> true;
          };
      int share = sign == Sign.TOTAL ? 35 : 12;
      if (fits && choices.percent(share)) {
        List<String> headers = headers(sign);
        if (!records.isEmpty() || !headers.isEmpty()) {
          Place place = place(choices, records, names(sign, style), headers);
          if (signs.values().stream().noneMatch(place::collidesWith)) {
            signs.put(sign, place);
          }
        }
      }
    }
    return signs;
  }

  private static List<String> names(Sign sign, Style style) {
    return switch (sign) {
      case LAST -> SignVocabulary.fields("LAST");
      case NEXT ->
          style == Style.CURSOR
              ? join(SignVocabulary.fields("NEXT"), SignVocabulary.fields("TOKEN"))
              : SignVocabulary.fields("NEXT");
      default -> SignVocabulary.fields(sign.name());
    };
  }

  private static List<String> join(List<String> some, List<String> others) {
    List<String> all = new ArrayList<>(some);
    all.addAll(others);
    return all;
  }

  private static List<String> headers(Sign sign) {
    return sign == Sign.TOTAL || sign == Sign.PAGES
        ? SignVocabulary.headers(sign.name())
        : List.of();
  }

  private static Place place(
      Choices choices, List<String> records, List<String> names, List<String> headers) {
    int form = choices.below(3);
    if (!headers.isEmpty() && (records.isEmpty() || choices.percent(30))) {
      String name = choices.oneOf(headers);
      return new Place(List.of(name), true, form);
    }
    return new Place(path(choices, records, choices.oneOf(names)), false, form);
  }

  /** A path outside of the records, however deep they lie. */
  static List<String> path(Choices choices, List<String> records, String word) {
    List<String> path = new ArrayList<>(records.subList(0, below(choices, records.size())));
    if (choices.percent(40)) {
      path.add(choices.oneOf(CONTAINERS));
    }
    Spelling spelling = choices.oneOf(Spelling.values());
    for (String part : word.split("/", -1)) {
      path.add(SignVocabulary.spelled(part, spelling));
    }
    return path;
  }

  private static int below(Choices choices, int bound) {
    return bound == 0 ? 0 : choices.below(bound);
  }

  Optional<Place> sign(Sign sign) {
    return Optional.ofNullable(signs.get(sign));
  }

  /** Whether a whole reading without faults proves the end. */
  boolean proves() {
    boolean link = style == Style.HEADER_LINK && linkToo != LinkToo.NOTHING;
    boolean behindBreaks =
        style.isNumbered()
            && behind != Behind.EMPTY
            && sign(Sign.TOTAL).isEmpty()
            && (sign(Sign.PAGES).isEmpty() || style == Style.OFFSET);
    return !behindBreaks
        && (link
            || signs.keySet().stream()
                .anyMatch(
                    sign ->
                        sign == Sign.MORE
                            || sign == Sign.LAST
                            || sign == Sign.TOTAL
                            || sign == Sign.PAGES));
  }

  String dataPath() {
    return records.isEmpty() ? "." : "." + String.join(".", records);
  }
}
