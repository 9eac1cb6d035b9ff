package dev.seaway.connector;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the values of {@code Link} headers by the grammar of RFC 8288, section 3. Single quotes are
 * taken for double ones.
 */
public final class LinkHeader {

  private static final Pattern TARGET = Pattern.compile("^[\\s,]*+<([^>]*+)>");

  /** A name and, if it has one, its value: quoted or a token. The name itself may be missing. */
  private static final Pattern PARAMETER =
      Pattern.compile(
          "^\\s*+;\\s*+(?:([^\\s=;,\"]++)(?:\\s*+=\\s*+(?:\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\""
              + "|'([^']*+)'|([^\\s;,\"]*+)))?)?");

  private static final Pattern SPACE = Pattern.compile("\\s+");

  private static final Pattern REST = Pattern.compile("[\\s,]*+");

  private LinkHeader() {}

  /**
   * One link.
   *
   * @param relations in lower case
   * @param parameters name in lower case to value; of a repeated one the first
   */
  public record Link(String target, List<String> relations, Map<String, String> parameters) {

    /**
     * Whether it leads to records: Sentry names a next page always, and says here if it is none.
     */
    boolean leadsOn() {
      return !"false".equalsIgnoreCase(parameters.getOrDefault("results", ""));
    }
  }

  /**
   * The link of that relation, where it leads on.
   *
   * @throws Pagination.BrokenPaging if a {@code Link} header cannot be read
   */
  public static Optional<Link> next(ApiResponse response, String relation) {
    return response.headers().getOrDefault("link", List.of()).stream()
        .flatMap(header -> links(header).stream())
        .filter(link -> link.relations().contains(relation.toLowerCase(Locale.ROOT)))
        .findFirst()
        .filter(Link::leadsOn);
  }

  /**
   * Whether a link of that relation is named, even if it says that it leads nowhere.
   *
   * @throws Pagination.BrokenPaging if a {@code Link} header cannot be read
   */
  public static boolean names(ApiResponse response, String relation) {
    return response.headers().getOrDefault("link", List.of()).stream()
        .flatMap(header -> links(header).stream())
        .anyMatch(link -> link.relations().contains(relation));
  }

  /** All links of one header, in their order. */
  static List<Link> links(String header) {
    List<Link> links = new ArrayList<>();
    Matcher reader = TARGET.matcher(header);
    while (reader.lookingAt()) {
      String target = reader.group(1);
      advance(reader, PARAMETER);
      links.add(link(target, reader));
      reader.usePattern(TARGET);
    }
    if (!reader.usePattern(REST).matches()) {
      throw new Pagination.BrokenPaging(
          "The Link header cannot be read from its character " + (reader.regionStart() + 1) + ".");
    }
    return links;
  }

  private static Link link(String target, Matcher reader) {
    Map<String, String> parameters = new LinkedHashMap<>();
    while (reader.lookingAt()) {
      if (reader.group(1) != null) {
        parameters.putIfAbsent(reader.group(1).toLowerCase(Locale.ROOT), value(reader));
      }
      advance(reader, PARAMETER);
    }
    String relations = parameters.getOrDefault("rel", "").toLowerCase(Locale.ROOT).strip();
    return new Link(target, List.of(SPACE.split(relations)), parameters);
  }

  private static String value(Matcher reader) {
    for (int group = 2; group <= 4; group++) {
      if (reader.group(group) != null) {
        return reader.group(group);
      }
    }
    return "";
  }

  private static void advance(Matcher reader, Pattern expected) {
    reader.region(reader.end(), reader.regionEnd()).usePattern(expected);
  }
}
