package dev.seaway.distribution.fake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Port's API in memory, over real HTTP, with faults: written from the recorded calls and apart from
 * the embedded catalog, so that the one can be held against the other. Calls are served one at a
 * time.
 */
public final class FakePort implements AutoCloseable {

  /** The only client that gets a token. */
  public static final String CLIENT_ID = "fake-client";

  /** That client's secret. */
  public static final String CLIENT_SECRET = "fake-client-secret";

  private record Rule(Predicate<Recorded> when, PortFault fault) {}

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final List<Rule> rules = new ArrayList<>();
  private Optional<RateWindow> rate = Optional.empty();
  private final EntityStore store;
  private final PortRoutes routes;
  private final Tokens tokens = new Tokens();
  private final IntegrationCalls integrations = new IntegrationCalls();
  private final RecordingServer server;

  private FakePort(InstantSource clock) {
    this.store = new EntityStore(clock);
    this.routes = new PortRoutes(store, integrations, tokens);
    this.server = RecordingServer.start(this::answer);
  }

  /** A port without blueprints, entities or integrations. */
  public static FakePort start() {
    return start(InstantSource.system());
  }

  /** The same; the clock stamps what is written. */
  public static FakePort start(InstantSource clock) {
    return new FakePort(clock);
  }

  /** Adds a fault; of several that fit a call the one added first strikes. */
  public synchronized FakePort on(Predicate<Recorded> when, PortFault fault) {
    rules.add(new Rule(when, fault));
    return this;
  }

  /**
   * From now on answers that many calls in each period and refuses further ones with 429.
   *
   * @param clock by which a period passes
   */
  public synchronized FakePort limit(int calls, Duration period, InstantSource clock) {
    rate = Optional.of(new RateWindow(calls, period, clock));
    return this;
  }

  /** How many calls the limit has refused. */
  public synchronized int refused() {
    return rate.map(RateWindow::refused).orElse(0);
  }

  /** Takes all faults away. */
  public synchronized void heal() {
    rules.clear();
  }

  /** Adds or replaces a blueprint. */
  public synchronized FakePort blueprint(JsonNode blueprint) {
    store.putBlueprint(blueprint.deepCopy());
    return this;
  }

  /** Adds an integration whose mapping is already configured. */
  public synchronized FakePort integration(String identifier, String type, JsonNode mapping) {
    integrations.put(identifier, type, mapping);
    return this;
  }

  /** An integration as it is now, with the last {@code resyncState} and the {@code examples}. */
  public synchronized Optional<ObjectNode> integration(String identifier) {
    return integrations.find(identifier);
  }

  /** Replaces the mapping of an integration, as a user does. */
  public synchronized FakePort mapping(String identifier, JsonNode mapping) {
    integrations.change(identifier, integration -> integration.set("config", mapping.deepCopy()));
    return this;
  }

  /** Changes an integration, as another process does. */
  public synchronized FakePort change(String identifier, Consumer<ObjectNode> change) {
    integrations.change(identifier, change);
    return this;
  }

  /** From now on takes changes of these fields of integrations and does not keep them. */
  public synchronized FakePort forget(String... fields) {
    integrations.forget(List.of(fields)::contains);
    return this;
  }

  /** Leaves an integration as a process does that is killed in a run. */
  public synchronized FakePort runsAlready(String identifier) {
    integrations.change(
        identifier,
        integration ->
            integration
                .putObject("resyncState")
                .put("status", "running")
                .put("lastResyncStart", "2026-01-01T00:00:00Z"));
    return this;
  }

  /** Asks for a resync, as a user does. */
  public synchronized FakePort askForResync(String identifier) {
    integrations.change(identifier, integration -> {});
    return this;
  }

  /** The states of runs that were told, in their order. */
  public synchronized List<String> states() {
    return List.copyOf(integrations.states());
  }

  /** Waits until so many states were told. */
  public List<String> awaitStates(int number) throws InterruptedException {
    return awaitStates(number, PATIENCE);
  }

  /** Waits until so many states were told, for so long at most. */
  public synchronized List<String> awaitStates(int number, Duration patience)
      throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    long left = patience.toMillis();
    while (integrations.states().size() < number && left > 0) {
      wait(left);
      left = (end - System.nanoTime()) / 1_000_000;
    }
    return states();
  }

  /** Waits for a call. False where none comes. */
  public boolean await(Predicate<Recorded> call) throws InterruptedException {
    return server.await(calls -> calls.stream().anyMatch(call), PATIENCE);
  }

  /** Forgets the calls so far, of which a long test may make too many to keep. */
  public synchronized void forgetCalls() {
    integrations.states().clear();
    server.forget();
  }

  /** Puts an entity there under the name of some data source, as if it had been written now. */
  public synchronized FakePort entity(String blueprint, JsonNode entity, String datasource) {
    store.upsert(blueprint, entity, new EntityStore.Upsert(true, false, true, datasource));
    return this;
  }

  /** All entities as one JSON text with sorted keys, without times and data sources. */
  public synchronized String entities() {
    return CanonicalJson.write(store.entities(_ -> true).stream().map(StoredEntity::json).toList());
  }

  /** How many entities a blueprint has. */
  public synchronized int count(String blueprint) {
    return store.entities(entity -> entity.blueprint().equals(blueprint)).size();
  }

  /** The base URL to configure, without {@code /v1}. */
  public URI baseUrl() {
    return server.address();
  }

  /** All calls so far, in the order received. */
  public List<Recorded> calls() {
    return server.requests();
  }

  @Override
  public void close() {
    server.close();
  }

  private synchronized Reply answer(Recorded call) {
    Reply reply =
        rate.filter(_ -> call.path().startsWith("/v1/"))
            .map(window -> window.answer(() -> unlimited(call)))
            .orElseGet(() -> unlimited(call));
    notifyAll();
    return reply;
  }

  private Reply unlimited(Recorded call) {
    return rules.stream()
        .filter(rule -> rule.when().test(call))
        .findFirst()
        .map(rule -> answer(call, rule.fault()))
        .orElseGet(() -> serve(call, 0));
  }

  private Reply answer(Recorded call, PortFault fault) {
    return switch (fault) {
      case PortFault.Status status ->
          new Reply.Text(status.status(), status.headers(), status.body());
      case PortFault.Cut _ -> new Reply.Cut();
      case PortFault.CutAfter _ -> {
        serve(call, 0);
        yield new Reply.Cut();
      }
      case PortFault.Hang _ -> new Reply.Hang();
      case PortFault.TokenExpired _ -> {
        tokens.expire(call);
        yield serve(call, 0);
      }
      case PortFault.RefuseEvery refuse -> serve(call, refuse.nth());
    };
  }

  private Reply serve(Recorded call, int refuseEvery) {
    try {
      JsonNode body = JSON.readTree(call.body());
      return routes.answer(call, body, refuseEvery, server.address());
    } catch (JsonProcessingException e) {
      return PortReply.error(400, "invalid_json", e.getOriginalMessage());
    }
  }
}
