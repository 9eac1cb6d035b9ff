package dev.seaway.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.catalog.CatalogClient.Reply;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerTest {
  @TempDir Path folder;
  CatalogClient client;

  @BeforeEach
  void open() {
    client = new CatalogClient(folder);
    client.deskAndRequest();
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void takesASearchThatNamesHundredsOfProperties() {
    client.upsert("request", "{'identifier':'A'}");
    String fields =
        IntStream.range(0, 1_000)
            .mapToObj("&include=properties.some-long-name-%d"::formatted)
            .collect(Collectors.joining());
    Reply reply =
        client.post(
            "/v1/entities/search?include=identifier" + fields, "{'combinator':'and','rules':[]}");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body().path("entities")).hasSize(1);
  }

  @Test
  void letsManyClientsWriteToTheSameEntitiesAtOnce() {
    Queue<Reply> replies = new ConcurrentLinkedQueue<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 100; i++) {
        String entities =
            "{'identifier':'shared','properties':{'votes':%1$d}},{'identifier':'own%1$d','relations':{'blockers':['shared']}}"
                .formatted(i);
        threads.execute(() -> replies.add(client.upsert("request", entities)));
      }
    }
    assertThat(replies).hasSize(100).allMatch(reply -> reply.status() == 200);
    assertThat(client.get("/v1/blueprints/request/entities-count").body().path("count").asInt())
        .isEqualTo(101);
  }
}
