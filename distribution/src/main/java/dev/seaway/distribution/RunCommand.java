package dev.seaway.distribution;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code seaway run}: synchronizes as the configuration says. */
@Command(
    name = "run",
    description =
        "Synchronize once: read the tool, map its records and write them to the catalog."
            + " Configured by OCEAN__* variables, .env and config.yaml in the working directory.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

  private final Engine engine;
  private final Terminal terminal;

  RunCommand(Engine engine, Terminal terminal) {
    this.engine = engine;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Tally tally = new Tally();
    Engine.Outcome outcome =
        engine.run(
            terminal.environment(),
            terminal.directory(),
            terminal.display(tally),
            terminal.mask()::hide);
    terminal.messages().status("");
    Summary.lines(tally).forEach(terminal::print);
    outcome.remarks().forEach(terminal::print);
    terminal.print(
        outcome.complete()
            ? "Complete."
            : "Incomplete: see the outcomes above. Nothing was deleted that could not be proven"
                + " gone.");
    return outcome.complete() ? ExitCode.COMPLETE : ExitCode.INCOMPLETE;
  }
}
