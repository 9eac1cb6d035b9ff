package dev.seaway.distribution;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.distribution.fake.Recorded;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntUnaryOperator;

/**
 * Somebody who edits the requests of a site, and the site's webhooks, each of which is sent until
 * it is taken. The edits of one request are numbered.
 */
final class Burst {

  private static final int SENDERS = 8;
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final Stage stage;
  private final List<String> issues;
  private final Map<String, Integer> edits = new HashMap<>();
  private final AtomicInteger taken = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();

  Burst(Stage stage) {
    this.stage = stage;
    this.issues = RequestIds.atSite(stage);
  }

  /** How many deliveries were answered with 200. */
  int taken() {
    return taken.get();
  }

  /** How many deliveries had to be sent again. */
  int refused() {
    return refused.get();
  }

  /**
   * Edits and sends, until so many were taken.
   *
   * @param port where the delivery of that number goes; asked anew at each try
   */
  CompletableFuture<Void> start(int webhooks, IntUnaryOperator port) {
    return CompletableFuture.runAsync(() -> send(webhooks, port));
  }

  private void send(int webhooks, IntUnaryOperator port) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        JiraSender sender = new JiraSender()) {
      List<CompletableFuture<Void>> senders = new ArrayList<>();
      for (int each = 0; each < SENDERS; each++) {
        int first = each;
        senders.add(CompletableFuture.runAsync(() -> send(sender, first, webhooks, port), threads));
      }
      senders.forEach(CompletableFuture::join);
    }
  }

  /** Each sender has requests of its own, so that their order is known. */
  private void send(JiraSender sender, int first, int webhooks, IntUnaryOperator port) {
    Random random = new Random(first);
    for (int number = first; number < webhooks; number += SENDERS) {
      int index = first + SENDERS * random.nextInt((issues.size() - first - 1) / SENDERS + 1);
      edit(index);
      String event = JiraSender.event("jira:issue_updated", issues.get(index));
      while (!sender.isTaken(port.applyAsInt(number), "delivery-" + number, event)) {
        refused.incrementAndGet();
        LockSupport.parkNanos(PAUSE.toNanos());
      }
      taken.incrementAndGet();
    }
  }

  private synchronized void edit(int index) {
    int edit = edits.merge(issues.get(index), 1, Integer::sum);
    stage.site.changeRequest(index, request -> request.put("summary", summary(edit)));
  }

  private static String summary(int edit) {
    return "edit %05d".formatted(edit);
  }

  /** Whether the catalog has the last edit of every request that was edited. */
  synchronized boolean isApplied() {
    String entities = stage.port.entities();
    Map<String, String> titles = new HashMap<>();
    for (JsonNode entity : Stage.json(entities)) {
      titles.put(entity.path("identifier").asText(), entity.path("title").asText());
    }
    return edits.entrySet().stream()
        .allMatch(edit -> summary(edit.getValue()).equals(titles.get(edit.getKey())));
  }

  /** The edits that were written, by request, in their order. */
  Map<String, List<String>> written() {
    Map<String, List<String>> written = new HashMap<>();
    for (Recorded call : stage.entityWrites(0)) {
      JsonNode body = Stage.json(call.body());
      JsonNode entities =
          body.has("entities") ? body.path("entities") : Stage.json("[" + body + "]");
      for (JsonNode entity : entities) {
        String title = entity.path("title").asText();
        if (title.startsWith("edit ")) {
          written
              .computeIfAbsent(entity.path("identifier").asText(), _ -> new ArrayList<>())
              .add(title);
        }
      }
    }
    return written;
  }
}
