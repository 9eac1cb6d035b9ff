package dev.seaway.distribution;

import dev.seaway.core.SeawayException;
import dev.seaway.core.config.EventListener;
import dev.seaway.service.Application;
import dev.seaway.service.RunOutcome;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the application once or as a service, and says for people what came of it. */
record ApplicationRun(Application application) {

  private static final Logger log = LoggerFactory.getLogger(ApplicationRun.class);
  private static final List<String> STOPPED =
      List.of("Stopped before the run was over; the next one puts right what is missing.");

  Engine.Outcome run(EventListener listener) {
    return listener instanceof EventListener.Once ? once() : serve();
  }

  private Engine.Outcome once() {
    return switch (application.runOnce()) {
      case RunOutcome.Ended ended -> {
        ended
            .report()
            .couldNotStart()
            .ifPresent(
                failure -> {
                  throw failure;
                });
        yield new Report(ended.report()).outcome();
      }
      case RunOutcome.Failed failed -> throw failed.failure();
      case RunOutcome.Aborted _ -> new Engine.Outcome(false, STOPPED);
    };
  }

  private Engine.Outcome serve() {
    boolean whole = application.serve(ApplicationRun::tell);
    return new Engine.Outcome(whole, whole ? List.of() : STOPPED);
  }

  private static void tell(RunOutcome outcome) {
    switch (outcome) {
      case RunOutcome.Ended ended -> {
        Engine.Outcome said = new Report(ended.report()).outcome();
        said.remarks().forEach(remark -> log.info("{}", remark));
        String took = seconds(ended.report().took());
        if (said.complete()) {
          log.info("The resync is complete; it took {}", took);
        } else {
          log.warn("The resync is incomplete, see above; it took {}", took);
        }
      }
      case RunOutcome.Failed failed -> tell(failed.failure());
      case RunOutcome.Aborted _ -> log.info("The resync was stopped");
    }
  }

  private static String seconds(Duration took) {
    return "%.1f s".formatted(took.toMillis() / 1000.0);
  }

  private static void tell(SeawayException failure) {
    log.error("The resync failed, and the service waits for the next: {}", failure.getMessage());
    log.debug("The failure in full", failure);
  }
}
