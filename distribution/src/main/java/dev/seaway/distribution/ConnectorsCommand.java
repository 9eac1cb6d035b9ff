package dev.seaway.distribution;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code seaway connectors}: lists what can be read. */
@Command(
    name = "connectors",
    description = "List the connectors that are installed.",
    mixinStandardHelpOptions = true)
final class ConnectorsCommand implements Callable<Integer> {

  @Option(
      names = "--plugins",
      paramLabel = "FOLDER",
      defaultValue = "plugins",
      description = "Folder with one folder of jars for each plug-in (default: ${DEFAULT-VALUE})")
  private Path plugins = Path.of("");

  private final Engine engine;
  private final Terminal terminal;

  ConnectorsCommand(Engine engine, Terminal terminal) {
    this.engine = engine;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    engine
        .connectors(terminal.directory().resolve(plugins))
        .forEach(line -> terminal.print("%-16s %s".formatted(line.name(), line.origin())));
    return ExitCode.COMPLETE;
  }
}
