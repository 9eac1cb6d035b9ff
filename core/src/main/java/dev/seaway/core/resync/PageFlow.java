package dev.seaway.core.resync;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.Page;
import dev.seaway.core.SeawayException;
import dev.seaway.core.catalog.UpsertResult;
import dev.seaway.mapping.Entity;
import dev.seaway.mapping.Mapping;
import dev.seaway.mapping.Outcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Takes the pages of one kind through mapping and writing, several at a time. What is counted and
 * remembered is so in the order of the pages, on the one thread that offers them; so the outcome is
 * that of one page after the other. It holds a bounded number of pages, so that a slow catalog
 * stops the reading.
 */
final class PageFlow {

  private static final int PAGES_IN_MAPPING = 4;
  private static final int PAGES_IN_WRITING = 10;

  /** What became of one record. */
  private record Mapped(JsonNode record, List<Outcome> outcomes) {}

  private final List<Mapping> mappings;
  private final EntitySink sink;
  private final Workers workers;
  private final Tally tally;
  private final Consumer<UpsertResult> results;
  private final Deque<Future<List<Mapped>>> mapping = new ArrayDeque<>();
  private final Deque<Writing> writing = new ArrayDeque<>();

  private record Writing(EntitySink.Batch batch, Future<List<UpsertResult>> results) {}

  /**
   * @param results told what became of each entity, on the thread that offers the pages
   */
  PageFlow(
      List<Mapping> mappings,
      EntitySink sink,
      Workers workers,
      Tally tally,
      Consumer<UpsertResult> results) {
    this.mappings = mappings;
    this.sink = sink;
    this.workers = workers;
    this.tally = tally;
    this.results = results;
  }

  /**
   * Blocks while too many pages are in progress. Throws what the writing of an earlier page has
   * thrown.
   */
  void offer(Page page) {
    mapping.add(workers.mapping().submit(() -> map(page)));
    while (mapping.size() > PAGES_IN_MAPPING) {
      write();
    }
  }

  /** Returns when every page that was offered is written. */
  void finish() {
    while (!mapping.isEmpty()) {
      write();
    }
    settle(0);
  }

  /** Lets what is being written come to its end, and forgets the rest. */
  void abandon() {
    mapping.forEach(task -> task.cancel(true));
    mapping.clear();
    while (!writing.isEmpty()) {
      try {
        settle(0);
      } catch (SeawayException e) {
        tally.failure(e);
      }
    }
  }

  private List<Mapped> map(Page page) {
    List<Mapped> mapped = new ArrayList<>(page.records().size());
    for (JsonNode record : page.records()) {
      for (Mapping each : mappings) {
        mapped.add(new Mapped(record, each.apply(record)));
      }
    }
    return mapped;
  }

  private void write() {
    List<Entity> entities = new ArrayList<>();
    for (Mapped mapped : Workers.await(mapping.remove())) {
      tally.outcomes(mapped.outcomes(), mapped.record());
      for (Outcome outcome : mapped.outcomes()) {
        if (outcome instanceof Outcome.Mapped made) {
          entities.add(made.entity());
        }
      }
    }
    tally.mapped(entities.size());
    EntitySink.Batch batch = sink.remember(entities);
    if (batch.repeatsKeys()) {
      settle(0);
    }
    writing.add(new Writing(batch, workers.waiting().submit(() -> sink.write(batch))));
    settle(PAGES_IN_WRITING);
  }

  private void settle(int stillWriting) {
    while (writing.size() > stillWriting) {
      Writing oldest = writing.remove();
      List<UpsertResult> written = Workers.await(oldest.results());
      sink.count(oldest.batch(), written);
      written.forEach(results);
      tally.reportWritten();
    }
  }
}
