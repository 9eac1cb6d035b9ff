package dev.seaway.distribution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.distribution.fake.FakePort;
import dev.seaway.distribution.fake.FaultySite;
import dev.seaway.distribution.fake.Recorded;
import dev.seaway.distribution.logging.SecretMask;
import dev.seaway.distribution.logging.StatusLine;
import dev.seaway.distribution.sandbox.SandboxSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** A site, a catalog and the command line between them; waits pass at once. */
final class Stage implements AutoCloseable {

  static final String IDENTIFIER = "my-jsm";
  static final String DATASOURCE = "port-ocean/custom/1/" + IDENTIFIER + "/exporter";

  /** How a command ended and what it said. */
  record Ending(int exitCode, String results, String messages) {
    String all() {
      return results + messages;
    }
  }

  final FaultySite site;
  final FakePort port = FakePort.start();
  final SandboxSettings settings;
  final HandTicks ticks = new HandTicks();
  final HandStop stop = new HandStop();
  private final Map<String, String> environment = new LinkedHashMap<>();
  private final Path directory;
  private volatile ByteArrayOutputStream said = new ByteArrayOutputStream();

  Stage(SandboxSettings settings) {
    this.settings = settings;
    this.site = FaultySite.start(settings);
    this.directory = temporaryDirectory();
    blueprints().forEach(port::blueprint);
    port.integration(IDENTIFIER, "custom", guide());
    environment.put("OCEAN__EVENT_LISTENER", "{\"type\":\"ONCE\"}");
    environment.put("APPLICATION__PORT", "0");
    environment.put("OCEAN__INTEGRATION__TYPE", "custom");
    environment.put("OCEAN__INTEGRATION__IDENTIFIER", IDENTIFIER);
    environment.put("OCEAN__INTEGRATION__CONFIG__BASE_URL", site.baseUrl().toString());
    environment.put("OCEAN__INTEGRATION__CONFIG__AUTH_TYPE", "basic");
    environment.put("OCEAN__INTEGRATION__SECRETS__USERNAME", settings.username());
    environment.put("OCEAN__INTEGRATION__SECRETS__PASSWORD", settings.token());
    environment.put("OCEAN__PORT__CLIENT_ID", FakePort.CLIENT_ID);
    environment.put("OCEAN__PORT__CLIENT_SECRET", FakePort.CLIENT_SECRET);
    environment.put("OCEAN__PORT__BASE_URL", port.baseUrl().toString());
  }

  /**
   * A small site whose lists have several pages: 3 desks, 20 requests, 6 organizations in pages of
   * 4.
   */
  static Stage small() {
    return new Stage(smallSettings()).nextLinks(4);
  }

  static SandboxSettings smallSettings() {
    return SandboxSettings.DEFAULT.withSizes(3, 20, 6);
  }

  /** The small site, which never grants more records at once, whatever it is asked for. */
  static Stage withPagesOfAtMost(int records) {
    return new Stage(SandboxSettings.DEFAULT.withSizes(3, 20, 6).withLargestPage(records));
  }

  /** Pages by the links of the answers, as the guide has it. */
  Stage nextLinks(int pageSize) {
    return with("PAGINATION_TYPE", "next_link")
        .with("NEXT_LINK_PATH", "_links.next")
        .with("SIZE_PARAM", "limit")
        .with("PAGE_SIZE", Integer.toString(pageSize));
  }

  /** Pages by position. */
  Stage offsets(int pageSize) {
    return with("PAGINATION_TYPE", "offset")
        .with("PAGINATION_PARAM", "start")
        .with("SIZE_PARAM", "limit")
        .with("PAGE_SIZE", Integer.toString(pageSize));
  }

  /** Pages by number. */
  Stage pages(int pageSize) {
    return with("PAGINATION_TYPE", "page")
        .with("PAGINATION_PARAM", "page")
        .with("SIZE_PARAM", "limit")
        .with("PAGE_SIZE", Integer.toString(pageSize));
  }

  /** Sets an option of the connector. */
  Stage with(String option, String value) {
    return set("OCEAN__INTEGRATION__CONFIG__" + option, value);
  }

  Stage set(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Takes the webhooks of a Jira site. */
  Stage webhooks() {
    return set("OCEAN__INTEGRATION__TYPE", "jsm").with("WEBHOOK_SECRET", JiraSender.SECRET);
  }

  /** Takes the webhooks of a Jira site and never reads all of it. */
  Stage webhooksOnly() {
    return webhooks().set("OCEAN__EVENT_LISTENER", "{\"type\":\"WEBHOOKS_ONLY\"}");
  }

  Stage unset(String prefix) {
    environment.keySet().removeIf(name -> name.startsWith(prefix));
    return this;
  }

  Map<String, String> environment() {
    return environment;
  }

  Path directory() {
    return directory;
  }

  /** Runs {@code seaway run} in this process. */
  Ending run() {
    return run("run");
  }

  Ending run(String... arguments) {
    return run(new NoWaits(), arguments);
  }

  Ending run(NoWaits waits, String... arguments) {
    ByteArrayOutputStream results = new ByteArrayOutputStream();
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    said = messages;
    Terminal terminal =
        new Terminal(
            new PrintStream(results, true, StandardCharsets.UTF_8),
            new StatusLine(new PrintStream(messages, true, StandardCharsets.UTF_8), false),
            new SecretMask(),
            environment,
            directory);
    int exitCode = new CommandRunner(new EngineWiring(waits, ticks), terminal, stop).run(arguments);
    return new Ending(
        exitCode,
        results.toString(StandardCharsets.UTF_8),
        messages.toString(StandardCharsets.UTF_8));
  }

  /** Runs {@code seaway run} in this process, on a thread of its own. */
  CompletableFuture<Ending> start() {
    return CompletableFuture.supplyAsync(
        this::run, task -> Thread.ofVirtual().name("service").start(task));
  }

  /** What the command that was started last has said so far. */
  String messages() {
    return said.toString(StandardCharsets.UTF_8);
  }

  /** The calls to the catalog that change entities, since that many calls. */
  List<Recorded> entityWrites(int since) {
    return port.calls().stream()
        .skip(since)
        .filter(call -> call.method().equals("POST"))
        .filter(
            call ->
                call.path().contains("/entities/bulk")
                    || call.path().contains("/bulk/entities")
                    || call.path().endsWith("/entities"))
        .filter(call -> !call.path().endsWith("/datasource-entities"))
        .toList();
  }

  /** The guide's mapping, for the caller to change. */
  static ObjectNode guide() {
    return (ObjectNode) read("/guide-mapping.json");
  }

  private static List<JsonNode> blueprints() {
    return List.copyOf(read("/connectors/jsm/blueprints.json").valueStream().toList());
  }

  static ObjectNode object(String json) {
    return (ObjectNode) json(json.replace('\'', '"'));
  }

  static JsonNode json(String json) {
    try {
      return new JsonMapper().readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode read(String resource) {
    try (InputStream stream = Stage.class.getResourceAsStream(resource)) {
      return new JsonMapper().readTree(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  private static Path temporaryDirectory() {
    try {
      return Files.createTempDirectory("seaway-test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    site.close();
    port.close();
    delete(directory);
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
