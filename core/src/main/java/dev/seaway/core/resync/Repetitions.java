package dev.seaway.core.resync;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.core.resync.KindReport.Remark;
import dev.seaway.core.resync.KindReport.Remark.Severity;
import dev.seaway.mapping.Entity;
import dev.seaway.mapping.Mapping;
import dev.seaway.mapping.Outcome;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Notices records of one kind that are different, and make one and the same entity: most often an
 * identifier that is not unique. Items of records are left aside, for the same item may well belong
 * to several records. Not thread-safe.
 */
final class Repetitions {

  /** So many records are looked at, those that come first. */
  private static final int LIMIT = 2_000;

  /** Fewer repetitions than this share of the records are not told. */
  private static final double SHARE = 0.1;

  /**
   * The last record that made an entity of that name.
   *
   * @param number of the record
   * @param content stands for what it holds
   */
  private record Last(int number, int content) {}

  /** What is known of one blueprint: name to record. */
  private static final class Names {

    private final Map<String, Last> last = new HashMap<>();
    private long repeated;
    private String example = "";

    /** The very same record may come again, and one record may make an entity in several parts. */
    private void count(String name, Last record) {
      Last before = last.put(name, record);
      if (before != null
          && before.number() != record.number()
          && before.content() != record.content()) {
        repeated++;
        example = example.isEmpty() ? name : example;
      }
    }

    private long records() {
      return last.size() + repeated;
    }
  }

  private final KindPlan plan;
  private final Map<String, Names> blueprints = new TreeMap<>();
  private int number;
  private int content;
  private @Nullable JsonNode current;

  Repetitions(KindPlan plan) {
    this.plan = plan;
  }

  /** What one mapping made of a record. */
  void count(List<Outcome> outcomes, JsonNode record) {
    if (number < LIMIT) {
      look(record);
      for (Outcome outcome : outcomes) {
        if (outcome instanceof Outcome.Mapped(Entity entity, var _, var _, var _)
            && !entity.hasSearchIdentifier()
            && !isOfItems(entity.blueprint())) {
          blueprints
              .computeIfAbsent(entity.blueprint(), _ -> new Names())
              .count(entity.id(), new Last(number, content));
        }
      }
    }
  }

  /** Several mappings may be told of one record, one after the other. */
  @SuppressWarnings("ReferenceEquality")
  private void look(JsonNode record) {
    if (record != current) {
      current = record;
      number++;
      content = content(record);
    }
  }

  /**
   * Of a record its plain values tell enough, and what lies deeper stays unread. What Seaway adds
   * to it is not looked at: the values of path parameters.
   */
  private static int content(JsonNode record) {
    int content = record.isValueNode() ? record.hashCode() : 0;
    for (Map.Entry<String, JsonNode> field : record.properties()) {
      if (field.getValue().isValueNode() && !field.getKey().startsWith("__")) {
        content += field.hashCode();
      }
    }
    return content;
  }

  private boolean isOfItems(String blueprint) {
    return plan.mappings().stream()
        .filter(Mapping::hasItems)
        .anyMatch(each -> each.feedsAnyBlueprint() || each.blueprints().contains(blueprint));
  }

  /** The blueprint in which most is lost; empty where little is. */
  Optional<Remark> remark() {
    return blueprints.entrySet().stream()
        .filter(entry -> entry.getValue().repeated > entry.getValue().records() * SHARE)
        .max(Comparator.comparingLong(entry -> entry.getValue().repeated))
        .map(entry -> remark(entry.getKey(), entry.getValue()));
  }

  private Remark remark(String blueprint, Names names) {
    String what =
        ("%s%d records make only %d different %s of blueprint %s (for example %s): what"
                + " the later ones write replaces what the earlier ones wrote; make the identifier"
                + " unique, unless that is meant")
            .formatted(
                number < LIMIT ? "" : "the first ",
                names.records(),
                names.last.size(),
                names.last.size() == 1 ? "identifier" : "identifiers",
                blueprint,
                names.example);
    return new Remark(Severity.NOTE, what, names.repeated, 0, "");
  }
}
