package dev.seaway.catalog;

import dev.seaway.catalog.wire.Refusal;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * One request while its body comes: within bounds of size and time, and of the bytes that all
 * bodies take together. Only used on the event loop, but for {@link #respond}.
 */
final class Receipt {

  /** Of what is refused this much is read and dropped, so that the client gets to its answer. */
  private static final long DROPPED_BYTES = 4L * Router.MAX_BODY_BYTES;

  /**
   * What holds for all requests.
   *
   * @param bodies bytes that all bodies may still take together
   * @param patience how long a request may take to come
   */
  record Bounds(AtomicLong bodies, Duration patience) {}

  private final Vertx vertx;
  private final HttpServerRequest request;
  private final int mostBytes;
  private final Bounds bounds;
  private final Buffer body = Buffer.buffer();
  private long reserved;
  private long came;
  private boolean refused;
  private long timer;

  /**
   * @param mostBytes of its body
   */
  Receipt(Vertx vertx, HttpServerRequest request, int mostBytes, Bounds bounds) {
    this.mostBytes = mostBytes;
    this.vertx = vertx;
    this.request = request;
    this.bounds = bounds;
  }

  /** Gathers the body and hands it over, on the event loop. */
  void whole(Consumer<byte[]> taken) {
    come(
        () -> {
          if (!refused) {
            taken.accept(body.getBytes());
          }
        });
  }

  /** Answers at once, and keeps nothing of the body. */
  void refuse(CatalogAnswer answer) {
    come(() -> {});
    end(answer);
  }

  private void come(Runnable atEnd) {
    timer = vertx.setTimer(bounds.patience().toMillis(), _ -> request.connection().close());
    request.handler(this::gather);
    request.exceptionHandler(
        _ -> {
          vertx.cancelTimer(timer);
          release();
        });
    request.endHandler(
        _ -> {
          vertx.cancelTimer(timer);
          atEnd.run();
        });
  }

  private void gather(Buffer part) {
    came += part.length();
    if (came > DROPPED_BYTES) {
      request.handler(_ -> {});
      request.connection().close();
    } else if (!refused && came > mostBytes) {
      end(CatalogAnswer.refused(Router.bodyTooLarge(mostBytes)));
    } else if (!refused && !reserve(part.length())) {
      end(CatalogAnswer.refused(Refusal.busy("Too many bytes of bodies at a time; try again.")));
    } else if (!refused) {
      body.appendBuffer(part);
    }
  }

  private boolean reserve(int bytes) {
    if (bounds.bodies().addAndGet(-bytes) < 0) {
      bounds.bodies().addAndGet(bytes);
      return false;
    }
    reserved += bytes;
    return true;
  }

  /** Gives the answer, from any thread. */
  void respond(CatalogAnswer answer) {
    vertx.runOnContext(_ -> end(answer));
  }

  private void end(CatalogAnswer answer) {
    refused = true;
    release();
    // A client that has gone needs no answer; what it wrote is stored all the same.
    if (!request.response().closed() && !request.response().ended()) {
      request.response().setStatusCode(answer.status());
      answer.headers().forEach(request.response()::putHeader);
      if (answer.status() == 503) {
        request.response().putHeader("Retry-After", "1");
      }
      request.response().end(Buffer.buffer(answer.body()));
    }
  }

  private void release() {
    bounds.bodies().addAndGet(reserved);
    reserved = 0;
  }
}
