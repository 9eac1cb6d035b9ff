package dev.seaway.distribution;

import dev.seaway.service.events.DeadLetter;
import dev.seaway.service.events.DeadLetters;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code seaway events}: live events that could not be applied. */
@Command(
    name = "events",
    description =
        "List the live events that could not be applied, apply them again, or throw them away. The"
            + " configuration of seaway run says where they are: on disk, or in Kafka. The service"
            + " may run meanwhile.",
    mixinStandardHelpOptions = true)
final class EventsCommand implements Runnable {

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "Folder of Seaway's data (default: as the configuration says)")
  private Optional<Path> data = Optional.empty();

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Engine engine;
  private final Terminal terminal;

  EventsCommand(Engine engine, Terminal terminal) {
    this.engine = engine;
    this.terminal = terminal;
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "seaway events needs a command: list, replay or drop.");
  }

  @Command(
      name = "list",
      description = "List them, with the reason.",
      mixinStandardHelpOptions = true)
  int list() {
    try (DeadLetters dead = dead()) {
      List<DeadLetter> letters = dead.list();
      letters.forEach(letter -> terminal.print(line(letter)));
      terminal.print(letters.isEmpty() ? "There are none." : "In all: " + letters.size());
    }
    return ExitCode.COMPLETE;
  }

  private static String line(DeadLetter letter) {
    return "%d  %s  received %s, given up %s: %s"
        .formatted(
            letter.number(),
            letter.event().subject(),
            letter.event().received(),
            letter.buried(),
            letter.reason());
  }

  @Command(
      name = "replay",
      description = "Apply them again. A running service does so within seconds.",
      mixinStandardHelpOptions = true)
  int replay(
      @Parameters(arity = "0..*", paramLabel = "NUMBER", description = "Which; by default all")
          Set<Long> numbers) {
    try (DeadLetters dead = dead()) {
      terminal.print("To be applied again: " + dead.replay(chosen(dead, numbers)));
    }
    return ExitCode.COMPLETE;
  }

  @Command(name = "drop", description = "Throw them away.", mixinStandardHelpOptions = true)
  int drop(
      @Parameters(arity = "1..*", paramLabel = "NUMBER", description = "Which") Set<Long> numbers) {
    try (DeadLetters dead = dead()) {
      terminal.print("Thrown away: " + dead.drop(numbers));
    }
    return ExitCode.COMPLETE;
  }

  /** In the order in which they were received. */
  private static List<Long> chosen(DeadLetters dead, @Nullable Set<Long> numbers) {
    Set<Long> wanted = numbers == null ? Set.of() : numbers;
    return dead.list().stream()
        .map(DeadLetter::number)
        .filter(number -> wanted.isEmpty() || wanted.contains(number))
        .sorted()
        .toList();
  }

  private DeadLetters dead() {
    return engine.deadLetters(
        terminal.environment(), terminal.directory(), data, terminal.mask()::hide);
  }
}
