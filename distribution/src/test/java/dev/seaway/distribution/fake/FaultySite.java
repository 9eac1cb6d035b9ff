package dev.seaway.distribution.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.distribution.sandbox.SandboxAnswer;
import dev.seaway.distribution.sandbox.SandboxApi;
import dev.seaway.distribution.sandbox.SandboxRecords;
import dev.seaway.distribution.sandbox.SandboxRequest;
import dev.seaway.distribution.sandbox.SandboxSettings;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** The sandbox site with faults: each rule names requests and what goes wrong with them. */
public final class FaultySite implements AutoCloseable {

  /** The lists from which records can vanish. */
  public enum Records {
    SERVICE_DESKS,
    REQUESTS,
    ORGANIZATIONS
  }

  private record Departure(Predicate<Recorded> when, Records list, int index) {}

  private record Rule(Predicate<Recorded> when, Fault fault) {}

  private final List<Rule> rules = new CopyOnWriteArrayList<>();
  private final List<Departure> departures = new CopyOnWriteArrayList<>();
  private final RecordingServer server;
  private final SandboxSettings settings;
  private volatile SandboxRecords records;

  private FaultySite(SandboxSettings settings) {
    this.settings = settings;
    this.server = RecordingServer.start(this::answer);
    this.records = SandboxRecords.generate(settings);
  }

  /** A site of the default sizes. */
  public static FaultySite start() {
    return start(SandboxSettings.DEFAULT);
  }

  /** A site of these sizes; its port is always a free one. */
  public static FaultySite start(SandboxSettings settings) {
    return new FaultySite(settings);
  }

  /** Adds a fault; of several that fit a request the one added first strikes. */
  public FaultySite on(Predicate<Recorded> when, Fault fault) {
    rules.add(new Rule(when, fault));
    return this;
  }

  /** Takes all faults away; what has vanished stays so. */
  public void heal() {
    rules.clear();
  }

  /** Removes every nth record of a list: 10 removes a tenth. */
  public void vanish(Records list, int everyNth) {
    change(list, all -> thinned(all, everyNth));
  }

  /**
   * Removes one record of a list as soon as the first request that fits was answered.
   *
   * @param index the record's place in the list as it is then, from 0
   */
  public void vanishAfter(Predicate<Recorded> when, Records list, int index) {
    departures.add(new Departure(when, list, index));
  }

  private synchronized void change(Records list, UnaryOperator<List<ObjectNode>> change) {
    records =
        switch (list) {
          case SERVICE_DESKS -> records.withServiceDesks(change.apply(records.serviceDesks()));
          case REQUESTS -> records.withRequests(change.apply(records.requests()));
          case ORGANIZATIONS -> records.withOrganizations(change.apply(records.organizations()));
        };
  }

  /** What the site holds now. */
  public SandboxRecords records() {
    return records;
  }

  /** Changes what the site holds. */
  public void change(UnaryOperator<SandboxRecords> change) {
    records = change.apply(records);
  }

  /** Changes a request, by its place in the list. */
  public void changeRequest(int index, Consumer<ObjectNode> change) {
    change(
        records -> {
          List<ObjectNode> requests = new ArrayList<>(records.requests());
          ObjectNode changed = requests.get(index).deepCopy();
          change.accept(changed);
          requests.set(index, changed);
          return records.withRequests(requests);
        });
  }

  /** The site's own address. */
  public URI baseUrl() {
    return server.address();
  }

  /** The same site as scoped tokens reach it, behind a gateway's path. */
  public URI gatewayUrl() {
    return URI.create(server.address() + "/ex/jira/cloud-1");
  }

  /** All requests so far, in the order received. */
  public List<Recorded> requests() {
    return server.requests();
  }

  /** Waits for a request. False where none comes. */
  public boolean await(Predicate<Recorded> request) throws InterruptedException {
    return server.await(requests -> requests.stream().anyMatch(request), Duration.ofSeconds(60));
  }

