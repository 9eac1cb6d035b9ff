package dev.seaway.core.resync;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.Page;
import dev.seaway.core.catalog.UpsertResult;
import dev.seaway.core.read.PagePosition;
import dev.seaway.core.read.SizeEstimate;
import dev.seaway.mapping.Entity;
import dev.seaway.mapping.Mapping;
import dev.seaway.mapping.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Takes the pages of one kind through mapping and writing, several at a time. What is counted and
 * remembered is so in the order of the pages, on the one thread that offers them; so the outcome is
 * that of one page after the other. It holds a bounded number of pages, so that a slow catalog
 * stops the reading.
 */
final class PageFlow {

  private static final int PAGES_IN_MAPPING = 4;
  private static final int BATCHES_IN_WRITING = 10;

  /** Of JSON, in mapping and again in writing. */
  private static final long BYTES = 4L << 20;

  /** Makes whole searches of 100 and whole bulks of 20, wherever the pages end. */
  private static final int BATCH = 100;

  /**
   * What one mapping made of one record.
   *
   * @param resource number of the mapping
   */
  private record Mapped(JsonNode record, int resource, List<Outcome> outcomes) {}

  private record MappedPage(Optional<PagePosition> place, int length, List<Mapped> records) {}

  /**
   * A batch that was written.
   *
   * @param gathered how many entities it was made of
   */
  private record Written(EntitySink.Batch batch, int gathered, List<UpsertResult> results) {}

  private final List<Mapping> mappings;
  private final EntitySink sink;
  private final Workers workers;
  private final KindStats stats;
  private final Consumer<UpsertResult> results;
  private final FinishedPages marks;
  private final ItemLists items;
  private final PendingTasks<MappedPage> mapping = new PendingTasks<>(PAGES_IN_MAPPING, BYTES);
  private final GatheredEntities gathered;
  private final PendingTasks<Written> writing = new PendingTasks<>(BATCHES_IN_WRITING, BYTES);

  /**
   * @param results told what became of each entity, on the thread that offers the pages
   * @param finished told each page of which all entities were written, after their results
   */
  PageFlow(
      List<Mapping> mappings,
      EntitySink sink,
      Workers workers,
      KindStats stats,
      Consumer<UpsertResult> results,
      Consumer<PagePosition> finished) {
    this.mappings = mappings;
    this.gathered = new GatheredEntities(mappings.size() > 1);
    this.sink = sink;
    this.workers = workers;
    this.stats = stats;
    this.items = ItemLists.of(stats.plan());
    this.results = results;
    this.marks = new FinishedPages(finished);
  }

  /**
   * Blocks while too many pages are in progress. Throws what the writing of an earlier page has
   * thrown.
   *
   * @param place empty where nobody need know that the page is finished
   */
  void offer(Page page, Optional<PagePosition> place) {
    mapping.add(
        workers.mapping().submit(() -> new MappedPage(place, page.records().size(), map(page))),
        SizeEstimate.of(page.records()));
    while (mapping.isOverfull()) {
      gather();
    }
  }

  /** Returns when every page that was offered is written. */
  void finish() {
    while (!mapping.isEmpty()) {
      gather();
    }
    write(gathered.size());
    settle();
  }

  /** Lets what is being written come to its end, and forgets the rest. */
  void abandon() {
    marks.close();
    mapping.cancel();
    gathered.clear();
    while (!writing.isEmpty()) {
      try {
        settle();
      } catch (RuntimeException | Error e) {
        stats.failure(KindFailure.of(e));
      }
    }
  }

  private List<Mapped> map(Page page) {
    List<Mapped> mapped = new ArrayList<>(page.records().size() * mappings.size());
    for (int resource = 0; resource < mappings.size(); resource++) {
      Mapping mapping = mappings.get(resource);
      for (JsonNode record : page.records()) {
        List<Outcome> outcomes = items.heard(mapping, record, mapping.apply(record));
        mapped.add(new Mapped(record, resource, outcomes));
      }
    }
    return mapped;
  }

  /** Counts the oldest page, and writes as much as makes whole batches; all, if nothing else is. */
  private void gather() {
    MappedPage page = mapping.take();
    int before = gathered.size();
    stats.mapped(page.length());
    for (Mapped mapped : page.records()) {
      stats.outcomes(mapped.outcomes(), mapped.record());
      for (Outcome outcome : mapped.outcomes()) {
        if (outcome instanceof Outcome.Mapped made) {
          gathered.add(made.entity(), mapped.resource());
        }
      }
    }
    marks.gathered(page.place(), gathered.size() - before);
    while (gathered.size() >= BATCH) {
      write(BATCH);
    }
    if (writing.isEmpty()) {
      write(gathered.size());
    }
  }

  private void write(int length) {
    for (int left = length; left > 0; ) {
      List<Entity> taken = gathered.take(left);
      left -= taken.size();
      write(taken);
    }
  }

  private void write(List<Entity> taken) {
    long weight = SizeEstimate.of(taken.stream().<JsonNode>map(Entity::json).toList());
    EntitySink.Batch batch = sink.remember(taken);
    stats.firstSeen(batch.firstSeen().size());
    if (batch.repeatsKeys()) {
      settle();
    }
    writing.add(
        workers.waiting().submit(() -> new Written(batch, taken.size(), sink.write(batch))),
        weight);
    while (writing.isOverfull()) {
      settleOldest();
    }
  }

  private void settle() {
    while (!writing.isEmpty()) {
      settleOldest();
    }
  }

  private void settleOldest() {
    Written written = writing.take();
    sink.count(written.batch(), written.results());
    stats.mapped(written.gathered(), written.results().size());
    written.results().forEach(results);
    marks.written(written.gathered());
    stats.reportWritten();
  }
}
