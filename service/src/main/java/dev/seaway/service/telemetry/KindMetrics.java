package dev.seaway.service.telemetry;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * What has happened to one kind so far, as far as the catalog wants to know. Guarded by its run.
 */
final class KindMetrics {

  final String kind;
  final int index;
  String state = "pending";
  Instant start;
  long read;
  long mapped;
  long written;
  long unchanged;
  long refused;
  long filteredOut;
  long failed;
  long deleted;

  KindMetrics(String kind, int index, Instant start) {
    this.kind = kind;
    this.index = index;
    this.start = start;
  }

  String identifier() {
    return kind + "-" + index;
  }

  boolean isSucceeded() {
    return state.equals("completed");
  }

  /** The phases in the words of the catalog's API. */
  ObjectNode phases() {
    ObjectNode phases = JsonNodeFactory.instance.objectNode();
    counts(phases, "extract").set("raw_extracted", count(read));
    ObjectNode transform = counts(phases, "transform");
    transform.set("transformed", count(mapped));
    transform.set("filtered_out", count(filteredOut));
    transform.set("failed", count(failed));
    ObjectNode load = counts(phases, "load");
    load.set("loaded", count(written));
    load.set("skipped", count(unchanged));
    load.set("failed", count(refused));
    counts(phases, "delete").set("deleted", count(deleted));
    return phases;
  }

  private static ObjectNode counts(ObjectNode phases, String phase) {
    return phases.putObject(phase).putObject("object_count_type");
  }

  private static ObjectNode count(long number) {
    return JsonNodeFactory.instance.objectNode().put("object_count", number);
  }
}
