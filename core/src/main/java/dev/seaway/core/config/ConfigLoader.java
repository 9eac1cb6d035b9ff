package dev.seaway.core.config;

import dev.seaway.connector.Auth;
import dev.seaway.connector.Connector;
import dev.seaway.connector.Source;
import dev.seaway.core.FaultOrigin;
import dev.seaway.core.SeawayException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads the configuration from the environment, from {@code .env} and from {@code config.yaml}, the
 * former before the latter, and binds it to Seaway's and the connector's records.
 */
public final class ConfigLoader {

  /** The connectors that are installed. */
  public interface ConnectorLookup {

    /** The connector of this integration type. */
    Optional<Connector<?>> find(String type);

    /** The integration types of all connectors. */
    Set<String> names();

    /** Runs code of the connector, with all that it may expect of its surroundings. */
    default <T> T calling(Connector<?> connector, Supplier<T> code) {
      return code.get();
    }

    /** The connector's source, whose code runs likewise whenever it is called. */
    default Source isolated(Connector<?> connector, Source source) {
      return source;
    }
  }

  private static final String PREFIX = "OCEAN__INTEGRATION__";
  private static final String APPLICATION = "APPLICATION__";

  private final Map<String, String> environment;
  private final Path workingDirectory;

  public ConfigLoader(Map<String, String> environment, Path workingDirectory) {
    this.environment = Map.copyOf(environment);
    this.workingDirectory = workingDirectory;
  }

  private record Described(Record options, Source source) {
    Described isolated(Connector<?> connector, ConnectorLookup connectors) {
      return new Described(options, connectors.isolated(connector, source));
    }
  }

  /** A loader of this process's environment and working directory. */
  public static ConfigLoader ofThisProcess() {
    return new ConfigLoader(System.getenv(), Path.of("").toAbsolutePath());
  }

  /** The configuration; {@link ConfigException} names everything that is wrong with it. */
  public AppConfig load(ConnectorLookup connectors) {
    Problems problems = new Problems();
    ConfigSources inputs = ConfigSources.read(environment, workingDirectory, problems);
    References references = new References(inputs.variables());
    RecordBinder binder = new RecordBinder(new Conversion(references, workingDirectory), problems);
    OwnSettings own = new OwnSettings(inputs, binder, problems);
    boolean strict = own.strict();

    ConfigNode group = inputs.own().at("integration");
    Optional<OwnOptions.Integration> integration =
        binder.bind(
            OwnOptions.Integration.class,
            group,
            new RecordBinder.Scope(PREFIX, Map.of(), Set.of("config", "secrets")));
    Optional<Connector<?>> connector =
        integration.flatMap(each -> connector(each, group, connectors, problems));
    Optional<Described> described =
        connector.flatMap(
            each ->
                connectors
                    .calling(each, () -> describe(each, group, binder, problems))
                    .map(found -> found.isolated(each, connectors)));
    Optional<Settings> settings =
        own.read(
            connector.map(Connector::name).orElse(""),
            integration.flatMap(OwnOptions.Integration::identifier),
            strict);

    List<ConfigProblem> found = problems.list(strict);
    if (found.stream().anyMatch(problem -> problem.severity() == ConfigProblem.Severity.ERROR)) {
      throw new ConfigException(found);
    }
    return new AppConfig(
        settings.orElseThrow(),
        connector.orElseThrow(),
        described.orElseThrow().options(),
        settings
            .orElseThrow()
            .oauthAccessTokenFile()
            .map(file -> described.orElseThrow().source().withAuth(new Auth.TokenFile(file)))
            .orElseGet(() -> described.orElseThrow().source()),
        settings.orElseThrow().allowEnvironmentInMappings() ? environment : Map.of(),
        found);
  }

  /**
   * The folder of Seaway's data, where the user names one, whatever else is missing or wrong.
   *
   * @throws ConfigException if what is named is no path
   */
  public Optional<Path> dataDirectory() {
    return alone(OwnOptions.DataDirectory.class, "OCEAN__", ConfigSources::own).dataDirectory();
  }

  /**
   * The minimum level of the messages that are logged, whatever else is missing or wrong.
   *
   * @throws ConfigException if the user names a level that there is not
   */
  public Operations.LogLevel logLevel() {
    return ConfigSources.mayHold(APPLICATION, environment, workingDirectory)
        ? configuredLevel()
        : Operations.LogLevel.INFO;
  }

  private Operations.LogLevel configuredLevel() {
    return alone(
            OwnOptions.Logging.class, APPLICATION, inputs -> inputs.process().at("application"))
        .logLevel();
  }

  private <C extends Record> C alone(
      Class<C> type, String prefix, Function<ConfigSources, ConfigNode> group) {
    Problems problems = new Problems();
    ConfigSources inputs = ConfigSources.read(environment, workingDirectory, problems);
    References references = new References(inputs.variables());
    return new RecordBinder(new Conversion(references, workingDirectory), problems)
        .bind(
            type,
            group.apply(inputs),
            new RecordBinder.Scope(prefix, Map.of(), Set.of(UnknownKeys.ANY)))
        .orElseThrow(() -> new ConfigException(problems.list(false)));
  }

  private static Optional<Connector<?>> connector(
      OwnOptions.Integration integration,
      ConfigNode group,
      ConnectorLookup connectors,
      Problems problems) {
    String installed =
        connectors.names().isEmpty()
            ? "no connector is installed"
            : "installed are " + String.join(", ", new TreeSet<>(connectors.names()));
    if (integration.type().isEmpty()) {
      problems.fault(PREFIX + "TYPE", "is missing; " + installed);
      return Optional.empty();
    }
    String type = integration.type().get().strip().toLowerCase(Locale.ROOT);
    Optional<Connector<?>> connector = connectors.find(type);
    if (connector.isEmpty()) {
      problems.fault(
          group.at("type").example().map(ConfigValue::key).orElse(PREFIX + "TYPE"),
          "is \""
              + type
              + "\"; "
              + installed
              + "."
              + Spelling.suggestion(type, connectors.names()));
    }
    return connector;
  }

  private static <C extends Record> Optional<Described> describe(
      Connector<C> connector, ConfigNode group, RecordBinder binder, Problems problems) {
    ConfigNode config = group.at("config");
    config.addWeaker(group.at("secrets"), ConfigSources.SECRETS_RANK);
    RecordBinder.Scope scope =
        new RecordBinder.Scope(PREFIX + "CONFIG__", connector.defaults(), Set.of());
    return binder
        .bind(connector.configType(), config, scope)
        .flatMap(
            bound ->
                source(connector, bound, scope, problems)
                    .map(source -> new Described(bound, source)));
  }

  private static <C extends Record> Optional<Source> source(
      Connector<C> connector, C config, RecordBinder.Scope scope, Problems problems) {
    try {
      return Optional.of(connector.source(config));
    } catch (IllegalArgumentException e) {
      problems.refused(scope.group(), scope.keys(connector.configType()), e);
      return Optional.empty();
    } catch (LinkageError e) {
      throw failure(connector, FaultOrigin.describe(e), e);
    } catch (RuntimeException e) {
      throw failure(connector, FaultOrigin.describe(e, e.getClass().getName()), e);
    }
  }

  private static SeawayException failure(Connector<?> connector, String what, Throwable cause) {
    return new SeawayException(
        SeawayException.Category.INTERNAL,
        "The connector " + connector.name() + " fails to describe its source: " + what,
        cause);
  }
}
