package dev.seaway.core.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/**
 * Where a page lies.
 *
 * @param values of the parameters of its list's path
 * @param position of the page in its list; empty where only the server knows it
 * @param last whether no further page of the list is asked for
 */
public record PagePosition(Map<String, JsonNode> values, Optional<String> position, boolean last) {}
