package dev.seaway.benchmarks.whole;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One of the two fakes, as a process of its own that ends with this one. */
final class Fake implements AutoCloseable {

  static final String SOURCE = "dev.seaway.benchmarks.source.FastSource";
  static final String CATALOG = "dev.seaway.benchmarks.catalog.FastCatalog";

  private static final JsonMapper JSON = new JsonMapper();

  private final Process process;
  private final URI address;
  private final HttpClient control = HttpClient.newHttpClient();

  private Fake(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  static Fake start(String mainClass, String... flags) throws IOException {
    List<String> command = new ArrayList<>(List.of(Launcher.java()));
    command.addAll(List.of(flags));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    String line = output.readLine();
    if (line == null) {
      throw new IllegalStateException(mainClass + " did not start");
    }
    return new Fake(process, URI.create(line));
  }

  URI address() {
    return address;
  }

  /** Changes what the fake serves and sets its counters to zero. */
  void control(String query) throws IOException, InterruptedException {
    send(
        HttpRequest.newBuilder(address.resolve("/control?" + query))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build());
  }

  /** The fake's counters. */
  JsonNode counters() throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(address.resolve("/control")).build());
  }

  private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = control.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException(request.uri() + " answered " + response.statusCode());
    }
    return JSON.readTree(response.body());
  }

  @Override
  public void close() {
    control.close();
    process.destroy();
  }
}
