package dev.seaway.core.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * All that the user decides about Seaway itself; the tool's own configuration is the connector's.
 *
 * @param port absent: the embedded catalog
 * @param type the connector's name
 * @param identifier of this integration at the catalog, lower case
 * @param scheduledResyncInterval absent: no scheduled resync
 * @param mappingFile absent: the mapping is the one at the catalog
 * @param initializePortResources whether blueprints and mapping are made at the first start
 * @param sendRawDataExamples whether the first raw records of each kind go to the catalog, masked
 * @param allowEnvironmentInMappings whether jq may read {@code env} and {@code $ENV}
 * @param jqEngine which engine evaluates the jq expressions of mappings
 * @param allowChangingMethods whether mappings may use PUT, PATCH and DELETE
 * @param clientTimeout of one request to the catalog
 * @param oauthAccessTokenFile a file with the token for the tool, read for each request
 * @param eventStore where live events are kept until they are applied
 * @param eventsAtATime how many live events are applied at a time, of one subject always one
 * @param dataDirectory where the embedded catalog and the state between runs are kept
 * @param lasting whether that folder outlives the process, so that a run that was killed can be
 *     resumed
 * @param mostLists that the path parameters of one kind may make
 * @param adoptOrigin whether what the integration holds is taken over from the origins that wrote
 *     it
 * @param longestServerWait that answers 429 and 503 may ask one request for before it fails
 * @param strict whether unknown keys are faults
 */
public record Settings(
    Optional<PortSettings> port,
    String type,
    String identifier,
    EventListener listener,
    Optional<Duration> scheduledResyncInterval,
    Optional<Path> mappingFile,
    boolean initializePortResources,
    PortResourcesOrigin createPortResourcesOrigin,
    boolean sendRawDataExamples,
    boolean allowEnvironmentInMappings,
    JqChoice jqEngine,
    boolean allowChangingMethods,
    Duration clientTimeout,
    Batches batches,
    Optional<Path> oauthAccessTokenFile,
    Network network,
    Operations operations,
    EventStore eventStore,
    int eventsAtATime,
    Path dataDirectory,
    boolean lasting,
    int mostLists,
    boolean adoptOrigin,
    Duration longestServerWait,
    boolean strict,
    Deletions deletions) {

  /**
   * Whether this process ever resyncs; else it applies live events and leaves the rest to others.
   */
  public boolean resyncs() {
    return !(listener instanceof EventListener.WebhooksOnly) || scheduledResyncInterval.isPresent();
  }
}
