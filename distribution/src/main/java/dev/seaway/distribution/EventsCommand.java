package dev.seaway.distribution;

import dev.seaway.core.SeawayException;
import dev.seaway.core.events.DeadLetter;
import dev.seaway.core.events.disk.DiskQueue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
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
        "Look at the live events that could not be applied, apply them again, or throw them away.",
    mixinStandardHelpOptions = true)
final class EventsCommand implements Runnable {

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      defaultValue = "seaway-data",
      description = "Folder of Seaway's data, OCEAN__DATA_DIRECTORY (default: ${DEFAULT-VALUE})")
  private Path data = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Terminal terminal;

  EventsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "seaway events needs a command: list, replay or drop.");
  }

  @Command(
      name = "list",
      description = "List them, with the reason. The service may go on meanwhile.",
      mixinStandardHelpOptions = true)
  int list() {
    List<DeadLetter> letters = DiskQueue.deadLetters(folder());
    letters.forEach(
        letter ->
            terminal.print(
                "%d  %s  received %s, given up %s: %s"
                    .formatted(
                        letter.number(),
                        letter.event().subject(),
                        letter.event().received(),
                        letter.buried(),
                        letter.reason())));
    terminal.print(letters.isEmpty() ? "There are none." : "In all: " + letters.size());
    return ExitCode.COMPLETE;
  }

  @Command(
      name = "replay",
      description = "Apply them again, at the next start. Stop the service first.",
      mixinStandardHelpOptions = true)
  int replay(
      @Parameters(arity = "0..*", paramLabel = "NUMBER", description = "Which; by default all")
          Set<Long> numbers) {
    try (DiskQueue queue = open()) {
      terminal.print("To be applied again: " + queue.replay(chosen(numbers)));
    }
    return ExitCode.COMPLETE;
  }

  @Command(
      name = "drop",
      description = "Throw them away. Stop the service first.",
      mixinStandardHelpOptions = true)
  int drop(
      @Parameters(arity = "1..*", paramLabel = "NUMBER", description = "Which") Set<Long> numbers) {
    try (DiskQueue queue = open()) {
      terminal.print("Thrown away: " + queue.drop(numbers));
    }
    return ExitCode.COMPLETE;
  }

  /** In the order in which they were received. */
  private List<Long> chosen(@Nullable Set<Long> numbers) {
    Set<Long> wanted = numbers == null ? Set.of() : numbers;
    return DiskQueue.deadLetters(folder()).stream()
        .map(DeadLetter::number)
        .filter(number -> wanted.isEmpty() || wanted.contains(number))
        .sorted()
        .toList();
  }

  private DiskQueue open() {
    if (!Files.isDirectory(folder())) {
      throw new SeawayException(
          SeawayException.Category.USER,
          "There are no events in " + folder() + ". Name the folder with --data.");
    }
    return DiskQueue.open(folder(), InstantSource.system());
  }

  private Path folder() {
    return terminal.directory().resolve(data).resolve("events");
  }
}
