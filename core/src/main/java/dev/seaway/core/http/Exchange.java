package dev.seaway.core.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One exchange as the event loop sees it. Its callbacks run on one thread; {@link #answer}, {@link
 * #progress} and {@link #abandon} may be used from another.
 */
final class Exchange {

  /** How far an exchange has come. */
  enum Progress {
    CONNECTING,
    SENT,
    ANSWERING
  }

  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

  private final HttpCall call;
  private final long maxResponseBytes;
  private final CompletableFuture<HttpAnswer> answer = new CompletableFuture<>();
  private final ResponseBytes body;
  private volatile Progress progress = Progress.CONNECTING;
  private volatile @Nullable HttpClientRequest request;

  Exchange(HttpCall call, long maxResponseBytes) {
    this.call = call;
    this.maxResponseBytes = maxResponseBytes;
    this.body = new ResponseBytes(maxResponseBytes);
  }

  void start(HttpClient client, RequestOptions options) {
    try {
      client.request(options).onComplete(this::send, this::fail);
    } catch (IllegalStateException closed) {
      fail(closed);
    }
  }

  CompletableFuture<HttpAnswer> answer() {
    return answer;
  }

  Progress progress() {
    return progress;
  }

  /** Nobody waits any more: closes the connection, or gives back one that comes too late. */
  void abandon() {
    answer.cancel(false);
    HttpClientRequest sent = request;
    if (sent != null) {
      sent.reset();
    }
  }

  private void send(HttpClientRequest connected) {
    request = connected;
    if (answer.isDone()) {
      connected.reset();
      return;
    }
    progress = Progress.SENT;
    try {
      write(connected);
    } catch (RuntimeException unsent) {
      fail(unsent);
      connected.reset();
    }
  }

  private void write(HttpClientRequest connected) {
    connected.exceptionHandler(this::fail);
    connected.response().onComplete(this::receive, this::fail);
    call.body().ifPresentOrElse(body -> connected.end(Buffer.buffer(body.bytes())), connected::end);
  }

  private void receive(HttpClientResponse response) {
    progress = Progress.ANSWERING;
    response.exceptionHandler(this::fail);
    body.announce(announced(response));
    response.handler(chunk -> take(chunk, response));
    response.endHandler(end -> answer.complete(received(response)));
  }

  private static long announced(HttpClientResponse response) {
    String length = response.getHeader(HttpHeaders.CONTENT_LENGTH);
    return length != null && LENGTH.matcher(length).matches() ? Long.parseLong(length) : 0;
  }

  private void take(Buffer chunk, HttpClientResponse response) {
    if (answer.isDone()) {
      return;
    }
    if (!body.take(chunk)) {
      fail(new TooLargeException(maxResponseBytes));
      response.request().reset();
    }
  }

  private HttpAnswer received(HttpClientResponse response) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    response
        .headers()
        .forEach(
            (name, value) -> headers.computeIfAbsent(name, key -> new ArrayList<>()).add(value));
    return new HttpAnswer(response.statusCode(), headers, body.all());
  }

  private void fail(Throwable cause) {
    answer.completeExceptionally(cause instanceof IOException ? cause : new IOException(cause));
  }
}
