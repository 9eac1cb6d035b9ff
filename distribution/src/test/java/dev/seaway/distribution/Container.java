package dev.seaway.distribution;

import dev.seaway.distribution.fake.FakePort;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * The image under test, run as a strict cluster would run it: a user that nobody knows, no
 * capabilities, a root that cannot be written, 256 MB and one processor.
 */
final class Container {

  private static final int MINUTES = 5;
  private static final List<String> STRICT =
      List.of(
          "--read-only",
          "--read-only-tmpfs=false",
          "--cap-drop=ALL",
          "--security-opt=no-new-privileges",
          "--network=host",
          "--memory=256m",
          "--memory-swap=256m",
          "--cpus=1");

  record Ended(int exitCode, String output) {}

  private final String image;
  private final String name = "seaway-test-" + UUID.randomUUID();
  private final List<String> options = new ArrayList<>(STRICT);

  Container(String image) {
    this.image = image;
    options.add("--name=" + name);
    options.add("--user=" + (10_000 + new Random().nextInt(50_000)));
  }

  Container with(Map<String, String> environment) {
    environment.forEach(
        (variable, value) -> {
          options.add("-e");
          options.add(variable + "=" + value);
        });
    return this;
  }

  /** Shows a file of this machine inside, for reading only. */
  Container with(Path file, String inside) {
    options.add("-v");
    options.add(file.toAbsolutePath() + ":" + inside + ":ro");
    return this;
  }

  /** Runs to the end, and leaves nothing behind. */
  Ended run(String... arguments) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of("run", "--rm"));
    words.addAll(options);
    words.add(image);
    words.addAll(List.of(arguments));
    return podman(words);
  }

  /** Starts it and returns at once; end it by {@link #terminate}. */
  void start() throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of("run", "--detach"));
    words.addAll(options);
    words.add(image);
    Ended started = podman(words);
    if (started.exitCode() != 0) {
      throw new IllegalStateException(started.output());
    }
  }

  /** SIGTERM, and SIGKILL where it is still there after that many seconds; the exit code. */
  int terminate(int seconds) throws IOException, InterruptedException {
    try {
      podman(List.of("stop", "--time=" + seconds, name));
      return Integer.parseInt(podman(List.of("wait", name)).output().strip());
    } finally {
      podman(List.of("rm", "--force", name));
    }
  }

  private static Ended podman(List<String> words) throws IOException, InterruptedException {
    Path output = Files.createTempFile("seaway-container", ".log");
    List<String> command = new ArrayList<>(List.of("podman"));
    command.addAll(words);
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(Redirect.to(output.toFile()))
            .start();
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException("podman " + words.getFirst() + " did not end");
    }
    String said = Files.readString(output, StandardCharsets.UTF_8);
    Files.delete(output);
    return new Ended(process.exitValue(), said);
  }

  /** What the guide for Docker sets, with a site and a catalog in place of the placeholders. */
  static Map<String, String> guide(URI site, String user, String token, URI catalog) {
    return Map.ofEntries(
        Map.entry("OCEAN__EVENT_LISTENER", "{\"type\":\"ONCE\"}"),
        Map.entry("OCEAN__INITIALIZE_PORT_RESOURCES", "true"),
        Map.entry("OCEAN__SEND_RAW_DATA_EXAMPLES", "true"),
        Map.entry("OCEAN__INTEGRATION__CONFIG__BASE_URL", site.toString()),
        Map.entry("OCEAN__INTEGRATION__CONFIG__AUTH_TYPE", "basic"),
        Map.entry("OCEAN__INTEGRATION__SECRETS__USERNAME", user),
        Map.entry("OCEAN__INTEGRATION__SECRETS__PASSWORD", token),
        Map.entry("OCEAN__INTEGRATION__CONFIG__PAGINATION_TYPE", "link"),
        Map.entry("OCEAN__INTEGRATION__CONFIG__NEXT_LINK_PATH", "_links.next"),
        Map.entry("OCEAN__INTEGRATION__CONFIG__PAGE_SIZE", "50"),
        Map.entry("OCEAN__PORT__CLIENT_ID", FakePort.CLIENT_ID),
        Map.entry("OCEAN__PORT__CLIENT_SECRET", FakePort.CLIENT_SECRET),
        Map.entry("OCEAN__PORT__BASE_URL", catalog.toString()));
  }
}
