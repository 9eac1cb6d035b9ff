package dev.seaway.core.reconcile;

import dev.seaway.core.catalog.EntityKey;
import dev.seaway.mapping.Entity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps runs and live events apart, entity by entity. What a live event touches while a run is
 * under way, the run neither writes nor deletes any more: its pages may be older than the event.
 * And an event waits for what a run is writing at that moment, so that the event's word is the
 * last. Thread-safe.
 */
public final class EventGuard {

  private final Map<SeenEntities, Set<EntityKey>> touchedInRuns = new HashMap<>();
  private final Map<EntityKey, Integer> claimed = new HashMap<>();
  private final Map<EntityKey, Held> held = new HashMap<>();
  private int deletions;

  /** What an event makes of an entity: its new values, or nothing. */
  private record Held(List<Entity> entity) {}

  /** A run under way, and what it sees. */
  public record Run(EventGuard guard, SeenEntities seen) implements AutoCloseable {
    @Override
    public void close() {
      guard.end(seen);
    }
  }

  /** Keys that a run may write or delete, until it is closed. */
  public record Claim(EventGuard guard, List<EntityKey> keys, boolean deleting)
      implements AutoCloseable {
    @Override
    public void close() {
      guard.release(this);
    }
  }

  /** Keys that an event writes or deletes, until it is closed. */
  public record Hold(EventGuard guard, Set<EntityKey> keys) implements AutoCloseable {
    @Override
    public void close() {
      guard.release(this);
    }
  }

  /** A run begins; it has not asked the tool for anything yet. */
  public synchronized Run begin() {
    SeenEntities seen = new SeenEntities(this);
    Set<EntityKey> touched = new HashSet<>();
    touchedInRuns.put(seen, touched);
    touch(held);
    return new Run(this, seen);
  }

  private synchronized void end(SeenEntities seen) {
    touchedInRuns.remove(seen);
  }

  synchronized Claim claim(SeenEntities run, Collection<EntityKey> wanted, boolean deleting) {
    Set<EntityKey> touched = touchedInRuns.getOrDefault(run, Set.of());
    List<EntityKey> free = wanted.stream().filter(key -> !touched.contains(key)).toList();
    free.forEach(key -> claimed.merge(key, 1, Integer::sum));
    deletions += deleting ? 1 : 0;
    return new Claim(this, free, deleting);
  }

  private synchronized void release(Claim claim) {
    claim
        .keys()
        .forEach(key -> claimed.computeIfPresent(key, (_, count) -> count > 1 ? count - 1 : null));
    deletions -= claim.deleting() ? 1 : 0;
    notifyAll();
  }

  /**
   * Takes entities away from the runs under way, for an event that is about to write and delete
   * them. Blocks while a run writes one of them, or deletes anything, or another event holds one.
   */
  public synchronized Hold hold(List<Entity> upserts, Collection<EntityKey> deletes)
      throws InterruptedException {
    Map<EntityKey, Held> wanted = wanted(upserts, deletes);
    touch(wanted);
    while (deletions > 0 || wanted.keySet().stream().anyMatch(this::isBusy)) {
      wait();
    }
    // A run may have begun meanwhile.
    touch(wanted);
    held.putAll(wanted);
    return new Hold(this, wanted.keySet());
  }

  private void touch(Map<EntityKey, Held> events) {
    touchedInRuns.forEach(
        (seen, touched) -> events.forEach((key, event) -> touch(seen, touched, key, event)));
  }

  private static Map<EntityKey, Held> wanted(List<Entity> upserts, Collection<EntityKey> deletes) {
    Map<EntityKey, List<Entity>> wanted = new HashMap<>();
    deletes.forEach(key -> wanted.put(key, new ArrayList<>()));
    upserts.stream()
        .filter(entity -> !entity.hasSearchIdentifier())
        .forEach(
            entity ->
                wanted
                    .computeIfAbsent(
                        new EntityKey(entity.blueprint(), entity.id()), _ -> new ArrayList<>())
                    .add(entity));
    Map<EntityKey, Held> held = new HashMap<>();
    wanted.forEach((key, entities) -> held.put(key, new Held(List.copyOf(entities))));
    return held;
  }

  private boolean isBusy(EntityKey key) {
    return claimed.containsKey(key) || held.containsKey(key);
  }

  /** The run has not seen it, yet must know that it exists and what it relates to. */
  private static void touch(SeenEntities seen, Set<EntityKey> touched, EntityKey key, Held event) {
    if (touched.add(key)) {
      seen.add(key);
    }
    event.entity().forEach(seen::add);
  }

  private synchronized void release(Hold hold) {
    hold.keys().forEach(held::remove);
    notifyAll();
  }
}
