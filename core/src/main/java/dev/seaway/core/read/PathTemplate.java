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

/** The {@code {name}} parameters of a path. */
public final class PathTemplate {

  private static final Pattern PARAMETER = Pattern.compile("\\{([A-Za-z_][A-Za-z0-9_-]*)}");

  private PathTemplate() {}

  /** The names in the order in which they occur, each once. */
  public static List<String> names(String path) {
    return PARAMETER.matcher(path).results().map(found -> found.group(1)).distinct().toList();
  }

  /** Puts the values into the path, each encoded as one segment. Every name must have a value. */
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
    if (value.equals(".") || value.equals("..")) {
      // Encoded or not, a server would take it for a step in the path and answer another list.
      throw new ReadException(
          Category.EXTERNAL,
          "The path parameter %s has the value \"%s\", which no path can hold; leave such records out with filter."
              .formatted(name, value));
    }
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
  }
}
