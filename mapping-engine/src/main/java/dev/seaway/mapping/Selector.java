package dev.seaway.mapping;

import dev.seaway.jq.JqProgram;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How the records of a resource are read. Which of them are used is the {@link Mapping}'s business.
 *
 * @param dataPath gives the records of a response; absent: the response is the record or the list
 * @param pathParameters by name, in the order of the document
 */
public record Selector(
    RequestSpec request, Optional<JqProgram> dataPath, Map<String, PathParameter> pathParameters) {

  public Selector {
    pathParameters = Collections.unmodifiableMap(new LinkedHashMap<>(pathParameters));
  }
}
