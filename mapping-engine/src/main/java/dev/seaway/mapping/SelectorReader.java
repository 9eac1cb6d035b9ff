package dev.seaway.mapping;

import dev.seaway.jq.JqProgram;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads how the records of a resource are requested. Its {@code query} was read before. */
final class SelectorReader {

  private final Problems problems;
  private final Expressions expressions;

  SelectorReader(Problems problems, Expressions expressions) {
    this.problems = problems;
    this.expressions = expressions;
  }

  Optional<Selector> read(String kind, Optional<Section> section) {
    return section.isEmpty()
        ? Optional.of(new Selector(RequestReader.plain(), Optional.empty(), Map.of()))
        : Optional.of(read(kind, section.get()));
  }

  private Selector read(String kind, Section section) {
    RequestSpec request = new RequestReader(problems).read(section);
    Optional<JqProgram> dataPath = expressions.optional(section, "data_path");
    Map<String, PathParameter> parameters = pathParameters(kind, section);
    section.warnOfUnknownKeys();
    return new Selector(request, dataPath, parameters);
  }

  private Map<String, PathParameter> pathParameters(String kind, Section section) {
    Map<String, PathParameter> parameters = new LinkedHashMap<>();
    Optional<Section> given = section.section("path_parameters");
    given.ifPresent(
        all ->
            all.entries()
                .forEach(
                    entry ->
                        Section.of(entry.getValue(), all.path(entry.getKey()), problems)
                            .flatMap(one -> pathParameter(entry.getKey(), one))
                            .ifPresent(read -> parameters.put(read.name(), read))));
    given.ifPresent(all -> new Placeholders(kind, parameters).check(all, problems));
    return parameters;
  }

  private Optional<PathParameter> pathParameter(String name, Section section) {
    Optional<String> endpoint = section.requiredText("endpoint");
    RequestSpec request = new RequestReader(problems).read(section);
    Optional<JqProgram> dataPath = expressions.optional(section, "data_path");
    Optional<JqProgram> field = expressions.required(section, "field");
    Optional<JqProgram> filter = expressions.optional(section, "filter");
    section.warnOfUnknownKeys();
    return endpoint.isPresent() && field.isPresent()
        ? Optional.of(
            new PathParameter(name, endpoint.get(), request, dataPath, field.get(), filter))
        : Optional.empty();
  }
}
