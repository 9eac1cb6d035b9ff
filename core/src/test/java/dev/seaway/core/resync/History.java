package dev.seaway.core.resync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.core.read.KindReader;
import dev.seaway.core.reconcile.ReconcileOptions;
import dev.seaway.core.resync.Fault.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Runs of one random API against one catalog. Between them, and while they read, the tool lives on;
 * now and then something goes wrong. Each run is judged by what the tool really has.
 */
final class History {

  private static final int PAGE_LIMIT = 200;

  /** What a run begins with. */
  private record Start(List<Fault> faults, Map<String, List<String>> lists) {
    @Override
    public String toString() {
      return "run with " + faults + " of " + lists;
    }
  }

  private final Choices choices;
  private final ApiShape shape;
  private final ApiSetup setup;
  private final SourceModel model;
  private final List<Object> story = new ArrayList<>();
  private Set<String> held = new TreeSet<>();

  History(List<Integer> numbers) {
    choices = new Choices(numbers);
    shape = ApiShape.of(choices);
    setup = ApiSetup.of(shape, choices);
    model = new SourceModel(shape.nested());
    model.grow(choices.below(41), choices);
    story.add(shape);
    story.add(setup);
  }

  /** Two to five runs, of which the first is mostly whole; then the clean ones. */
  List<Judgement> run() {
    List<Judgement> judgements = new ArrayList<>();
    int runs = choices.between(2, 5);
    for (int run = 0; run < runs; run++) {
      List<Fault> faults = new ArrayList<>();
      int count = choices.percent(run == 0 ? 30 : 80) ? choices.between(1, 3) : 0;
      for (int fault = 0; fault < count; fault++) {
        faults.add(Fault.of(choices));
      }
      judgements.add(run(faults, Map.of()));
      model.live(choices);
    }
    if (shape.proves()) {
      clean();
    }
    return judgements;
  }

  /** Whoever loses many parents at once must say that this is meant. */
  private void clean() {
    run(List.of(), Map.of("parent", 1_000));
    Judgement last = run(List.of(), Map.of("parent", 1_000));
    assertThat(held)
        .as("what the catalog holds after two whole runs\n%s", this)
        .isEqualTo(model.entities(shape.mapsParents(), false));
    assertThat(last.report().complete()).as("the second whole run is complete\n%s", this).isTrue();
  }

  private Judgement run(List<Fault> faults, Map<String, Integer> confirmed) {
    story.add(new Start(faults, model.snapshot()));
    boolean narrowed = has(faults, Kind.SELECTOR_NARROWED);
    boolean wrongStart = has(faults, Kind.WRONG_START);
    List<Fault> effective =
        faults.stream().filter(fault -> !narrowed || fault.kind() != Kind.BAD_RECORDS).toList();
    FaultyTool tool = new FaultyTool(shape, model, effective, setup.startPage(wrongStart));
    HoldingCatalog catalog = new HoldingCatalog(held).relating("thing", "parent");
    ResyncReport report =
        new Resync(
                setup.plan(has(faults, Kind.READ_AS_ONE_PAGE), wrongStart, narrowed),
                new KindReader(tool, PAGE_LIMIT, 0),
                catalog.side(
                    new ReconcileOptions(1, ReconcileOptions.INFERRED_THRESHOLD, true, confirmed)),
                new Resync.Options(true, false, 0),
                () -> Instant.EPOCH,
                tool)
            .run();
    Judgement judgement =
        new Judgement(
            shape,
            tool,
            report,
            held,
            new TreeSet<>(catalog.written()),
            catalog.held(),
            model.entities(shape.mapsParents(), narrowed));
    story.add(judgement);
    held = catalog.held();
    judgement.check(this);
    return judgement;
  }

  private static boolean has(List<Fault> faults, Kind kind) {
    return faults.stream().anyMatch(fault -> fault.kind() == kind);
  }

  @Override
  public String toString() {
    return story.stream().map(Object::toString).collect(Collectors.joining("\n"));
  }
}
