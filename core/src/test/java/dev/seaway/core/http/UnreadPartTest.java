package dev.seaway.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is read late behaves like what was read at once, whatever is done with it. */
class UnreadPartTest {

  private static final JsonMapper JACKSON = new JsonMapper();
  private static final String PAGE =
      """
      {"values": [
        {"id": "1", "status": {"name": "open", "at": {"day": 3}}, "parts": ["a", {"n": 1}, 3]},
        {"id": "2", "status": {}, "parts": []}]}
      """;

  static List<Consumer<ObjectNode>> changes() {
    return List.of(
        record -> object(record).put("name", "closed"),
        record -> object(record).put("further", 1),
        record -> object(record).remove("name"),
        record -> object(record).removeAll(),
        record -> object(record).setAll(record.deepCopy()),
        record -> object(record).retain("at"),
        record -> array(record).add("last"),
        record -> array(record).insert(0, "first"),
        record -> array(record).insertNull(array(record).size()),
        record -> array(record).addAll(record.deepCopy().withArray("parts")),
        record -> array(record).removeAll(),
        record -> array(record).removeIf(JsonNode::isTextual),
        record -> record.set("parts", object(record)));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void canBeChangedAsAnyOther(Consumer<ObjectNode> change) throws Exception {
    JsonNode late = read(true);
    JsonNode expected = JACKSON.readTree(PAGE);

    late.path("values").forEach(record -> change.accept((ObjectNode) record));
    expected.path("values").forEach(record -> change.accept((ObjectNode) record));

    assertThat(late).isEqualTo(expected).hasToString(expected.toString());
  }

  static List<Function<JsonNode, Object>> looks() {
    return List.of(
        JsonNode::toString,
        JsonNode::hashCode,
        JsonNode::deepCopy,
        page -> page.findValuesAsText("name"),
        page -> page.at("/values/0/status/at/day"),
        page -> page.at("/values/0/parts/1/n"),
        page -> page.at("/values/0/parts").valueStream().toList(),
        page -> page.at("/values/0/status").propertyStream().toList(),
        page -> page.at("/values/1/status").isEmpty(),
        page -> page.at("/values/1/parts").size(),
        page -> page.at("/values/0/status").has("at"));
  }

  @ParameterizedTest
  @MethodSource("looks")
  void looksLikeAnyOther(Function<JsonNode, Object> look) throws Exception {
    assertThat(look.apply(read(true))).isEqualTo(look.apply(JACKSON.readTree(PAGE)));
  }

  @Test
  void equalsWhatIsStillUnread() {
    assertThat(read(true)).isEqualTo(read(true)).isEqualTo(read(false));
    assertThat(read(false)).isEqualTo(read(true));
  }

  @Test
  void isReadOnceByManyThreads() throws Exception {
    AtomicInteger reads = new AtomicInteger();
    UnreadPart<Object> part =
        new UnreadPart<>(
            new byte[] {'{', '}'},
            json -> {
              reads.incrementAndGet();
              return List.of(json.length);
            });
    int threads = 8;
    CyclicBarrier together = new CyclicBarrier(threads);
    List<Future<Object>> found = new ArrayList<>();
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      for (int i = 0; i < threads; i++) {
        found.add(
            executor.submit(
                () -> {
                  together.await();
                  return part.get();
                }));
      }
    }

    for (Future<Object> each : found) {
      assertThat(each.get()).isSameAs(part.get());
    }
    assertThat(reads).hasValue(1);
  }

  private static JsonNode read(boolean hasRecords) {
    return JsonReader.read(
        PAGE.getBytes(StandardCharsets.UTF_8), new FieldNames(), hasRecords, 1000);
  }

  private static ObjectNode object(ObjectNode record) {
    return record.withObject("/status");
  }

  private static ArrayNode array(ObjectNode record) {
    return record.withArray("/parts");
  }
}
