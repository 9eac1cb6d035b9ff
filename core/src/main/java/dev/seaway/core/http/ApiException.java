package dev.seaway.core.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.core.SeawayException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A request that got no usable answer. Its message holds no secret, and of a query no values but
 * short numbers.
 */
public final class ApiException extends SeawayException {

  /** Why there is no usable answer. */
  public enum Reason {
    /** The server does not know the credentials (401), or refuses to issue a token for them. */
    CREDENTIALS(Category.USER),
    /** The credentials are known but may not do this: 403, or a 401 that names a missing scope. */
    PERMISSION(Category.USER),
    /** 404. */
    NOT_FOUND(Category.USER),
    /** 429, even after the waits that the server asked for. */
    RATE_LIMITED(Category.EXTERNAL),
    /** No connection, or one that broke before an answer began: DNS, TCP, TLS, proxy. */
    UNREACHABLE(Category.EXTERNAL),
    /** No whole answer in time. */
    TIMEOUT(Category.EXTERNAL),
    /** The answer was cut off. */
    BROKEN_BODY(Category.EXTERNAL),
    /** The answer is no JSON document. */
    NOT_JSON(Category.EXTERNAL),
    /** The answer is larger, or nested deeper, than is accepted. */
    TOO_LARGE(Category.EXTERNAL),
    /** A link or redirect that leaves the base URL. */
    FOREIGN_ORIGIN(Category.USER),
    /** A redirect that cannot be followed. */
    REDIRECT(Category.USER),
    /** Any other status than 2xx. */
    STATUS(Category.EXTERNAL),
    /** The calling thread was interrupted; its flag is set again. */
    INTERRUPTED(Category.EXTERNAL),
    /** The answer to a token request does not hold what the templates need. */
    TOKEN(Category.USER);

    private final Category category;

    Reason(Category category) {
      this.category = category;
    }
  }

  private final Reason reason;
  private final OptionalInt status;
  private final Optional<JsonNode> body;
  private final Map<String, List<String>> headers;

  /** A failure without an answer. */
  public ApiException(Reason reason, String message) {
    this(reason, message, null);
  }

  /** A failure without an answer, and what caused it. */
  public ApiException(Reason reason, String message, @Nullable Throwable cause) {
    super(reason.category, message, cause);
    this.reason = reason;
    this.status = OptionalInt.empty();
    this.body = Optional.empty();
    this.headers = Map.of();
  }

  /** A failure with an answer. */
  public ApiException(Reason reason, int status, Optional<JsonNode> body, String message) {
    this(reason, status, body, Map.of(), message);
  }

  ApiException(
      Reason reason,
      int status,
      Optional<JsonNode> body,
      Map<String, List<String>> headers,
      String message) {
    super(reason.category, message);
    this.reason = reason;
    this.status = OptionalInt.of(status);
    this.body = body;
    this.headers = headers;
  }

  /** The same failure, with what else may be done about it. */
  public ApiException advising(String advice) {
    ApiException advised =
        status.isEmpty()
            ? new ApiException(reason, getMessage() + advice, getCause())
            : new ApiException(reason, status.getAsInt(), body, headers, getMessage() + advice);
    advised.setStackTrace(getStackTrace());
    return advised;
  }

  /** Why there is no usable answer. */
  public Reason reason() {
    return reason;
  }

  /** The HTTP status, where there was an answer. */
  public OptionalInt status() {
    return status;
  }

  /** The body of the error answer, where it is JSON. It is as the server sent it: do not log it. */
  public Optional<JsonNode> body() {
    return body;
  }

  Optional<String> header(String lowerCaseName) {
    return headers.getOrDefault(lowerCaseName, List.of()).stream().findFirst();
  }
}
