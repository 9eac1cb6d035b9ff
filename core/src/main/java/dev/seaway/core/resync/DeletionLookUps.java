package dev.seaway.core.resync;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.LookUp;
import dev.seaway.core.catalog.EntityKey;
import dev.seaway.core.reconcile.DeletionPlan;
import dev.seaway.core.resync.RecordLookUps.Answers;
import dev.seaway.core.resync.RecordLookUps.Found;
import dev.seaway.core.resync.RecordLookUps.Question;
import dev.seaway.mapping.Mapping;
import dev.seaway.mapping.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the tool by name for what no list has shown, before it is deleted: an entity goes only if it
 * does not exist, and stays where the tool does not say.
 *
 * @param limit of entities that are asked for, a run and blueprint
 */
record DeletionLookUps(RecordLookUps lookUps, int limit) {

  private static final Logger log = LoggerFactory.getLogger(DeletionLookUps.class);

  /** So few are asked for at once that little is asked in vain. */
  private static final int PORTION = 50;

  private enum Answer {
    THERE,
    GONE,
    UNKNOWN
  }

  /** A kind that may make entities of a blueprint, and how its records are asked for. */
  private record Feeding(KindPlan plan, LookUp lookUp, LookUp.Steps steps) {

    /** Records of another place may have ids that mean other things to the look-up. */
    boolean mayDeny() {
      return plan.reading() instanceof KindPlan.Reading.List list && list.asDeclared();
    }

    Question question(EntityKey entity) {
      String id = entity.identifier();
      return new Question(steps, id, RecordIdentity.byId(lookUp.ids(), id));
    }
  }

  /** What is known of a portion of entities. */
  private static final class Portion {

    private final List<EntityKey> entities;
    private final List<Answer> answers = new ArrayList<>();
    private boolean deniable = true;
    private boolean last;

    private Portion(List<EntityKey> entities) {
      this.entities = entities;
      entities.forEach(_ -> answers.add(Answer.GONE));
    }

    /** It is there if any list may show it, and gone if none may. */
    private void add(Feeding kind, RecordLookUps lookUps) {
      deniable &= kind.mayDeny();
      Answers given =
          lookUps.ask(
              entities.stream().map(kind::question).toList(), kind.plan().listing().orElseThrow());
      for (int index = 0; index < entities.size(); index++) {
        Answer answer = answer(kind.plan(), entities.get(index), given.found().get(index));
        answers.set(index, stronger(answers.get(index), answer));
      }
      given
          .end()
          .ifPresent(
              reason -> {
                last = true;
                log.warn(
                    "{}: what would be asked for by name stays: {}", kind.plan().name(), reason);
              });
    }

    private static Answer stronger(Answer before, Answer now) {
      return before == Answer.GONE || now == Answer.THERE ? now : before;
    }

    /** Whether the tool denies every one of them. */
    private boolean note(DeletionPlan deletions) {
      for (int index = 0; index < entities.size(); index++) {
        switch (answers.get(index)) {
          case THERE -> deletions.found(entities.get(index));
          case GONE -> {
            if (deniable) {
              deletions.denied(entities.get(index));
            }
          }
          case UNKNOWN -> deletions.unanswered(entities.get(index));
        }
      }
      return answers.stream().allMatch(answer -> answer == Answer.GONE);
    }
  }

  /**
   * Asks for as many as the limit allows; what then turns out to be there is taken out of the plan.
   */
  void ask(DeletionPlan deletions, List<Finding> kinds) {
    for (String blueprint : deletions.blueprints()) {
      List<Finding> all = kinds.stream().filter(kind -> kind.plan().mayFeed(blueprint)).toList();
      List<Feeding> asked =
          all.stream().flatMap(kind -> feeding(kind, blueprint).stream()).toList();
      if (!all.isEmpty() && asked.size() == all.size()) {
        ask(deletions, deletions.entities(blueprint), asked);
      }
    }
    deletions.strikeOff();
  }

  /** Empty where its records cannot be asked for by the identifiers of the blueprint's entities. */
  private static Optional<Feeding> feeding(Finding kind, String blueprint) {
    KindPlan plan = kind.plan();
    return plan.lookUp()
        .filter(_ -> kind.namedById().contains(blueprint))
        .flatMap(by -> steps(plan, by).map(steps -> new Feeding(plan, by, steps)));
  }

  /** A connector's own code may throw anything: then its records are not asked for. */
  private static Optional<LookUp.Steps> steps(KindPlan plan, LookUp by) {
    try {
      return by.lists().steps(plan.listing().orElseThrow().request());
    } catch (RuntimeException | Error e) {
      log.warn("{} is not asked by name: {}", plan.name(), KindFailure.of(e).getMessage());
      return Optional.empty();
    }
  }

  private void ask(DeletionPlan deletions, List<EntityKey> entities, List<Feeding> kinds) {
    int most = Math.min(limit, entities.size());
    int asked = 0;
    boolean allGone = true;
    boolean goesOn = true;
    while (goesOn && asked < most) {
      int end = Math.min(asked + PORTION, most);
      Portion portion = new Portion(entities.subList(asked, end));
      kinds.forEach(kind -> portion.add(kind, lookUps));
      allGone &= portion.note(deletions);
      goesOn = !portion.last;
      asked = end;
    }
    if (!allGone) {
      // The lists were wrong about some, so they are not believed about the others.
      entities.stream().skip(asked).forEach(deletions::unanswered);
    }
  }

  private static Answer answer(KindPlan plan, EntityKey entity, Found found) {
    return switch (found) {
      case Found.Present(JsonNode record) -> made(entity, record, plan.mappings());
      case Found.Absent _ -> Answer.GONE;
      case Found.Another _ -> Answer.UNKNOWN;
      case Found.Unknown(String reason, var _) -> {
        log.debug("{} {}: {}", plan.name(), entity, reason);
        yield Answer.UNKNOWN;
      }
    };
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
