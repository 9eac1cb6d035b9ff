package dev.seaway.distribution;

import dev.seaway.core.SeawayException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
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
      description = "Folder with one folder of jars for each plug-in (default: plugins)")
  private Optional<Path> plugins = Optional.empty();

  private final Engine engine;
  private final Terminal terminal;

  ConnectorsCommand(Engine engine, Terminal terminal) {
    this.engine = engine;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    plugins.ifPresent(this::checkThatItExists);
    engine
        .connectors(terminal.directory().resolve(plugins.orElse(Path.of("plugins"))))
        .forEach(line -> terminal.print("%-16s %s".formatted(line.name(), line.origin())));
    return ExitCode.COMPLETE;
  }

  private void checkThatItExists(Path folder) {
    if (!Files.isDirectory(terminal.directory().resolve(folder))) {
      throw new SeawayException(
          SeawayException.Category.USER,
          "There is no folder " + terminal.directory().resolve(folder) + " with plug-ins.");
    }
  }
}
