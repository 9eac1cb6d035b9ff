package dev.seaway.core.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Binds Seaway's own options and makes {@link Settings} of them. */
final class OwnSettings {

  private static final String PREFIX = "OCEAN__";

  /** A service waits as long as it lives. */
  private static final Duration UNBOUNDED = Duration.ofDays(36_500);

  private static final String LISTENER = "eventListener";
  private static final String LIVE_EVENTS = "liveEvents";

  private final ConfigNode root;
  private final ConfigNode process;
  private final RecordBinder binder;
  private final Problems problems;

  OwnSettings(ConfigSources inputs, RecordBinder binder, Problems problems) {
    this.root = inputs.own();
    this.process = inputs.process();
    this.binder = binder;
    this.problems = problems;
  }

  /** Whether unknown keys are faults. */
  boolean strict() {
    return binder
        .bind(
            OwnOptions.Strictness.class,
            root,
            new RecordBinder.Scope(PREFIX, Map.of(), Set.of(UnknownKeys.ANY)))
        .map(OwnOptions.Strictness::strict)
        .orElse(false);
  }

  /** The settings for this connector; none if a fault was found. */
  Optional<Settings> read(String type, Optional<String> identifier, boolean strict) {
    Optional<OwnOptions> options = options();
    Optional<EventListener> listener = listener();
    Optional<EventStore> store = eventStore();
    Optional<OwnOptions.Application> application = application();
    Optional<OwnOptions.NetworkVariables> network = network();
    if (options.isEmpty()
        || listener.isEmpty()
        || store.isEmpty()
        || application.isEmpty()
        || network.isEmpty()) {
      return Optional.empty();
    }
    Operations operations =
        new Operations(
            application.get().port(),
            application.get().logLevel(),
            options.get().maxWaitSecondsBeforeShutdown());
    return Optional.of(
        settings(
            options.get(),
            listener.get(),
            store.get(),
            operations,
            network.get(),
            type,
            identifier,
            strict));
  }

  private Optional<OwnOptions> options() {
    Set<String> elsewhere = new HashSet<>(IgnoredKeys.names());
    elsewhere.addAll(Set.of("strict", "integration", LISTENER, LIVE_EVENTS));
    Optional<OwnOptions> options =
        binder.bind(OwnOptions.class, root, new RecordBinder.Scope(PREFIX, Map.of(), elsewhere));
    IgnoredKeys.report(root, problems);
    binder
        .bind(
            OwnOptions.MappingPath.class,
            root,
            new RecordBinder.Scope(PREFIX, Map.of(), Set.of(UnknownKeys.ANY)))
        .flatMap(OwnOptions.MappingPath::configPath)
        .ifPresent(file -> checkReadable(root, "configPath", file));
    options
        .flatMap(OwnOptions::oauthAccessTokenFilePath)
        .ifPresent(file -> checkReadable(root, "oauthAccessTokenFilePath", file));
    options.map(OwnOptions::port).ifPresent(this::warnOfUnusedAddress);
    return options;
  }

  private void warnOfUnusedAddress(OwnOptions.Port port) {
    if (port.clientId().isEmpty()) {
      root.at("port")
          .at("baseUrl")
          .example()
          .ifPresent(
              given ->
                  problems.warning(
                      given.key(),
                      "is not used: without OCEAN__PORT__CLIENT_ID and"
                          + " OCEAN__PORT__CLIENT_SECRET the embedded catalog is"));
    }
  }

  private Optional<EventListener> listener() {
    ConfigNode group = root.at(LISTENER);
    RecordBinder.Scope scope =
        new RecordBinder.Scope(PREFIX + "EVENT_LISTENER__", Map.of(), Set.of(UnknownKeys.ANY));
    return binder
        .bind(OwnOptions.Listener.class, group, scope)
        .flatMap(
            listener ->
                switch (listener.type()) {
                  case ONCE -> Optional.of(new EventListener.Once());
                  case POLLING -> binder.bind(EventListener.Polling.class, group, scope);
                  case WEBHOOK -> binder.bind(EventListener.Webhook.class, group, scope);
                  case KAFKA -> binder.bind(EventListener.Kafka.class, group, scope);
                  case WEBHOOKS_ONLY -> Optional.of(new EventListener.WebhooksOnly());
                });
  }

  private Optional<EventStore> eventStore() {
    ConfigNode group = root.at(LIVE_EVENTS);
    RecordBinder.Scope scope =
        new RecordBinder.Scope(PREFIX + "LIVE_EVENTS__", Map.of(), Set.of(UnknownKeys.ANY));
    Optional<EventStore> store =
        binder
            .bind(OwnOptions.LiveEvents.class, group, scope)
            .flatMap(
                events ->
                    switch (events.type()) {
                      case DISK -> Optional.of(new EventStore.Disk());
                      case KAFKA -> kafkaStore(group.at("kafka"), scope.below("kafka"));
                    });
    IgnoredKeys.reportBelow(group, Set.of("type", "kafka"), problems);
    return store;
  }

