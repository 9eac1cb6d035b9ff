package dev.seaway.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.distribution.fake.Recorded;
import dev.seaway.distribution.fake.RecordingServer;
import dev.seaway.distribution.fake.Reply;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An API whose answers are a function of the request and of the number of the run, a catalog, and
 * the command line between them. Each list feeds the blueprint {@code item}, unless said otherwise.
 */
final class ScriptedApi implements AutoCloseable {

  /** Where the only list of most scripts is. */
  static final String ITEMS = "/items";

  /** Gives the answer to a request of that run, counted from 1. */
  @FunctionalInterface
  interface Script {
    Reply answer(Recorded request, int run);
  }

  final Stage stage = new Stage(Stage.smallSettings());
  private final RecordingServer server;
  private final ObjectNode mapping = Stage.guide();
  private final AtomicInteger run = new AtomicInteger(1);

  private ScriptedApi(Script script) {
    this.server = RecordingServer.start(request -> script.answer(request, run.get()));
    resources().removeAll();
    stage.with("BASE_URL", server.address().toString());
    blueprint("item", "{}");
  }

  /** Without a list; the caller adds those that are read. */
  static ScriptedApi of(Script script) {
    return new ScriptedApi(script);
  }

  /** With one list, whose records lie at that path. */
  static ScriptedApi ofItems(String dataPath, Script script) {
    return of(script).list(ITEMS, dataPath);
  }

  /** Reads one more list, whose records are named by their {@code id}. */
  ScriptedApi list(String path, String dataPath) {
    return resource(path, dataPath, "item", ".id | tostring");
  }

  ScriptedApi resource(String kind, String dataPath, String blueprint, String identifier) {
    return resource(
        Stage.object(
            """
            {'kind': '%s', 'selector': {'query': 'true', 'data_path': '%s'},
             'port': {'entity': {'mappings': {
               'identifier': '%s', 'blueprint': '\\'%s\\''}}}}
            """
                .formatted(kind, escaped(dataPath), escaped(identifier), blueprint)));
  }

  private static String escaped(String jq) {
    return jq.replace("\"", "\\\"");
  }

  ScriptedApi resource(ObjectNode resource) {
    resources().add(resource);
    return this;
  }

  ScriptedApi blueprint(String identifier, String relations) {
    stage.port.blueprint(blueprintOf(identifier, relations));
    return this;
  }

  /** Sets a flag of the mapping as a whole. */
  ScriptedApi flag(String name, boolean value) {
    mapping.put(name, value);
    return this;
  }

  /** Sets an option of the connector. */
  ScriptedApi with(String option, String value) {
    stage.with(option, value);
    return this;
  }

  /** Pages by position, with flags and totals as the answers have them. */
  ScriptedApi offsets(int pageSize) {
    return with("PAGINATION_TYPE", "offset").with("PAGE_SIZE", Integer.toString(pageSize));
  }

  /** Pages by number, from 1. */
  ScriptedApi pages(int pageSize) {
    return with("PAGINATION_TYPE", "page").with("PAGE_SIZE", Integer.toString(pageSize));
  }

  /** The server's origin. */
  String origin() {
    return server.address().toString();
  }

  /** The requests of all runs. */
  List<Recorded> requests() {
    return server.requests();
  }

  /** Runs once more, and expects that all is right. */
  Stage.Ending runsWell() {
    Stage.Ending ending = runs();
    assertThat(ending.exitCode()).as(ending.all()).isZero();
    return ending;
  }

  /** Runs once more. */
  Stage.Ending runs() {
    stage.port.integration(Stage.IDENTIFIER, "custom", mapping);
    Stage.Ending ending = stage.run();
    run.incrementAndGet();
    return ending;
  }

  /** The identifiers of the items in the catalog. */
  Set<String> items() {
    return identifiers("item");
  }

  /** The identifiers of a blueprint's entities in the catalog. */
  Set<String> identifiers(String blueprint) {
    return Stage.json(stage.port.entities())
        .valueStream()
        .filter(entity -> entity.path("blueprint").textValue().equals(blueprint))
        .map(entity -> entity.path("identifier").textValue())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** That a run was incomplete, and said why in one line of its results, with all those words. */
  static void isIncomplete(Stage.Ending ending, String... words) {
    assertThat(ending.exitCode()).as(ending.all()).isEqualTo(1);
    says(ending, words);
  }

  /** That one line of the results has all those words. */
  static void says(Stage.Ending ending, String... words) {
    assertThat(ending.results().lines())
        .as("%s in one line of%n%s", List.of(words), ending.all())
        .anyMatch(line -> Stream.of(words).allMatch(line::contains));
  }

  /** The numbers of that range as identifiers, in their order or the other way round. */
  static List<String> ids(int first, int last) {
    int step = first <= last ? 1 : -1;
    return IntStream.rangeClosed(0, Math.abs(last - first))
        .mapToObj(index -> Integer.toString(first + step * index))
        .toList();
  }

  /** Records with nothing but an identifier, separated by commas. */
  static String records(Collection<String> ids) {
    return ids.stream().map("{\"id\":\"%s\"}"::formatted).collect(Collectors.joining(","));
  }

  /** The part of a list that begins there. */
  static List<String> slice(List<String> ids, int from, int limit) {
    int start = Math.clamp(from, 0, ids.size());
    return ids.subList(start, Math.min(ids.size(), start + limit));
  }

  /** A number in the query. */
  static int number(Recorded request, String parameter, int otherwise) {
    return request.query(parameter).stream().findFirst().map(Integer::parseInt).orElse(otherwise);
  }

  /** A JSON document; single quotes stand for double ones. */
  static Reply json(String body, Object... values) {
    return json(200, Map.of(), body, values);
  }

  static Reply json(int status, Map<String, String> headers, String body, Object... values) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.putIfAbsent("Content-Type", "application/json");
    return new Reply.Text(status, all, body.replace('\'', '"').formatted(values));
  }

  private ArrayNode resources() {
    return (ArrayNode) mapping.path("resources");
  }

  private static ObjectNode blueprintOf(String identifier, String relations) {
    return Stage.object(
        "{'identifier':'%s','schema':{'properties':{}},'relations':%s}"
            .formatted(identifier, relations));
  }

  @Override
  public void close() {
    server.close();
    stage.close();
  }
}
