package dev.seaway.core.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.seaway.core.catalog.EntityKey;
import dev.seaway.mapping.Entity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/**
 * A run and live events in every order of their steps: in the end the catalog holds what the tool
 * does, for each change of the tool has sent its event.
 */
class EventGuardPropertyTest {

  private static final EntityKey KEY = new EntityKey("request", "1");

  /** The steps of which the interleavings are made. */
  enum Step {
    TOOL_CHANGES,
    TOOL_DELETES,
    RUN_BEGINS,
    RUN_READS,
    RUN_CLAIMS,
    RUN_WRITES,
    RUN_SWEEPS,
    EVENT_READS,
    EVENT_WRITES
  }

  /** A tool of one record, a catalog of one entity, a run and a worker; 0 is none. */
  private static final class World {
    private final EventGuard guard = new EventGuard();
    private int tool = 1;
    private int catalog = 1;
    private int version = 1;
    private int untold;
    private int eventRead = -1;
    private int page = -1;
    private boolean listed;
    private EventGuard.@Nullable Run run;
    private EventGuard.@Nullable Claim claim;

    void take(Step step) throws InterruptedException {
      switch (step) {
        case TOOL_CHANGES -> change(++version);
        case TOOL_DELETES -> change(0);
        case RUN_BEGINS -> {
          if (run == null) {
            run = guard.begin();
            page = -1;
            listed = catalog != 0;
          }
        }
        case RUN_READS -> {
          if (run != null && page < 0) {
            page = tool;
            if (page > 0) {
              run.seen().add(KEY);
            }
          }
        }
        case RUN_CLAIMS -> {
          if (run != null && page > 0 && claim == null) {
            claim = run.seen().claim(List.of(KEY));
          }
        }
        case RUN_WRITES -> write();
        case RUN_SWEEPS -> sweep();
        case EVENT_READS -> {
          if (untold > 0 && eventRead < 0) {
            eventRead = tool;
          }
        }
        case EVENT_WRITES -> apply();
      }
    }

    private void change(int now) {
      if (tool != now) {
        tool = now;
        untold++;
      }
    }

    private void write() {
      if (claim != null) {
        if (!claim.keys().isEmpty()) {
          catalog = page;
        }
        claim.close();
        claim = null;
      }
    }

    /** What the run listed before and has not seen goes. */
    private void sweep() {
      if (run != null && page >= 0 && claim == null) {
        if (listed && !run.seen().contains(KEY)) {
          try (EventGuard.Claim deletion = run.seen().claimToDelete(List.of(KEY))) {
            if (!deletion.keys().isEmpty()) {
              catalog = 0;
            }
          }
        }
        run.close();
        run = null;
      }
    }

    /** The worker would block while the run writes; here it comes another time. */
    private void apply() throws InterruptedException {
      if (eventRead >= 0 && claim == null) {
        List<Entity> upserts = eventRead > 0 ? List.of(entity()) : List.of();
        List<EntityKey> deletes = eventRead > 0 ? List.of() : List.of(KEY);
        try (EventGuard.Hold hold = guard.hold(upserts, deletes)) {
          catalog = hold.keys().isEmpty() ? catalog : eventRead;
        }
        eventRead = -1;
        untold--;
      }
    }

    void finish() throws InterruptedException {
      for (Step step : List.of(Step.RUN_READS, Step.RUN_CLAIMS, Step.RUN_WRITES, Step.RUN_SWEEPS)) {
        take(step);
      }
      while (untold > 0) {
        take(Step.EVENT_READS);
        take(Step.EVENT_WRITES);
      }
    }

    private static Entity entity() {
      return new Entity("request", TextNode.valueOf("1"), JsonNodeFactory.instance.objectNode());
    }
  }

  @Property(tries = 5000)
  void theCatalogEndsUpAsTheToolIs(@ForAll("steps") List<Step> steps) throws InterruptedException {
    World world = new World();
    for (Step step : steps) {
      world.take(step);
    }
    world.finish();

    assertThat(world.catalog).as("after %s", counted(steps)).isEqualTo(world.tool);
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Arbitraries.of(Step.class).list().ofMinSize(5).ofMaxSize(40);
  }

  private static Map<Step, Integer> counted(List<Step> steps) {
    Map<Step, Integer> counts = new HashMap<>();
    steps.forEach(step -> counts.merge(step, 1, Integer::sum));
    return counts;
  }
}
