package dev.seaway.core.resync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.seaway.connector.ApiClient;
import dev.seaway.connector.LookUp;
import dev.seaway.core.SeawayException;
import dev.seaway.core.catalog.EntityKey;
import dev.seaway.core.http.ApiException;
import dev.seaway.core.reconcile.Prospect;
import dev.seaway.mapping.Mapping;
import dev.seaway.mapping.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the tool by name for what no list has shown, before it is deleted: an entity goes only if it
 * does not exist, and stays where the tool does not say.
 *
 * @param limit of entities that are asked for, a run and blueprint
 */
record LookUps(ApiClient tool, int limit) {

  private static final Logger log = LoggerFactory.getLogger(LookUps.class);

  private enum Answer {
    THERE,
    GONE,
    UNKNOWN
  }

  /**
   * Asks for as many as the limit allows; what then turns out to be there is no more in prospect.
   */
  void ask(Prospect prospect, List<Tally> kinds) {
    for (String blueprint : prospect.blueprints()) {
      List<Tally> feeding = kinds.stream().filter(kind -> kind.plan().mayFeed(blueprint)).toList();
      if (!feeding.isEmpty() && feeding.stream().allMatch(kind -> canBeAsked(kind, blueprint))) {
        List<EntityKey> entities = prospect.entities(blueprint);
        List<EntityKey> asked = entities.subList(0, Math.min(limit, entities.size()));
        if (!ask(prospect, asked, feeding)) {
          // The lists were wrong about some, so they are not believed about the others.
          entities.stream().skip(asked.size()).forEach(prospect::unanswered);
        }
      }
    }
    prospect.strikeOff();
  }

  private static boolean canBeAsked(Tally kind, String blueprint) {
    return kind.isNamedById(blueprint)
        && kind.plan()
            .lookUp()
            .filter(lookUp -> !lookUp.steps().of("0", kind.plan().request()).isEmpty())
            .isPresent();
  }

  /** Whether the tool denies every one of them. */
  private boolean ask(Prospect prospect, List<EntityKey> entities, List<Tally> feeding) {
    List<Future<Answer>> answers = new ArrayList<>();
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      entities.forEach(entity -> answers.add(executor.submit(() -> ask(entity, feeding))));
    }
    boolean credentialsCount = feeding.stream().allMatch(this::stillAnswers);
    boolean allGone = true;
    for (int index = 0; index < entities.size(); index++) {
      Answer answer = answer(answers.get(index));
      Answer believed = answer == Answer.GONE && !credentialsCount ? Answer.UNKNOWN : answer;
      note(prospect, entities.get(index), believed);
      allGone &= believed == Answer.GONE;
    }
    return allGone;
  }

  private static void note(Prospect prospect, EntityKey entity, Answer answer) {
    switch (answer) {
      case THERE -> prospect.found(entity);
      case GONE -> prospect.denied(entity);
      case UNKNOWN -> prospect.unanswered(entity);
    }
  }

  /** Whether the list still shows records: without credentials all else looks gone. */
  private boolean stillAnswers(Tally kind) {
    try {
      return kind.plan().holdsRecords(tool.send(kind.plan().firstRequest()));
    } catch (SeawayException e) {
      log.warn("{}: what was asked for by name is kept: {}", kind.plan().name(), e.getMessage());
      return false;
    }
  }

  private static Answer answer(Future<Answer> asked) {
    try {
      return asked.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Answer.UNKNOWN;
    } catch (ExecutionException e) {
      log.warn("Asking for an entity by name failed", e.getCause());
      return Answer.UNKNOWN;
    }
  }

  /** It is there if any list may show it, and gone if none may. */
  private Answer ask(EntityKey entity, List<Tally> feeding) {
    Answer weakest = Answer.GONE;
    for (Tally kind : feeding) {
      Answer answer = ask(entity, kind.plan());
      if (answer == Answer.THERE) {
        return answer;
      }
      weakest = answer == Answer.UNKNOWN ? answer : weakest;
    }
    return weakest;
  }

  private Answer ask(EntityKey entity, KindPlan plan) {
    LookUp lookUp = plan.lookUp().orElseThrow();
    List<LookUp.Step> steps = lookUp.steps().of(entity.identifier(), plan.request());
    if (steps.isEmpty()) {
      return Answer.UNKNOWN;
    }
    JsonNode record = MissingNode.getInstance();
    boolean isEmptyList = false;
    for (LookUp.Step step : steps) {
      try {
        JsonNode found = tool.send(step.request()).body().at(step.record());
        isEmptyList = found.isArray() && found.isEmpty();
        record = found.isArray() ? found.path(0) : found;
      } catch (ApiException e) {
        log.debug("{} {}: {}", plan.name(), entity, e.getMessage());
        return e.reason() == ApiException.Reason.NOT_FOUND ? Answer.GONE : Answer.UNKNOWN;
      }
      if (!record.isObject()) {
        // Only a list that is there, and empty, says that there is none.
        return isEmptyList ? Answer.GONE : Answer.UNKNOWN;
      }
    }
    return made(entity, record, plan.mappings());
  }

  /** What the author's selector leaves out is gone, though the tool has it. */
  private static Answer made(EntityKey entity, JsonNode record, List<Mapping> mappings) {
    Answer answer = Answer.GONE;
    for (Mapping mapping : mappings) {
      for (Outcome outcome : mapping.apply(record)) {
        switch (outcome) {
          case Outcome.Mapped mapped -> {
            if (!mapped.entity().hasSearchIdentifier()
                && mapped.entity().blueprint().equals(entity.blueprint())
                && mapped.entity().id().equals(entity.identifier())) {
              return Answer.THERE;
            }
            answer = Answer.UNKNOWN;
          }
          case Outcome.Skipped _ -> {
            // The author leaves it out.
          }
          case Outcome.Dropped _, Outcome.Failed _ -> answer = Answer.UNKNOWN;
        }
      }
    }
    return answer;
  }
}
