package dev.seaway.core.resync;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.Page;
import dev.seaway.core.catalog.CatalogException;
import dev.seaway.core.catalog.UpsertResult;
import dev.seaway.core.evidence.Verdict;
import dev.seaway.core.read.PagePosition;
import dev.seaway.core.read.PageTaker;
import dev.seaway.core.read.StartPosition;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Carries one kind, page by page, from the tool into the catalog. */
final class KindSync {

  private final KindPlan plan;
  private final KindStats stats;
  private final RunContext run;
  private final ResumeCursor cursor;

  /**
   * @param cursor of the group that the kind is read in
   */
  KindSync(KindStats stats, RunContext run, ResumeCursor cursor) {
    this.plan = stats.plan();
    this.stats = stats;
    this.run = run;
    this.cursor = cursor;
  }

  /**
   * Reads to the end and writes what was read, or notes why not, whatever was thrown.
   *
   * @param answered called when the tool has given a page
   */
  void run(Runnable answered) {
    PageFlow flow =
        new PageFlow(plan.mappings(), run.sink(), run.workers(), stats, this::note, this::finished);
    try {
      readAndWrite(flow, answered);
    } catch (RuntimeException | Error e) {
      stats.failure(KindFailure.of(e));
      flow.abandon();
    }
  }

  /** What was read before a failure of the tool is written all the same. */
  private void readAndWrite(PageFlow flow, Runnable answered) {
    try {
      read(
          (page, place) -> {
            stats.page(page.records().size());
            answered.run();
            run.examples().offer(plan.name(), page);
            flow.offer(page, place);
          });
    } catch (CatalogException e) {
      throw e;
    } catch (RuntimeException | Error e) {
      stats.failure(KindFailure.of(e));
    }
    flow.finish();
  }

  private void read(BiConsumer<Page, Optional<PagePosition>> pages) {
    switch (plan.reading()) {
      case KindPlan.Reading.List list -> run.reader().readLists(list.listing(), taker(pages));
      case KindPlan.Reading.Code code -> {
        cursor.reads();
        run.reader().read(code.kind(), page -> pages.accept(page, Optional.empty()));
        stats.ended(
            new Verdict.Inferred(
                "its end is the word of the connector's code",
                "declare the list to have it proven"));
      }
    }
  }

  private PageTaker taker(BiConsumer<Page, Optional<PagePosition>> pages) {
    return new PageTaker() {
      @Override
      public StartPosition beginning(Map<String, JsonNode> values) {
        return cursor.beginning(stats, values);
      }

      @Override
      public void take(Page page, PagePosition place) {
        pages.accept(page, Optional.of(place));
      }

      @Override
      public void ended(Verdict verdict) {
        stats.ended(verdict);
      }
    };
  }

  private void note(UpsertResult result) {
    if (run.late().keep(result, stats)) {
      stats.postponed();
    } else {
      stats.result(result);
    }
  }

  /** What is doubtful, or not in the catalog yet, is read again by whoever goes on with the run. */
  private void finished(PagePosition place) {
    if (stats.isSound()) {
      run.journal().finished(stats.number(), place, stats.found());
    }
  }
}
