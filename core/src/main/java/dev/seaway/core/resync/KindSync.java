package dev.seaway.core.resync;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.Page;
import dev.seaway.core.SeawayException;
import dev.seaway.core.catalog.UpsertResult;
import dev.seaway.core.read.KindReader;
import dev.seaway.mapping.Entity;
import dev.seaway.mapping.Mapping;
import dev.seaway.mapping.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Carries one kind, page by page, from the tool into the catalog. */
final class KindSync {

  private final KindPlan plan;
  private final Tally tally;
  private final EntitySink sink;
  private final LateRelations late;
  private final boolean createMissingRelated;
  private final RawExamples examples;
  private final Progress progress;

  KindSync(
      KindPlan plan,
      Tally tally,
      EntitySink sink,
      LateRelations late,
      boolean createMissingRelated,
      RawExamples examples,
      Progress progress) {
    this.plan = plan;
    this.tally = tally;
    this.sink = sink;
    this.late = late;
    this.createMissingRelated = createMissingRelated;
    this.examples = examples;
    this.progress = progress;
  }

  /** Reads to the end, or notes why not. Only a fault of Seaway itself is thrown. */
  void run(KindReader reader) {
    try {
      read(reader, this::sync);
    } catch (SeawayException e) {
      tally.failure(e);
    }
  }

  private void read(KindReader reader, Consumer<Page> pages) {
    switch (plan.reading()) {
      case KindPlan.Reading.List list -> reader.read(list.listing(), pages);
      case KindPlan.Reading.Code code -> reader.read(code.kind(), pages);
    }
  }

  private void sync(Page page) {
    int number = tally.page(page.records().size());
    progress.pageRead(plan.name(), number, page.records().size());
    examples.offer(plan.name(), page);
    List<Entity> entities = map(page);
    progress.mapped(plan.name(), entities.size());
    List<UpsertResult> results = sink.write(entities);
    results.forEach(this::note);
    reportWritten(results);
  }

  private List<Entity> map(Page page) {
    List<Entity> entities = new ArrayList<>(page.records().size());
    for (JsonNode record : page.records()) {
      for (Mapping mapping : plan.mappings()) {
        for (Outcome outcome : mapping.apply(record)) {
          tally.outcome(outcome, record);
          if (outcome instanceof Outcome.Mapped mapped) {
            entities.add(mapped.entity());
          }
        }
      }
    }
    return entities;
  }

  private void note(UpsertResult result) {
    if (result instanceof UpsertResult.Refused refused && refused.entity().hasSearchIdentifier()) {
      tally.doubt(
          "an entity named by a search was refused, so that its key is not known: "
              + refused.message(),
          refused.entity().blueprint());
    }
    if (createMissingRelated || !late.keep(result, tally)) {
      tally.result(result);
    }
  }

  private void reportWritten(List<UpsertResult> results) {
    int written = (int) results.stream().filter(UpsertResult.Written.class::isInstance).count();
    int unchanged = (int) results.stream().filter(UpsertResult.Unchanged.class::isInstance).count();
    progress.written(plan.name(), written, unchanged, results.size() - written - unchanged);
  }
}
