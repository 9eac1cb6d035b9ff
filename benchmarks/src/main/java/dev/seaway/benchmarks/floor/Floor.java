package dev.seaway.benchmarks.floor;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * The least that a sync can cost with an ordinary HTTP client: fetches the same pages, ten at a
 * time, and posts prepared searches and bulks; parses, maps and compares nothing. It uses Java's
 * own client, which was a little cheaper here than Vert.x. All state belongs to one thread.
 */
final class Floor {

  private static final int AT_A_TIME = 10;
  private static final int LISTED_PER_CALL = 2000;
  private static final String LISTING = "/v1/blueprints/entities/datasource-entities";
  private static final String BULK =
      "/v1/blueprints/floor/entities/bulk?upsert=true&merge=true"
          + "&create_missing_related_entities=true&validation_only=false";

  private final FloorJob job;
  private final List<String> pages;
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).executor(thread).build();
  private final String bulk = PreparedBulk.of(PreparedBulk.LENGTH);
  private final Queue<String> waiting = new ArrayDeque<>();
  private final CompletableFuture<Void> done = new CompletableFuture<>();
  private int nextPage;
  private int read;
  private int prepared;
  private int posting;
  private int listed;
  private int underWay;

  private Floor(FloorJob job) {
    this.job = job;
    this.pages = job.pages();
  }

  static void main(String[] arguments) throws Exception {
    Floor floor = new Floor(FloorJob.read(arguments));
    floor.thread.execute(floor::start);
    floor.done.get();
    System.exit(0);
  }

  private void start() {
    for (int chain = 0; chain < AT_A_TIME; chain++) {
      readNext();
    }
  }

  private void readNext() {
    if (nextPage < pages.size()) {
      URI page = job.source().resolve(pages.get(nextPage++));
      call(HttpRequest.newBuilder(page), this::pageRead);
    }
  }

  private void pageRead() {
    read += job.pageSize();
    if (job.known() > 0) {
      post(PreparedSearch.PATH, PreparedSearch.of(read - job.pageSize(), job.pageSize()), () -> {});
    }
    while (prepared + PreparedBulk.LENGTH <= Math.min(read, job.written())) {
      prepare(PreparedBulk.LENGTH);
    }
    readNext();
  }

  private void prepare(int length) {
    prepared += length;
    waiting.add(length == PreparedBulk.LENGTH ? bulk : PreparedBulk.of(length));
    postNext();
  }

  private void postNext() {
    if (posting < AT_A_TIME && !waiting.isEmpty()) {
      posting++;
      post(BULK, waiting.remove(), this::posted);
    }
  }

  private void posted() {
    posting--;
    postNext();
  }

  /** Once nothing is under way any more: the last, smaller bulk, then the listing, then the end. */
  private void goOn() {
    if (prepared < job.written()) {
      prepare(job.written() - prepared);
    } else if (listed < job.known()) {
      String body =
          "{\"datasource_prefix\":\"port-ocean/\",\"limit\":%d,\"from\":\"%d\"}"
              .formatted(LISTED_PER_CALL, listed);
      listed += LISTED_PER_CALL;
      post(LISTING, body, () -> {});
    } else {
      done.complete(null);
    }
  }

  private void post(String path, String body, Runnable next) {
    HttpRequest.Builder request = HttpRequest.newBuilder(job.catalog().resolve(path));
    call(request.POST(BodyPublishers.ofString(body)), next);
  }

  /** Nobody waits for a single call: its failure ends the whole. */
  @SuppressWarnings("FutureReturnValueIgnored")
  private void call(HttpRequest.Builder request, Runnable next) {
    underWay++;
    client
        .sendAsync(request.header("User-Agent", "floor").build(), BodyHandlers.discarding())
        .thenAcceptAsync(response -> answered(response, next), thread)
        .whenComplete(this::failed);
  }

  private void answered(HttpResponse<Void> response, Runnable next) {
    if (response.statusCode() != 200) {
      throw new IllegalStateException(response.uri() + " answered " + response.statusCode());
    }
    underWay--;
    next.run();
    if (underWay == 0) {
      goOn();
    }
  }

  private void failed(@Nullable Void nothing, @Nullable Throwable failure) {
    if (failure != null) {
      done.completeExceptionally(failure);
    }
  }
}
