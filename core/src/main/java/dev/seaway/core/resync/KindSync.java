package dev.seaway.core.resync;

import dev.seaway.connector.Page;
import dev.seaway.core.SeawayException;
import dev.seaway.core.catalog.CatalogException;
import dev.seaway.core.catalog.UpsertResult;
import java.util.function.Consumer;

/** Carries one kind, page by page, from the tool into the catalog. */
final class KindSync {

  private final KindPlan plan;
  private final Tally tally;
  private final Run run;

  KindSync(KindPlan plan, Tally tally, Run run) {
    this.plan = plan;
    this.tally = tally;
    this.run = run;
  }

  /**
   * Reads to the end and writes what was read, or notes why not. Only a fault of Seaway itself is
   * thrown.
   *
   * @param answered called when the tool has given a page
   */
  void run(Runnable answered) {
    PageFlow flow = new PageFlow(plan.mappings(), run.sink(), run.workers(), tally, this::note);
    try {
      readAndWrite(flow, answered);
    } catch (SeawayException e) {
      tally.failure(e);
      flow.abandon();
    }
  }

  /** What was read before a failure of the tool is written all the same. */
  private void readAndWrite(PageFlow flow, Runnable answered) {
    try {
      read(
          page -> {
            tally.page(page.records().size());
            answered.run();
            run.examples().offer(plan.name(), page);
            flow.offer(page);
          });
    } catch (CatalogException e) {
      throw e;
    } catch (SeawayException e) {
      tally.failure(e);
    }
    flow.finish();
  }

  private void read(Consumer<Page> pages) {
    switch (plan.reading()) {
      case KindPlan.Reading.List list -> run.reader().read(list.listing(), pages);
      case KindPlan.Reading.Code code -> run.reader().read(code.kind(), pages);
    }
  }

  private void note(UpsertResult result) {
    if (!run.late().keep(result, tally)) {
      tally.result(result);
    }
  }
}
