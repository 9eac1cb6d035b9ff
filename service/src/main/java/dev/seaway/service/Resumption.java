package dev.seaway.service;

import dev.seaway.connector.Source;
import dev.seaway.core.config.AppConfig;
import dev.seaway.core.config.EventStore;
import dev.seaway.core.config.Settings;
import dev.seaway.core.resync.RunJournal;
import dev.seaway.core.resync.SyncPlan;
import dev.seaway.service.journal.SqliteRunJournal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Opens the journal of a run, by which a run that was killed is resumed.
 *
 * @param around has the folder of the data
 */
record Resumption(AppConfig loaded, EngineContext around) {

  private static final String FOLDER = "runs";
  private static final Duration OLDEST = Duration.ofDays(1);

  /** None where the data is not said to last, or where other replicas apply events beside it. */
  RunJournal open(String mapping, SyncPlan plan) {
    Settings settings = loaded.settings();
    if (!settings.lasting() || isBesideReplicas(settings)) {
      return RunJournal.none();
    }
    String name = settings.type() + "." + settings.identifier();
    Instant now = around.waits().instant();
    Path folder = around.dataDirectory().resolve(FOLDER);
    return SqliteRunJournal.open(
        folder,
        URLEncoder.encode(name, StandardCharsets.UTF_8),
        Fingerprint.of(parts(settings, mapping, plan), Salt.of(folder)),
        now,
        settings
            .scheduledResyncInterval()
            .filter(interval -> interval.compareTo(OLDEST) < 0)
            .orElse(OLDEST));
  }

  /** What they applied while a page was older, only a resync from the start puts right. */
  private boolean isBesideReplicas(Settings settings) {
    return settings.eventStore() instanceof EventStore.Kafka
        && loaded.source().events().isPresent();
  }

  /**
   * All that decides what a run reads and writes, and where. Credentials are among it, for the same
   * list may be another one to another user.
   */
  private List<String> parts(Settings settings, String mapping, SyncPlan plan) {
    Source source = loaded.source();
    List<String> parts = new ArrayList<>();
    parts.add(around.version());
    parts.add(settings.type());
    parts.add(settings.identifier());
    parts.add(around.catalog().baseUrl().toString());
    parts.add(around.catalog().clientId());
    // The embedded catalog may lose its last writes where the machine loses its power.
    parts.add(settings.port().isPresent() ? "" : Boot.id());
    parts.add(source.baseUrl().toString());
    parts.add(source.linkOrigins().toString());
    parts.addAll(ConfigTexts.texts(source.auth()));
    parts.addAll(ConfigTexts.texts(source.headers()));
    parts.addAll(ConfigTexts.texts(loaded.options()));
    parts.add(mapping);
    parts.add(new TreeMap<>(loaded.environment()).toString());
    parts.add(settings.jqEngine().toString());
    parts.add(plan.fingerprint());
    return parts;
  }
}
