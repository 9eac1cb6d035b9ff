package dev.seaway.service.operations;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The open connections, bounded in number and in the time that they take to send a request. Only
 * used on the event loop.
 */
final class Connections {

  private final Vertx vertx;
  private final int most;
  private final Duration firstRequest;
  private final Duration nextRequest;
  // Those without a request in progress, the longest first, and the timer that closes each.
  private final Map<HttpConnection, Long> waiting = new LinkedHashMap<>();
  private int open;

  /**
   * @param firstRequest how long a new connection may take to send the headers of a request
   * @param nextRequest how long it may take after an answer
   */
  Connections(Vertx vertx, int most, Duration firstRequest, Duration nextRequest) {
    this.vertx = vertx;
    this.most = most;
    this.firstRequest = firstRequest;
    this.nextRequest = nextRequest;
  }

  /** Where there are too many, the one goes that has waited for longest: at worst the new one. */
  void opened(HttpConnection connection) {
    open++;
    connection.closeHandler(_ -> closed(connection));
    await(connection, firstRequest);
    if (open > most) {
      close(waiting.keySet().iterator().next());
    }
  }

  /** The headers of a request have come. */
  void began(HttpServerRequest request) {
    HttpConnection connection = request.connection();
    stop(connection);
    request.response().endHandler(_ -> await(connection, nextRequest));
  }

  private void await(HttpConnection connection, Duration patience) {
    stop(connection);
    waiting.put(connection, vertx.setTimer(patience.toMillis(), _ -> close(connection)));
  }

  private void close(HttpConnection connection) {
    stop(connection);
    connection.close();
  }

  private void closed(HttpConnection connection) {
    open--;
    stop(connection);
  }

  private void stop(HttpConnection connection) {
    Long timer = waiting.remove(connection);
    if (timer != null) {
      vertx.cancelTimer(timer);
    }
  }
}
