package dev.seaway.service.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/** Counts what the service does. Thread-safe. */
public final class Meters implements AutoCloseable {

  private static final String KIND = "kind";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final InstantSource clock;
  private final Map<String, AtomicReference<Instant>> completed = new ConcurrentHashMap<>();
  private final Map<String, AtomicReference<Instant>> waitingUntil = new ConcurrentHashMap<>();
  private final AtomicReference<Double> running = new AtomicReference<>(0.0);
  private final AtomicReference<Double> lastSeconds = new AtomicReference<>(Double.NaN);

  /**
   * @param clock tells the age of what was synchronized
   */
  public Meters(InstantSource clock) {
    this.clock = clock;
    Gauge.builder("seaway.resync.running", running, AtomicReference::get)
        .description("1 while a resync runs, else 0")
        .register(registry);
    Gauge.builder("seaway.resync.last.seconds", lastSeconds, AtomicReference::get)
        .description("Seconds that the last resync took")
        .register(registry);
  }

  /** From now on the process is watched too: its memory, threads and collections. */
  public void watchProcess() {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    collections.bindTo(registry);
  }

  /** A resync begins. */
  public void runBegins() {
    running.set(1.0);
  }

  /**
   * A resync has ended.
   *
   * @param outcome {@code complete}, {@code incomplete}, {@code failed} or {@code aborted}
   */
  public void runEnds(String outcome, Duration took) {
    running.set(0.0);
    lastSeconds.set(took.toMillis() / 1000.0);
    registry.counter("seaway.resyncs", "outcome", outcome).increment();
  }

  /** Records were read. */
  public void read(String kind, long records) {
    registry.counter("seaway.records.read", KIND, kind).increment((double) records);
  }

  /**
   * Records became no entity.
   *
   * @param reason {@code skipped} by the selector, {@code dropped} without identifier or blueprint,
   *     or {@code failed} in the mapping
   */
  public void unmapped(String kind, String reason, long records) {
    registry
        .counter("seaway.records.unmapped", KIND, kind, "reason", reason)
        .increment((double) records);
  }

  /**
   * Entities came to the catalog.
   *
   * @param result {@code written}, {@code unchanged} or {@code refused}
   */
  public void entities(String kind, String result, long entities) {
    registry.counter("seaway.entities", KIND, kind, "result", result).increment((double) entities);
  }

  /** Entities were deleted. */
  public void deleted(String blueprint, long entities) {
    registry
        .counter("seaway.entities.deleted", "blueprint", blueprint)
        .increment((double) entities);
  }

  /** A kind was read: to its end, with every record mapped, or not. */
  public void kindEnds(String kind, boolean complete) {
    if (complete) {
      completed.computeIfAbsent(kind, this::age).set(clock.instant());
    } else {
      registry.counter("seaway.kind.failures", KIND, kind).increment();
    }
  }

  /**
   * A delivery or an event of the tool came to something.
   *
   * @param result {@code kept}, {@code known}, {@code ignored}, {@code refused} or {@code unkept}
   *     at its receipt; then {@code applied}, {@code retried} or {@code dead}
   */
  public void event(String result) {
    registry.counter("seaway.events", "result", result).increment();
  }

  /** How many live events wait or are being applied. */
  public void eventsWaiting(LongSupplier waiting) {
    Gauge.builder("seaway.events.waiting", waiting, LongSupplier::getAsLong)
        .description("Live events that wait or are being applied, as far as this process knows")
        .strongReference(true)
        .register(registry);
  }

  /** A request waits, because the other side asked for it or failed. */
  public void waiting(String whom, Duration wait) {
    registry.counter("seaway.waits", "for", whom).increment();
    registry.counter("seaway.wait.seconds", "for", whom).increment(wait.toMillis() / 1000.0);
    Instant until = clock.instant().plus(wait);
    waitingUntil
        .computeIfAbsent(whom, this::remaining)
        .updateAndGet(before -> before.isAfter(until) ? before : until);
  }

  private AtomicReference<Instant> age(String kind) {
    AtomicReference<Instant> at = new AtomicReference<>(clock.instant());
    Gauge.builder("seaway.kind.age.seconds", at, this::secondsSince)
        .description("Seconds since this kind was last read completely")
        .tag(KIND, kind)
        .register(registry);
    return at;
  }

  private AtomicReference<Instant> remaining(String whom) {
    AtomicReference<Instant> until = new AtomicReference<>(Instant.EPOCH);
    Gauge.builder("seaway.wait.remaining.seconds", until, at -> Math.max(0, -secondsSince(at)))
        .description("Seconds until the longest wait in progress is over")
        .tag("for", whom)
        .register(registry);
    return until;
  }

  private double secondsSince(AtomicReference<Instant> at) {
    return Duration.between(at.get(), clock.instant()).toMillis() / 1000.0;
  }

  /** All that was counted, as text that Prometheus reads. */
  public String text() {
    return registry.scrape();
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
