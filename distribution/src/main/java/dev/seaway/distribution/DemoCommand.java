package dev.seaway.distribution;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.core.SeawayException;
import dev.seaway.core.SeawayException.Category;
import dev.seaway.core.resync.RunSummary;
import dev.seaway.distribution.sandbox.SandboxSettings;
import dev.seaway.distribution.sandbox.SandboxSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code seaway demo}: a whole run between a sandbox site and an embedded catalog. */
@Command(
    name = "demo",
    description =
        "Show a whole run without any account: read a sandbox Jira Service Management site into"
            + " an embedded catalog.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

  private static final String HOST = "127.0.0.1";
  private static final int EXAMPLES = 2;

  @Option(names = "--serve", description = "Keep the catalog up until Ctrl-C")
  private boolean serve;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "0",
      converter = PortNumber.class,
      description = "Port of the catalog (default: any free one)")
  private int port;

  @Option(
      names = "--requests",
      paramLabel = "N",
      defaultValue = "500",
      converter = RequestCount.class,
      description = "Customer requests of the sandbox site (default: 500; at most 1000000)")
  private int requests;

  private final Engine engine;
  private final Terminal terminal;
  private final Stop stop;

  DemoCommand(Engine engine, Terminal terminal, Stop stop) {
    this.engine = engine;
    this.terminal = terminal;
    this.stop = stop;
  }

  @Override
  public Integer call() throws InterruptedException {
    Path folder = folder();
    Path database = folder.resolve("demo.db");
    SandboxSettings settings = settings();
    try (SandboxSite site = SandboxSite.start(settings);
        Engine.OpenCatalog catalog = engine.openCatalog(database, HOST, port)) {
      terminal.print(
          "A sandbox site with %d service desks, %d requests and %d organizations"
              .formatted(settings.serviceDesks(), settings.requests(), settings.organizations()));
      terminal.print("is read into an embedded catalog at " + catalog.address() + ".");
      boolean complete = synchronize(site, catalog, folder);
      showExamples(catalog);
      terminal.print("The catalog is kept in " + database);
      NextSteps.ownSite().forEach(terminal.results()::println);
      if (serve) {
        NextSteps.listEntities(catalog, "jsmServiceDesk").forEach(terminal.results()::println);
        terminal.print("The catalog stays up at " + catalog.address() + " until Ctrl-C.");
        stop.await();
      }
      return complete ? ExitCode.COMPLETE : ExitCode.INCOMPLETE;
    }
  }

  private SandboxSettings settings() {
    SandboxSettings usual = SandboxSettings.DEFAULT;
    return usual.withSizes(usual.serviceDesks(), requests, usual.organizations());
  }

  private boolean synchronize(SandboxSite site, Engine.OpenCatalog catalog, Path folder) {
    RunSummary summary = new RunSummary();
    Engine.Outcome outcome =
        engine.run(
            environment(site, catalog),
            folder,
            terminal.display(summary),
            terminal.mask()::hide,
            new NeverStop());
    terminal.messages().status("");
    Summary.lines(summary).forEach(terminal::print);
    outcome.remarks().forEach(terminal::print);
    return outcome.complete();
  }

  private Map<String, String> environment(SandboxSite site, Engine.OpenCatalog catalog) {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("OCEAN__EVENT_LISTENER__TYPE", "ONCE");
    environment.put("OCEAN__INTEGRATION__TYPE", "jsm");
    environment.put("OCEAN__INTEGRATION__IDENTIFIER", "demo");
    environment.put("OCEAN__INTEGRATION__CONFIG__BASE_URL", site.baseUrl().toString());
    environment.put("OCEAN__INTEGRATION__CONFIG__AUTH_TYPE", "basic");
    environment.put("OCEAN__INTEGRATION__CONFIG__USERNAME", SandboxSettings.DEFAULT.username());
    environment.put("OCEAN__INTEGRATION__CONFIG__PASSWORD", SandboxSettings.DEFAULT.token());
    environment.put("OCEAN__PORT__BASE_URL", catalog.address().toString());
    environment.put("OCEAN__PORT__CLIENT_ID", catalog.clientId());
    environment.put("OCEAN__PORT__CLIENT_SECRET", catalog.clientSecret());
    return environment;
  }

  private void showExamples(Engine.OpenCatalog catalog) {
    terminal.print("Some of what the catalog now holds:");
    try (CatalogReader reader = new CatalogReader(catalog)) {
      for (JsonNode entity : reader.examples(EXAMPLES)) {
        terminal.print(
            "  %s %s \"%s\" %s %s"
                .formatted(
                    entity.path("blueprint").asText(),
                    entity.path("identifier").asText(),
                    entity.path("title").asText(),
                    entity.path("properties"),
                    entity.path("relations")));
      }
    }
  }

  private Path folder() {
    Path folder = terminal.directory().resolve("seaway-data");
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new SeawayException(
          Category.USER,
          "The folder " + folder + " cannot be made; change to a folder that you may write to.",
          e);
    }
  }
}
