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
  private final KindStats tally;
  private final RunContext run;
  private final ResumeCursor course;

  /**
   * @param course of the lane that the kind is read in
   */
  KindSync(KindStats tally, RunContext run, ResumeCursor course) {
    this.plan = tally.plan();
    this.tally = tally;
    this.run = run;
    this.course = course;
  }

  /**
   * Reads to the end and writes what was read, or notes why not, whatever was thrown.
   *
   * @param answered called when the tool has given a page
   */
  void run(Runnable answered) {
    PageFlow flow =
        new PageFlow(plan.mappings(), run.sink(), run.workers(), tally, this::note, this::finished);
    try {
      readAndWrite(flow, answered);
    } catch (RuntimeException | Error e) {
      tally.failure(KindFailure.of(e));
      flow.abandon();
    }
  }

  /** What was read before a failure of the tool is written all the same. */
  private void readAndWrite(PageFlow flow, Runnable answered) {
    try {
      read(
          (page, place) -> {
            tally.page(page.records().size());
            answered.run();
            run.examples().offer(plan.name(), page);
            flow.offer(page, place);
          });
    } catch (CatalogException e) {
      throw e;
    } catch (RuntimeException | Error e) {
      tally.failure(KindFailure.of(e));
    }
    flow.finish();
  }

  private void read(BiConsumer<Page, Optional<PagePosition>> pages) {
    switch (plan.reading()) {
      case KindPlan.Reading.List list -> run.reader().readLists(list.listing(), taker(pages));
      case KindPlan.Reading.Code code -> {
        course.reads();
        run.reader().read(code.kind(), page -> pages.accept(page, Optional.empty()));
        tally.ended(
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
        return course.beginning(tally, values);
      }

      @Override
      public void take(Page page, PagePosition place) {
        pages.accept(page, Optional.of(place));
      }

      @Override
      public void ended(Verdict verdict) {
        tally.ended(verdict);
      }
    };
  }

  private void note(UpsertResult result) {
    if (run.late().keep(result, tally)) {
      tally.postponed();
    } else {
      tally.result(result);
    }
  }

  /** What is doubtful, or not in the catalog yet, is read again by whoever goes on with the run. */
  private void finished(PagePosition place) {
    if (tally.isSound()) {
      run.journal().finished(tally.number(), place, tally.found());
    }
  }
}
