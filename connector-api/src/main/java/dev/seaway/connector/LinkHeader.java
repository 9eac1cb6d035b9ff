package dev.seaway.connector;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds a link in the value of a {@code Link} header, by the grammar of RFC 8288, section 3. */
final class LinkHeader {

  private static final Pattern TARGET = Pattern.compile("^[\\s,]*+<([^>]*+)>");

  /** A name and, if it has one, its value: quoted or a token. The name itself may be missing. */
  private static final Pattern PARAMETER =
      Pattern.compile(
          "^\\s*+;\\s*+(?:([^\\s=;,\"]++)"
              + "(?:\\s*+=\\s*+(?:\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"|([^\\s;,\"]*+)))?)?");

  private static final Pattern SPACE = Pattern.compile("\\s+");

  private static final Pattern REST = Pattern.compile("[\\s,]*+");

  private LinkHeader() {}

  /** The target of the first link of that relation. */
  static Optional<String> target(String header, String relation) {
    Matcher reader = TARGET.matcher(header);
    while (reader.lookingAt()) {
      String target = reader.group(1);
      advance(reader, PARAMETER);
      if (names(relations(reader), relation)) {
        return Optional.of(target);
      }
      reader.usePattern(TARGET);
    }
    if (!reader.usePattern(REST).matches()) {
      throw new Pagination.BrokenPaging(
          "The Link header cannot be read from its character " + (reader.regionStart() + 1) + ".");
    }
    return Optional.empty();
  }

  /** Reads all parameters of a link; the first {@code rel} counts, as the grammar says. */
  private static @Nullable String relations(Matcher reader) {
    String relations = null;
    while (reader.lookingAt()) {
      if (relations == null && "rel".equalsIgnoreCase(reader.group(1))) {
        relations = reader.group(2) != null ? reader.group(2) : reader.group(3);
      }
      advance(reader, PARAMETER);
    }
    return relations;
  }

  private static void advance(Matcher reader, Pattern expected) {
    reader.region(reader.end(), reader.regionEnd()).usePattern(expected);
  }

  private static boolean names(@Nullable String relations, String relation) {
    return relations != null
        && List.of(SPACE.split(relations.toLowerCase(Locale.ROOT)))
            .contains(relation.toLowerCase(Locale.ROOT));
  }
}
