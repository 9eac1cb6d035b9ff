package dev.seaway.core.config;

import dev.seaway.connector.Option;
import dev.seaway.connector.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Seaway's own options, as users write them: component {@code fooBar} is {@code FOO_BAR}. */
record OwnOptions(
    Port port,
    Ssl ssl,
    @Option(
            value = "Minutes between two scheduled resyncs; by default none",
            min = 1,
            max = 525_600)
        Optional<Long> scheduledResyncInterval,
    @Option("File with the mapping, YAML or JSON; by default the mapping at the catalog")
        Optional<Path> configPath,
    @Option(value = "Whether the first start creates blueprints and mapping", byDefault = "true")
        boolean initializePortResources,
    @Option(value = "Where a new integration's resources come from", byDefault = "default")
        PortResourcesOrigin createPortResourcesOrigin,
    @Option(
            value = "Whether the catalog gets the first raw records of each kind, masked",
            byDefault = "true")
        boolean sendRawDataExamples,
    @Option(value = "Whether mappings may read env and $ENV", byDefault = "false")
        boolean allowEnvironmentVariablesJqAccess,
    @Option(
            value = "Seconds that one request to the catalog may take",
            byDefault = "60",
            min = 1,
            max = 3600)
        Duration clientTimeout,
    @Option(value = "Entities in one upsert, at most", byDefault = "20", min = 1, max = 20)
        int upsertEntitiesBatchMaxLength,
    @Option(
            value = "Bytes in the body of one upsert, at most",
            byDefault = "1048576",
            min = 1024,
            max = 1_048_576)
        int upsertEntitiesBatchMaxSizeInBytes,
    @Option(value = "Entities in one deletion, at most", byDefault = "100", min = 1, max = 100)
        int deleteEntitiesMaxBatchSize,
    @Option(
            value = "Seconds that the run in progress may take to end when the program is stopped",
            byDefault = "5",
            min = 0,
            max = 600)
        Duration maxWaitSecondsBeforeShutdown,
    @Option(
            value = "Live events applied at a time; of one ordering key always one",
            byDefault = "8",
            min = 1,
            max = 100)
        int eventWorkersCount,
    @Option(
            "File with an OAuth access token for the source, kept up to date by the program that"
                + " renews it. Seaway reads it for each request and sends it as a bearer token; it"
                + " takes precedence over authType")
        Optional<Path> oauthAccessTokenFilePath,
    @Option(
            value =
                "Folder of the embedded catalog and of the state between runs. If you set it,"
                    + " Seaway assumes that the folder lasts, and resumes a run that was killed",
            byDefault = "seaway-data")
        Path dataDirectory,
    Seaway seaway) {

  /** Read first: it decides how other errors are reported. */
  record Strictness(
      @Option(value = "Whether unknown keys are errors", byDefault = "false") boolean strict) {}

  /** Read apart, so that a missing file is reported beside other faults. */
  record MappingPath(@Option("File with the mapping") Optional<Path> configPath) {}

  /** Read apart, by commands that need nothing else. */
  record DataDirectory(@Option("Folder of Seaway's data") Optional<Path> dataDirectory) {}

  /** The catalog's address and credentials. */
  record Port(
      @Option(
              value = "Address of the catalog's API, without /v1",
              byDefault = "https://api.getport.io")
          URI baseUrl,
      @Option("Client id at the catalog; without it the embedded catalog is used")
          Optional<String> clientId,
      @Option("Client secret at the catalog") Optional<Secret> clientSecret) {

    Port {
      if (baseUrl.getPath().matches(".*/v1/?")) {
        throw new IllegalArgumentException("base_url must not end with /v1");
      }
      if (clientId.isPresent() != clientSecret.isPresent()) {
        throw new IllegalArgumentException(
            "OCEAN__PORT__%s is missing; set OCEAN__PORT__CLIENT_ID and OCEAN__PORT__CLIENT_SECRET, or neither to use the embedded catalog"
                .formatted(clientId.isPresent() ? "CLIENT_SECRET" : "CLIENT_ID"));
      }
    }
  }

  /** What Port Ocean has no option for. */
  record Seaway(
      @Option(
              value =
                  "Largest share of a blueprint's entities that a run deletes if the end of a list"
                      + " that feeds it is only inferred; five entities may always be deleted",
              byDefault = "0.2",
              min = 0,
              max = 1)
          double inferredDeletionThreshold,
      @Option(
              value =
                  "Entities of a blueprint, at most, for which a run asks the source by name before"
                      + " deleting them, if the connector can; 0 asks for none",
              byDefault = "1000",
              min = 0,
              max = 100_000)
          int maxLookUps,
      @Option(
              "JSON object of blueprint to the number of its entities that you know to be gone."
                  + " A run may delete that many, whatever their share; remove the option after the"
                  + " run")
          Map<String, Integer> confirmDeletions,
      @Option(
              value =
                  "Lists of one kind that its path parameters may make, at most; a kind with more"
                      + " is not read",
              byDefault = "1000000",
              min = 1,
              max = 100_000_000)
          int maxLists,
      @Option(
              value =
                  "Whether mappings may use the methods PUT, PATCH and DELETE, which change data at"
                      + " the source",
              byDefault = "false")
          boolean allowChangingMethods,
      @Option(
              value =
                  "Engine of jq expressions. jackson-jq has no limits: an expression that never"
                      + " ends stops the run, and one that needs all memory stops the process",
              byDefault = "seaway")
          JqChoice jqEngine,
      @Option(
              value =
                  "Whether this site takes over the integration's entities of another site, for"
                      + " example of the same site under its former address. For one run",
              byDefault = "false")
          boolean adoptOrigin,
      @Option(
              value =
                  "Seconds that a request of a run with the event listener ONCE waits at most, if"
                      + " the source or the catalog asks for a wait (429, or 503 with Retry-After)"
                      + " or its rate limit is used up; a request that would wait longer fails. The"
                      + " other listeners wait for up to a day at a time",
              byDefault = "3600",
              min = 1,
              max = 86_400)
          Duration longestServerWait) {}

  /** Which certificates are verified. */
  record Ssl(Catalog port, Tool thirdParty) {

    record Catalog(
        @Option(value = "Whether the catalog's certificate is verified", byDefault = "true")
            boolean verify) {}

    record Tool(
        @Option(value = "Whether the source's certificate is verified", byDefault = "true")
            boolean verify) {}
  }

  /** Which connector, and under which name. */
  record Integration(
      @Option("The connector's name, for example custom") Optional<String> type,
      @Option("Name of this integration at the catalog; by default my-<type>-integration")
          Optional<String> identifier) {}

  /** The event listener's type; its further keys are those of the type. */
  record Listener(
      @Option(value = "What starts a resync", byDefault = "polling") ListenerType type) {}

  /** The words of {@code EVENT_LISTENER__TYPE}. */
  enum ListenerType {
    ONCE,
    POLLING,
    WEBHOOK,
    KAFKA,
    WEBHOOKS_ONLY
  }

  /** Where live events are kept; the keys of Kafka are below one of its name. */
  record LiveEvents(
      @Option(value = "Where live events are kept until they are applied", byDefault = "disk")
          StoreType type) {}

  /** The words of {@code LIVE_EVENTS__TYPE}. */
  enum StoreType {
    DISK,
    KAFKA
  }

  /** {@code APPLICATION__*}, without a prefix. */
  record Application(
      @Option(
              value = "Port of health, metrics and webhooks; 0 takes any free port",
              byDefault = "8000",
              min = 0,
              max = 65_535)
          int port,
      @Option(value = "Minimum level of the messages that are logged", byDefault = "info")
          Operations.LogLevel logLevel) {}

  /** Read by itself, before all else. */
  record Logging(
      @Option(value = "As in Application", byDefault = "info") Operations.LogLevel logLevel) {}

  /** What all programs read from the environment, without a prefix. */
  record NetworkVariables(
      @Option(value = "Proxy for http addresses", secret = true) Optional<ProxyAddress> httpProxy,
      @Option(value = "Proxy for https addresses", secret = true) Optional<ProxyAddress> httpsProxy,
      @Option(value = "Proxy for all addresses", secret = true) Optional<ProxyAddress> allProxy,
      @Option("Hosts that are reached directly, separated by commas") Optional<String> noProxy,
      @Option("File of the certificate authorities to trust, PEM") Optional<Path> sslCertFile,
      @Option("Folder of the certificate authorities to trust, PEM") Optional<Path> sslCertDir) {}
}
