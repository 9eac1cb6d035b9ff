package dev.seaway.core.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.Page;
import dev.seaway.core.SeawayException.Category;
import dev.seaway.core.evidence.Verdict;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The values of a path parameter that are gathered while its list is read. Where it is read as a
 * kind it need not be read again.
 */
final class GatheredValues {

  private final Listing.Parameter parameter;
  private final ValueMemory memory;
  private final LinkedHashSet<JsonNode> values = new LinkedHashSet<>();
  private boolean usable = true;
  private int unnamed;

  /** Of the first record without a value. */
  private @Nullable ReadException fault;

  GatheredValues(Listing.Parameter parameter, ValueMemory memory) {
    this.parameter = parameter;
    this.memory = memory;
  }

  Listing.Parameter parameter() {
    return parameter;
  }

  int size() {
    return values.size();
  }

  /** The values, once the list was read to its end; empty where a fault prevents it. */
  Optional<List<JsonNode>> all() {
    return usable && (fault == null || !values.isEmpty())
        ? Optional.of(List.copyOf(values))
        : Optional.empty();
  }

  /** Throws where records came, and not one of them has a value. */
  void check() {
    if (fault != null && values.isEmpty()) {
      throw fault;
    }
  }

  /** Whether these are all values, where that is known of their list. */
  Verdict verdict(Verdict ofList) {
    return fault == null
        ? ofList
        : ofList.and(
            new Verdict.Contradicted(
                Verdict.Contradiction.PART,
                unnamed + (unnamed == 1 ? " record gives" : " records give") + " no value",
                String.valueOf(fault.getMessage())));
  }

  /** A fault of the parameter is none of this list: who needs the values meets it again. */
  void add(Page page) {
    if (usable) {
      try {
        addAll(page);
      } catch (ReadException e) {
        discard();
      }
    }
  }

  /** Throws where the values take too much memory. */
  void addAll(Page page) {
    page.records().forEach(record -> valueOf(record).ifPresent(this::add));
  }

  /** What lies below a record without a value cannot be read; what lies below the others can. */
  private Optional<JsonNode> valueOf(JsonNode record) {
    try {
      return parameter.valueOf(record);
    } catch (ReadException e) {
      unnamed++;
      fault = fault == null ? e : fault;
      return Optional.empty();
    }
  }

  private void add(JsonNode value) {
    if (values.add(value) && !memory.take(value)) {
      throw new ReadException(
          Category.USER,
          "%s: the values of path parameters take too much memory: %s alone has %d by now. Leave"
                  .formatted(parameter.values().name(), parameter.name(), values.size())
              + " values out with the filter of path_parameters, or give the process more memory.");
    }
  }

  /** Forgets the values. */
  void discard() {
    usable = false;
    memory.giveBack(values);
    values.clear();
  }
}
