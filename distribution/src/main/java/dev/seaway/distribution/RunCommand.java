package dev.seaway.distribution;

import dev.seaway.core.resync.RunSummary;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code seaway run}: synchronizes as the configuration says. */
@Command(
    name = "run",
    description =
        "Read the source, map its records and write them to the catalog."
            + " OCEAN__EVENT_LISTENER__TYPE says whether this is done once or repeated by a"
            + " service. The configuration comes from OCEAN__* variables, and from .env and"
            + " config.yaml in the working directory.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description =
          "File with the mapping, YAML or JSON (default: OCEAN__CONFIG_PATH, else the mapping at"
              + " the catalog)")
  private Optional<Path> mapping = Optional.empty();

  private final Engine engine;
  private final Terminal terminal;
  private final Stop stop;

  RunCommand(Engine engine, Terminal terminal, Stop stop) {
    this.engine = engine;
    this.terminal = terminal;
    this.stop = stop;
  }

  @Override
  public Integer call() {
    RunSummary summary = new RunSummary();
    Engine.Outcome outcome =
        engine.run(
            environment(),
            terminal.directory(),
            terminal.display(summary),
            terminal.mask()::hide,
            stop);
    terminal.messages().status("");
    List<String> lines = Summary.lines(summary);
    lines.forEach(terminal::print);
    Summary.further(lines, outcome.remarks()).forEach(terminal::print);
    terminal.print(
        outcome.complete()
            ? "Complete."
            : "Incomplete: see the lines above for why, and for all that was deleted or kept.");
    return outcome.complete() ? ExitCode.COMPLETE : ExitCode.INCOMPLETE;
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(terminal.environment());
    mapping.ifPresent(file -> environment.put("OCEAN__CONFIG_PATH", file.toString()));
    return environment;
  }
}
