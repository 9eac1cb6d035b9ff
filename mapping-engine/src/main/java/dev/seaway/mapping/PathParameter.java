package dev.seaway.mapping;

import dev.seaway.jq.JqProgram;
import java.util.Optional;

/**
 * A {@code {name}} in a kind, whose values are read from another endpoint.
 *
 * @param endpoint the path to read; may itself hold a {@code {parameter}}
 * @param dataPath gives the records of the response
 * @param field gives the value of one record
 * @param filter must give true for a record to be used
 */
public record PathParameter(
    String name,
    String endpoint,
    RequestSpec request,
    Optional<JqProgram> dataPath,
    JqProgram field,
    Optional<JqProgram> filter) {}
