package dev.seaway.core.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.ApiClient;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiResponse;
import dev.seaway.connector.Pagination;
import dev.seaway.core.http.ApiException;
import dev.seaway.core.http.ApiException.Reason;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the pages of one list before they are wanted, where the pagination can guess the next
 * request. A guess is only a request sent early: it is used if the pagination then asks for exactly
 * it, and forgotten, failed or not, if it does not. So reading ahead changes no outcome. Not
 * thread-safe.
 */
final class ReadAhead implements AutoCloseable {

  private record Guess(ApiRequest request, Future<ApiResponse> answer) {}

  /** Of JSON; a tree of it takes about four times as much memory. */
  private static final long BYTES_AHEAD = 8L << 20;

  private final ApiClient api;
  private final Pagination pagination;
  private final int limit;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final Deque<Guess> guesses = new ArrayDeque<>();
  private int window = 1;

  /**
   * @param limit requests that are sent early at most; 0 reads page by page
   */
  ReadAhead(ApiClient api, Pagination pagination, int limit) {
    this.api = api;
    this.pagination = pagination;
    this.limit = limit;
  }

  /** The answer to the request, which may be on its way already. */
  ApiResponse send(ApiRequest request) {
    Guess guess = guesses.poll();
    if (guess != null && guess.request().equals(request)) {
      window = guess.answer().isDone() ? Math.max(window - 1, 1) : Math.min(window * 2, limit);
      return await(guess.answer());
    }
    forget(guess);
    return api.send(request);
  }

  /**
   * Sends further requests early. The number grows with each guess that was right and still had to
   * be waited for, so that a short list costs few requests too many; it shrinks where answers wait
   * for the reader, so that no memory is spent on them in vain.
   *
   * @param next what is asked next
   * @param page the records of the page before it: what is ahead is taken to be like them
   */
  void prepare(ApiRequest next, List<JsonNode> page) {
    int records = page.size();
    long fitting = BYTES_AHEAD / Math.max(1, SizeEstimate.of(page));
    long ahead = Math.min(Math.min(window, limit), Math.max(1, fitting));
    if (!guesses.isEmpty() && !guesses.peek().request().equals(next)) {
      forget(guesses.poll());
    }
    Optional<ApiRequest> request =
        guesses.isEmpty() ? Optional.of(next) : guess(guesses.getLast().request(), records);
    while (request.isPresent() && guesses.size() < ahead) {
      ApiRequest early = request.get();
      guesses.add(new Guess(early, executor.submit(() -> api.send(early))));
      request = guess(early, records);
    }
  }

  /** Only a GET may be sent in vain: another method may change what it is sent to. */
  private Optional<ApiRequest> guess(ApiRequest before, int records) {
    return before.method() == ApiRequest.Method.GET
        ? pagination.ahead(before, records)
        : Optional.empty();
  }

  /** What was guessed after a wrong guess is wrong too. */
  private void forget(@Nullable Guess wrong) {
    if (wrong != null) {
      wrong.answer().cancel(true);
      guesses.forEach(guess -> guess.answer().cancel(true));
      guesses.clear();
      window = 1;
    }
  }

  private static ApiResponse await(Future<ApiResponse> answer) {
    try {
      return answer.get();
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new ApiException(Reason.INTERRUPTED, "Interrupted while a page was on its way", e);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException failure -> throw failure;
        case Error error -> throw error;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }

  @Override
  public void close() {
    guesses.forEach(guess -> guess.answer().cancel(true));
    executor.close();
  }
}
