package dev.seaway.distribution;

import dev.seaway.core.config.Operations.LogLevel;
import dev.seaway.core.resync.SyncListener;
import dev.seaway.service.events.DeadLetters;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What the commands need of the engine and of the embedded catalog. */
interface Engine {

  /**
   * What one run came to.
   *
   * @param complete whether everything was read, mapped and written
   * @param remarks what the counts do not show, such as entities that were kept and why; one
   *     sentence each
   */
  record Outcome(boolean complete, List<String> remarks) {
    public Outcome {
      remarks = List.copyOf(remarks);
    }
  }

  /** An installed connector. */
  record ConnectorLine(String name, String origin) {}

  /** An embedded catalog that is being served, until it is closed. */
  interface OpenCatalog extends AutoCloseable {
    URI address();

    String clientId();

    String clientSecret();

    @Override
    void close();
  }

  /**
   * Synchronizes as the environment and the files of the directory say: once, or whenever it is
   * asked for until it is stopped.
   *
   * @param secrets is told every secret value before it is used, so that no log shows it
   * @param stop ends the run in progress
   * @throws dev.seaway.core.SeawayException where it could not start
   */
  Outcome run(
      Map<String, String> environment,
      Path directory,
      SyncListener listener,
      Consumer<String> secrets,
      Stop stop);

  /**
   * The minimum level of the messages that are logged.
   *
   * @throws dev.seaway.core.config.ConfigException where the configuration names no level
   */
  LogLevel logLevel(Map<String, String> environment, Path directory);

  /** The folder of Seaway's data, where the configuration names one. */
  Optional<Path> dataDirectory(Map<String, String> environment, Path directory);

  /** Opens or creates the database and serves it. */
  OpenCatalog openCatalog(Path database, String host, int port);

  /**
   * The live events that could not be applied.
   *
   * @param data the folder of Seaway's data; without it they are where the configuration says
   * @param secrets is told every secret value before it is used, so that no log shows it
   */
  DeadLetters deadLetters(
      Map<String, String> environment,
      Path directory,
      Optional<Path> data,
      Consumer<String> secrets);

  /** The connectors that are built in, and those of the plug-in folder. */
  List<ConnectorLine> connectors(Path plugins);
}
