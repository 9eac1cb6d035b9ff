package dev.seaway.service.operations;

import dev.seaway.service.operations.Endpoint.Reply;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A request as the event loop sees it: its body is gathered, within bounds of size and time. */
final class Received {

  /** Of a body. */
  static final int MAX_BODY_BYTES = 10 << 20;

  /** Of what is too large this much is read and dropped, so that the client gets to its answer. */
  static final int DROPPED_BYTES = 4 * MAX_BODY_BYTES;

  private static final Logger log = LoggerFactory.getLogger(Received.class);

  /**
   * What holds for all requests together, and for each.
   *
   * @param bodies all bodies together
   * @param patience how long the headers of a first request, and a body, may take to come
   * @param connections open at a time
   * @param idle how long a connection may take from an answer to the next request
   */
  record Bounds(BodyBudget bodies, Duration patience, int connections, Duration idle) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration IDLE = Duration.ofMinutes(2);
    private static final int CONNECTIONS = 256;

    Bounds(BodyBudget bodies, Duration patience) {
      this(bodies, patience, CONNECTIONS, IDLE);
    }

    static Bounds ofThisProcess() {
      return new Bounds(BodyBudget.ofHeap(Runtime.getRuntime().maxMemory()), PATIENCE);
    }
  }

  private final Vertx vertx;
  private final HttpServerRequest request;
  private final int mostBytes;
  private final Duration patience;
  private final Body body;
  private Runnable released = () -> {};
  private long bytes;
  private boolean ended;

  /** It was answered before its end, or its client has gone: what still comes is dropped. */
  private boolean settled;

  /**
   * @param mostBytes of its body
   */
  Received(Vertx vertx, HttpServerRequest request, int mostBytes, Bounds bounds) {
    this.vertx = vertx;
    this.request = request;
    this.mostBytes = mostBytes;
    this.patience = bounds.patience();
    this.body = new Body(bounds.bodies(), mostBytes);
  }

  /**
   * Gathers the body.
   *
   * @param taken gets the whole request, on the event loop
   * @param atEnd called once, when the answer was given or the client has gone
   */
  void whole(Consumer<Incoming> taken, Runnable atEnd) {
    released = atEnd;
    long timer = vertx.setTimer(patience.toMillis(), _ -> request.connection().close());
    request.handler(this::gather);
    request.exceptionHandler(
        _ -> {
          vertx.cancelTimer(timer);
          if (!ended) {
            settled = true;
            release();
          }
        });
    request.endHandler(
        _ -> {
          vertx.cancelTimer(timer);
          ended = true;
          if (!settled) {
            end(taken);
          }
        });
  }

  private void gather(Buffer part) {
    bytes += part.length();
    if (bytes > DROPPED_BYTES) {
      cutOff();
    } else if (bytes > mostBytes) {
      body.release();
    } else if (!settled && !body.add(part)) {
      settled = true;
      refuse(Reply.text(503, "Too many bytes of requests at a time; try again."));
    }
  }

  private void cutOff() {
    log.warn(
        "Cut a request off: {} {}: it has more than {} bytes",
        request.method(),
        request.path(),
        DROPPED_BYTES);
    // More of it may have been read already, and must not be told again.
    request.handler(_ -> {});
    request.connection().close();
  }

  private void end(Consumer<Incoming> taken) {
    if (bytes > mostBytes) {
      refuse(Reply.text(413, "The body is larger than " + mostBytes + " bytes."));
    } else {
      taken.accept(incoming());
    }
  }

  private void refuse(Reply reply) {
    log.warn(
        "Refused a request ({}): {} {}, {} bytes: {}",
        reply.status(),
        request.method(),
        request.path(),
        bytes,
        reply.body());
    reply(reply);
  }

  /** Gives the answer, from any thread. A client that has gone needs none. */
  void reply(Reply reply) {
    vertx.runOnContext(
        _ -> {
          release();
          if (!request.response().closed() && !request.response().ended()) {
            request.response().setStatusCode(reply.status());
            request.response().putHeader("Content-Type", reply.contentType());
            if (reply.status() == 503) {
              request.response().putHeader("Retry-After", "1");
            }
            request.response().end(request.method().name().equals("HEAD") ? "" : reply.body());
          }
        });
  }

  private void release() {
    body.release();
    Runnable once = released;
    released = () -> {};
    once.run();
  }

  private Incoming incoming() {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    request
        .headers()
        .forEach(
            (name, value) ->
                headers
                    .computeIfAbsent(name.toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                    .add(value));
    return new Incoming(
        request.method().name(),
        Optional.ofNullable(request.path()).orElse("/"),
        headers,
        body.whole());
  }
}
