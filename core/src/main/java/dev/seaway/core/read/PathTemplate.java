package dev.seaway.core.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.ApiRequest;
import dev.seaway.core.SeawayException.Category;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The {@code {name}} parameters of a path. */
public final class PathTemplate {

  private static final Pattern PARAMETER = Pattern.compile("\\{([A-Za-z_][A-Za-z0-9_-]*)}");

  private static final Pattern ENCODED = Pattern.compile("%[0-9A-Fa-f]{2}");

  private PathTemplate() {}

  /** The names in the order in which they occur, each once. */
  public static List<String> names(String path) {
    return PARAMETER.matcher(path).results().map(found -> found.group(1)).distinct().toList();
  }

  /**
   * Puts the values into the path. A slash in a value parts segments, for {@code acme/web} may well
   * be meant so; what is percent-encoded already, as {@code @uri} does it, stays as it is; all else
   * that a segment cannot hold is encoded. Every name must have a value.
   */
  static ApiRequest resolve(ApiRequest request, Map<String, JsonNode> values) {
    if (values.isEmpty()) {
      return request;
    }
    String path =
        PARAMETER
            .matcher(request.target())
            .replaceAll(found -> Matcher.quoteReplacement(segment(found, values)));
    return new ApiRequest(
        request.method(), path, request.query(), request.headers(), request.body());
  }

  private static String segment(MatchResult found, Map<String, JsonNode> values) {
    JsonNode value = values.get(found.group(1));
    return value == null ? found.group() : encoded(found.group(1), value.asText());
  }

  private static String encoded(String name, String value) {
    return Stream.of(value.split("/", -1))
        .map(part -> encodedSegment(name, value, part))
        .collect(Collectors.joining("/"));
  }

  private static String encodedSegment(String name, String value, String part) {
    String plain = ENCODED.matcher(part).replaceAll(PathTemplate::decoded);
    if (plain.equals(".")
        || plain.equals("..")
        || plain.chars().anyMatch(Character::isISOControl)) {
      // Encoded or not, a server would take it for a step in the path and answer another list.
      throw new ReadException(
          Category.EXTERNAL,
          "The path parameter %s has the value \"%s\", which no path can hold; leave such records out with filter."
              .formatted(name, value));
    }
    StringBuilder encoded = new StringBuilder();
    Matcher known = ENCODED.matcher(part);
    int from = 0;
    while (known.find()) {
      encoded.append(encodedText(part.substring(from, known.start()))).append(known.group());
      from = known.end();
    }
    return encoded.append(encodedText(part.substring(from))).toString();
  }

  private static String decoded(MatchResult octet) {
    return Matcher.quoteReplacement(
        Character.toString((char) Integer.parseInt(octet.group().substring(1), 16)));
  }

  private static String encodedText(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
  }
}
