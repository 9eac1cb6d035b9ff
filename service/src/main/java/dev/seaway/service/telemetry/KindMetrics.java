package dev.seaway.service.telemetry;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.core.resync.KindSummary;
import java.time.Instant;

/**
 * What has happened to one kind so far, as far as the catalog wants to know. Guarded by its run.
 */
final class KindMetrics {

  final String kind;
  final int index;
  String state = "pending";
  Instant start;
  KindSummary counts = KindSummary.NONE;
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
    phase(phases, "extract").set("raw_extracted", count(counts.read()));
    ObjectNode transform = phase(phases, "transform");
    transform.set("transformed", count(counts.mapped()));
    transform.set("filtered_out", count(filteredOut));
    transform.set("failed", count(failed));
    ObjectNode load = phase(phases, "load");
    load.set("loaded", count(counts.upserted()));
    load.set("skipped", count(counts.unchanged()));
    load.set("failed", count(counts.refused()));
    phase(phases, "delete").set("deleted", count(deleted));
    return phases;
  }

  private static ObjectNode phase(ObjectNode phases, String phase) {
    return phases.putObject(phase).putObject("object_count_type");
  }

  private static ObjectNode count(long number) {
    return JsonNodeFactory.instance.objectNode().put("object_count", number);
  }
}
