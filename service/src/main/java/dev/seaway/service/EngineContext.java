package dev.seaway.service;

import dev.seaway.core.http.Sleeper;
import dev.seaway.core.http.Transport;
import dev.seaway.core.resync.SyncListener;
import dev.seaway.service.listen.Scheduler;
import dev.seaway.service.telemetry.LogQueue;
import java.nio.file.Path;

/**
 * What a program around the engine gives to it.
 *
 * @param tool how the tool's API is reached
 * @param version Seaway's own
 * @param logs what the program logs, for the catalog
 * @param dataDirectory where live events are kept until they are applied, and what a run has
 *     finished
 */
public record EngineContext(
    Transport tool,
    CatalogTarget catalog,
    String version,
    Sleeper waits,
    Scheduler ticks,
    SyncListener listener,
    LogQueue logs,
    Path dataDirectory) {}
