package dev.seaway.distribution;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code seaway catalog}: serves the embedded catalog until it is stopped. */
@Command(
    name = "catalog",
    description = "Serve the embedded catalog, which speaks Port's API, until Ctrl-C.",
    mixinStandardHelpOptions = true)
final class CatalogCommand implements Callable<Integer> {

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8090",
      converter = PortNumber.class,
      description = "Port to listen on; 0 takes any free one (default: ${DEFAULT-VALUE})")
  private int port;

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      description = "Address to listen on (default: ${DEFAULT-VALUE})")
  private String host = "";

  @Option(
      names = "--database",
      paramLabel = "FILE",
      description =
          "Database file, created if missing (default: catalog.db in the folder that"
              + " OCEAN__DATA_DIRECTORY names, else in seaway-data)")
  private Optional<Path> database = Optional.empty();

  private final Engine engine;
  private final Terminal terminal;
  private final Stop stop;

  CatalogCommand(Engine engine, Terminal terminal, Stop stop) {
    this.engine = engine;
    this.terminal = terminal;
    this.stop = stop;
  }

  @Override
  public Integer call() throws InterruptedException {
    Path file = terminal.directory().resolve(database.orElseGet(this::configured));
    try (Engine.OpenCatalog catalog = engine.openCatalog(file, host, port)) {
      terminal.print("The catalog of " + file + " listens at " + catalog.address());
      NextSteps.listEntities(catalog, "<blueprint>").forEach(terminal.results()::println);
      terminal.print("Stop it with Ctrl-C.");
      stop.await();
    }
    return ExitCode.COMPLETE;
  }

  /** Where a run without a catalog's credentials writes to. */
  private Path configured() {
    return engine
        .dataDirectory(terminal.environment(), terminal.directory())
        .orElse(Path.of("seaway-data"))
        .resolve("catalog.db");
  }
}
