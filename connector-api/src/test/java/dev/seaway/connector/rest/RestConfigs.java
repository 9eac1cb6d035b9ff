package dev.seaway.connector.rest;

import static dev.seaway.connector.Answers.at;

import com.fasterxml.jackson.core.JsonPointer;
import dev.seaway.connector.EndSigns;
import dev.seaway.connector.rest.RestConfig.AuthType;
import dev.seaway.connector.rest.RestConfig.PaginationType;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Configurations as users give them: little is set, the rest is as it is by default. */
final class RestConfigs {

  /** What is left when nothing but the base URL is given. */
  static final RestConfig DEFAULTS =
      new RestConfig(
          URI.create("https://api.test/root"),
          AuthType.NONE,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          "X-API-Key",
          Optional.empty(),
          Optional.empty(),
          Map.of(),
          PaginationType.NONE,
          100,
          Optional.empty(),
          Optional.empty(),
          1,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of(),
          List.of(),
          Optional.empty(),
          100,
          "@odata.nextLink",
          "next",
          List.of(),
          Duration.ofSeconds(30),
          true,
          10,
          Optional.empty());

  private RestConfigs() {}

  /**
   * The defaults with some components replaced; values of optional ones are given bare.
   *
   * @param others further components, each followed by its value
   */
  static RestConfig with(String component, Object value, Object... others) {
    Map<String, Object> options = new LinkedHashMap<>(Map.of(component, value));
    for (int i = 0; i < others.length; i += 2) {
      options.put((String) others[i], others[i + 1]);
    }
    return with(options);
  }

  private static RestConfig with(Map<String, Object> options) {
    try {
      var components = RestConfig.class.getRecordComponents();
      var values = new Object[components.length];
      for (int i = 0; i < components.length; i++) {
        Object value = options.get(components[i].getName());
        boolean optional = components[i].getType() == Optional.class;
        values[i] =
            value == null
                ? components[i].getAccessor().invoke(DEFAULTS)
                : optional ? Optional.of(value) : value;
      }
      return (RestConfig) RestConfig.class.getConstructors()[0].newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The usual flags and these, as the connector looks for them. */
  static EndSigns flags(String... further) {
    List<JsonPointer> hasMore =
        new ArrayList<>(
            at(
                "/has_more",
                "/hasMore",
                "/meta.has_more",
                "/meta/has_more",
                "/_links.next",
                "/_links/next"));
    hasMore.addAll(at(further));
    return new EndSigns(hasMore, at("/isLastPage", "/isLast"));
  }
}