  /** Forgets the requests so far, of which a long test may make too many to keep. */
  public void forgetRequests() {
    server.forget();
  }

  @Override
  public void close() {
    server.close();
  }

  private Reply answer(Recorded request) {
    Reply reply =
        rules.stream()
            .filter(rule -> rule.when().test(request))
            .findFirst()
            .map(rule -> answer(request, rule.fault()))
            .orElseGet(() -> reply(ask(sandbox(request))));
    departures.stream().filter(departure -> departure.when().test(request)).forEach(this::depart);
    return reply;
  }

  private void depart(Departure departure) {
    if (departures.remove(departure)) {
      change(departure.list(), all -> without(all, departure.index()));
    }
  }

  private Reply answer(Recorded request, Fault fault) {
    SandboxRequest asked = sandbox(request);
    SandboxAnswer answer = ask(asked);
    return switch (fault) {
      case Fault.Status status -> new Reply.Text(status.status(), status.headers(), status.body());
      case Fault.Truncated _ -> new Reply.Truncated(answer.body().toString());
      case Fault.HalfJson _ -> half(answer);
      case Fault.NotJson _ -> page();
      case Fault.NextLink link -> withNext(answer, link.link());
      case Fault.LoopingLink _ -> withNext(answer, link(answer.body(), "self"));
      case Fault.EmptyNotLast _ -> {
        ObjectNode body = answer.body().deepCopy();
        body.put("size", 0).put("isLastPage", false).putArray("values");
        yield Reply.json(answer.status(), body);
      }
      case Fault.LastFlag flag -> {
        ObjectNode body = answer.body().deepCopy();
        yield Reply.json(answer.status(), body.put("isLastPage", flag.last()));
      }
      case Fault.IgnoreStart _ -> reply(ask(asked.withQuery("start", "0")));
      case Fault.CapLimit cap ->
          reply(ask(asked.withQuery("limit", Integer.toString(cap.limit()))));
      case Fault.Cut _ -> new Reply.Cut();
      case Fault.Hang _ -> new Reply.Hang();
    };
  }

  private SandboxAnswer ask(SandboxRequest request) {
    return new SandboxApi(settings, records, server.address()).answer(request);
  }

  /** The site knows positions only; a {@code page}, from 1, is translated. */
  private static SandboxRequest sandbox(Recorded request) {
    SandboxRequest asked =
        SandboxRequest.of(request.method(), request.target(), request.header("authorization"));
    return request.query("page").stream()
        .findFirst()
        .map(page -> (Integer.parseInt(page) - 1) * Integer.parseInt(asked.query().get("limit")))
        .map(start -> asked.withQuery("start", Integer.toString(start)))
        .orElse(asked);
  }

  private static Reply reply(SandboxAnswer answer) {
    return Reply.json(answer.status(), answer.body());
  }

  private static Reply half(SandboxAnswer answer) {
    String whole = answer.body().toString();
    return new Reply.Text(
        200, Map.of("Content-Type", "application/json"), whole.substring(0, whole.length() / 2));
  }

  private static Reply page() {
    return new Reply.Text(
        200, Map.of("Content-Type", "text/html"), "<html><body>Please sign in</body></html>");
  }

  private static Reply withNext(SandboxAnswer answer, String link) {
    ObjectNode body = answer.body().deepCopy();
    body.put("isLastPage", false).withObject("/_links").put("next", link);
    return Reply.json(answer.status(), body);
  }

  private static String link(JsonNode body, String name) {
    return body.path("_links").path(name).asText();
  }

  private static List<ObjectNode> without(List<ObjectNode> list, int index) {
    return IntStream.range(0, list.size())
        .filter(other -> other != index)
        .mapToObj(list::get)
        .toList();
  }

  private static List<ObjectNode> thinned(List<ObjectNode> list, int everyNth) {
    return IntStream.range(0, list.size())
        .filter(index -> index % everyNth != everyNth - 1)
        .mapToObj(list::get)
        .toList();
  }
}
