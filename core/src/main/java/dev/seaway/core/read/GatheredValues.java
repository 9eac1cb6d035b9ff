package dev.seaway.core.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.Page;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * The values of a path parameter that are gathered while its list is read as a kind, so that it
 * need not be read again.
 */
final class GatheredValues {

  private final Listing.Parameter parameter;
  private final LinkedHashSet<JsonNode> values = new LinkedHashSet<>();
  private boolean usable = true;

  GatheredValues(Listing.Parameter parameter) {
    this.parameter = parameter;
  }

  Listing.Parameter parameter() {
    return parameter;
  }

  /** The values, once the list was read to its end; empty where a fault prevents it. */
  Optional<List<JsonNode>> all() {
    return usable ? Optional.of(List.copyOf(values)) : Optional.empty();
  }

  /** A fault of the parameter is none of this list: who needs the values meets it again. */
  void add(Page page) {
    try {
      page.records().forEach(record -> parameter.valueOf(record).ifPresent(values::add));
    } catch (ReadException e) {
      usable = false;
    }
  }
}
