package dev.seaway.core.resync;

import dev.seaway.connector.Kind;
import dev.seaway.connector.Page;
import dev.seaway.core.catalog.CatalogException;
import dev.seaway.core.catalog.UpsertResult;
import dev.seaway.core.evidence.Verdict;
import dev.seaway.core.http.ApiException;
import dev.seaway.core.read.ListPages;
import dev.seaway.core.read.Listing;
import dev.seaway.core.read.PageAt;
import dev.seaway.core.read.PagePosition;
import dev.seaway.core.read.RefusedLists;
import dev.seaway.core.read.Split;
import dev.seaway.core.read.StartPosition;
import java.util.Optional;

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
      stats.checkCoverage();
    } catch (RuntimeException | Error e) {
      stats.failure(KindFailure.of(e));
      flow.abandon();
    }
  }

  /** What was read before a failure of the tool is written all the same. */
  private void readAndWrite(PageFlow flow, Runnable answered) {
    try {
      switch (plan.reading()) {
        case KindPlan.Reading.List list -> read(list.listing(), flow, answered);
        case KindPlan.Reading.Code code -> read(code.kind(), flow, answered);
      }
    } catch (CatalogException e) {
      throw e;
    } catch (RuntimeException | Error e) {
      stats.failure(KindFailure.of(e));
    }
    flow.finish();
  }

  private void read(Listing listing, PageFlow flow, Runnable answered) {
    RefusedLists refused = new RefusedLists(listing.name());
    for (Split split : run.reader().splits(listing, stats::ended)) {
      StartPosition from = cursor.beginning(stats, split.values());
      if (from instanceof StartPosition.Behind) {
        continue;
      }
      try (ListPages pages = run.reader().pages(split, from)) {
        for (PageAt page : pages) {
          take(page.page(), Optional.of(page.place()), flow, answered);
        }
        stats.ended(pages.verdict());
        refused.given();
      } catch (ApiException e) {
        refused.refused(split, e);
      }
    }
    refused.rethrow();
  }

  /** Code hands over pages as it likes, and nothing says that they are all. */
  private void read(Kind.Code kind, PageFlow flow, Runnable answered) {
    cursor.reads();
    run.reader().read(kind, page -> take(page, Optional.empty(), flow, answered));
    stats.ended(
        new Verdict.Inferred(
            "its end is the word of the connector's code", "declare the list to have it proven"));
  }

  private void take(Page page, Optional<PagePosition> place, PageFlow flow, Runnable answered) {
    stats.page(page.records().size());
    answered.run();
    run.examples().offer(plan.name(), page);
    flow.offer(page, place);
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
