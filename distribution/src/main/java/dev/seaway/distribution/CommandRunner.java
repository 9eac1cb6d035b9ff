package dev.seaway.distribution;

import dev.seaway.core.SeawayException;
import dev.seaway.core.config.ConfigException;
import dev.seaway.core.config.Operations.LogLevel;
import dev.seaway.distribution.logging.Logs;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reads the command line, sets up logging and turns every ending into an exit code. */
final class CommandRunner {

  private static final Logger LOG = LoggerFactory.getLogger(CommandRunner.class);
  private static final String LEVEL = "APPLICATION__LOG_LEVEL";

  private final Engine engine;
  private final Terminal terminal;
  private final Stop stop;

  CommandRunner(Engine engine, Terminal terminal, Stop stop) {
    this.engine = engine;
    this.terminal = terminal;
    this.stop = stop;
  }

  int run(String... arguments) {
    log(LogLevel.INFO);
    try {
      logAsConfigured(arguments);
      return isPlainRun(arguments)
          ? new RunCommand(engine, terminal, stop).call()
          : commandLine().execute(arguments);
    } catch (Throwable e) {
      return failed(e);
    }
  }

  private void log(LogLevel level) {
    Logs.configure(level, terminal.mask(), terminal.messages());
  }

  /** A run reports a level that is none, with all else that is wrong. */
  private void logAsConfigured(String... arguments) {
    try {
      log(engine.logLevel(terminal.environment(), terminal.directory()));
    } catch (ConfigException e) {
      if (arguments.length == 0 || !arguments[0].equals("run")) {
        throw e;
      }
    }
  }

  /**
   * What containers start with needs no parser, which takes longer than all the rest of a start.
   */
  private static boolean isPlainRun(String... arguments) {
    return arguments.length == 1 && arguments[0].equals("run");
  }

  private CommandLine commandLine() {
    CommandLine line =
        new CommandLine(new SeawayCommand())
            .addSubcommand(new RunCommand(engine, terminal, stop))
            .addSubcommand(new DemoCommand(engine, terminal, stop))
            .addSubcommand(new CatalogCommand(engine, terminal, stop))
            .addSubcommand(new ConnectorsCommand(engine, terminal))
            .addSubcommand(new EventsCommand(engine, terminal));
    return line.setOut(new PrintWriter(terminal.results(), true, StandardCharsets.UTF_8))
        .setParameterExceptionHandler((e, _) -> misused(e))
        .setExecutionExceptionHandler((e, _, _) -> failed(e));
  }

  private int misused(ParameterException mistake) {
    StringWriter suggestions = new StringWriter();
    UnmatchedArgumentException.printSuggestions(mistake, new PrintWriter(suggestions, true));
    String command = mistake.getCommandLine().getCommandSpec().qualifiedName();
    terminal.messages().line(String.valueOf(mistake.getMessage()));
    if (!suggestions.toString().isBlank()) {
      terminal.messages().line(suggestions.toString().strip());
    }
    terminal.messages().line("See: " + command + " --help");
    return ExitCode.NOT_STARTED;
  }

  /** One sentence for people; a stack trace only in logs that ask for it. */
  private int failed(Throwable failure) {
    terminal.messages().status("");
    if (failure instanceof SeawayException known
        && known.category() != SeawayException.Category.INTERNAL) {
      LOG.error("{}", known.getMessage());
    } else {
      LOG.error(
          "Seaway failed by a fault of its own: {} Run it again with {}=DEBUG to see"
              + " where, and report that.",
          failure instanceof SeawayException known ? known.getMessage() : failure,
          LEVEL);
    }
    LOG.debug("The failure in full", failure);
    return ExitCode.NOT_STARTED;
  }
}