  private Optional<EventStore> kafkaStore(ConfigNode group, RecordBinder.Scope scope) {
    Optional<EventStore.Kafka> kafka = binder.bind(EventStore.Kafka.class, group, scope);
    if (kafka.isPresent() && kafka.get().brokers().isEmpty()) {
      problems.fault(
          scope.prefix() + "BROKERS",
          "is missing; give Kafka's brokers, for example \"b-1.example:9096\"");
      return Optional.empty();
    }
    return kafka.map(EventStore.class::cast);
  }

  private Optional<OwnOptions.Application> application() {
    ConfigNode group = process.at("application");
    group
        .at("enableHttpLogging")
        .example()
        .ifPresent(
            given ->
                problems.warning(
                    given.key(),
                    "is accepted and ignored, because APPLICATION__LOG_LEVEL decides what is"
                        + " logged"));
    return binder.bind(
        OwnOptions.Application.class,
        group,
        new RecordBinder.Scope("APPLICATION__", Map.of(), Set.of("enableHttpLogging")));
  }

  private Optional<OwnOptions.NetworkVariables> network() {
    Optional<OwnOptions.NetworkVariables> network =
        binder.bind(
            OwnOptions.NetworkVariables.class,
            process,
            new RecordBinder.Scope("", Map.of(), Set.of(UnknownKeys.ANY)));
    network
        .flatMap(OwnOptions.NetworkVariables::sslCertFile)
        .ifPresent(file -> checkReadable(process, "sslCertFile", file));
    network
        .flatMap(OwnOptions.NetworkVariables::sslCertDir)
        .ifPresent(folder -> checkReadable(process, "sslCertDir", folder));
    return network;
  }

  private void checkReadable(ConfigNode group, String name, Path file) {
    if (!Files.isReadable(file)) {
      group
          .at(name)
          .example()
          .ifPresent(
              given ->
                  problems.fault(
                      given.key(),
                      "is \"" + file + "\"; there is no such file, or it may not be read"));
    }
  }

  private Settings settings(
      OwnOptions own,
      EventListener listener,
      EventStore eventStore,
      Operations operations,
      OwnOptions.NetworkVariables process,
      String type,
      Optional<String> identifier,
      boolean strict) {
    return new Settings(
        port(own.port()),
        type,
        identifier.orElse("my-" + type + "-integration").toLowerCase(Locale.ROOT),
        listener,
        own.scheduledResyncInterval().map(Duration::ofMinutes),
        own.configPath(),
        own.initializePortResources(),
        own.createPortResourcesOrigin(),
        own.sendRawDataExamples(),
        own.allowEnvironmentVariablesJqAccess(),
        own.seaway().jqEngine(),
        own.seaway().allowChangingMethods(),
        own.clientTimeout(),
        new Batches(
            own.upsertEntitiesBatchMaxLength(),
            own.upsertEntitiesBatchMaxSizeInBytes(),
            own.deleteEntitiesMaxBatchSize()),
        own.oauthAccessTokenFilePath(),
        network(process, own.ssl()),
        operations,
        eventStore,
        own.eventWorkersCount(),
        own.dataDirectory(),
        root.at("dataDirectory").example().isPresent(),
        own.seaway().maxLists(),
        own.seaway().adoptOrigin(),
        listener instanceof EventListener.Once ? own.seaway().longestServerWait() : UNBOUNDED,
        strict,
        new Deletions(
            own.seaway().inferredDeletionThreshold(),
            own.seaway().maxLookUps(),
            own.seaway().confirmDeletions()));
  }

  private static Optional<PortSettings> port(OwnOptions.Port port) {
    return port.clientId()
        .flatMap(
            id -> port.clientSecret().map(secret -> new PortSettings(port.baseUrl(), id, secret)));
  }

  private static Network network(OwnOptions.NetworkVariables process, OwnOptions.Ssl ssl) {
    return new Network(
        process.httpProxy().map(ProxyAddress::uri),
        process.httpsProxy().map(ProxyAddress::uri),
        process.allProxy().map(ProxyAddress::uri),
        process.noProxy().map(OwnSettings::hosts).orElse(List.of()),
        process.sslCertFile(),
        process.sslCertDir(),
        ssl.port().verify(),
        ssl.thirdParty().verify());
  }

  private static List<String> hosts(String list) {
    return Stream.of(list.split("[,\\s]+", -1)).filter(host -> !host.isEmpty()).toList();
  }
}
