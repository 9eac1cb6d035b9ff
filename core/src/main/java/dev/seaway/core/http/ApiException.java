package dev.seaway.core.http;

import static dev.seaway.core.http.ApiException.Trait.CONCERNS_ONE_LIST;
import static dev.seaway.core.http.ApiException.Trait.CONCERNS_WHOLE_API;
import static dev.seaway.core.http.ApiException.Trait.OUTAGE;
import static dev.seaway.core.http.ApiException.Trait.TRANSIENT;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.core.SeawayException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request that got no usable answer. Its message holds no secret, and of a query no values but
 * short numbers.
 */
public final class ApiException extends SeawayException {

  /** Why there is no usable answer. */
  public enum Reason {
    /** The server does not know the credentials (401), or refuses to issue a token for them. */
    CREDENTIALS(Category.USER, CONCERNS_WHOLE_API, OUTAGE),
    /** The credentials are known but may not do this: 403, or a 401 that names a missing scope. */
    PERMISSION(Category.USER, CONCERNS_ONE_LIST, OUTAGE),
    /** 404. */
    NOT_FOUND(Category.USER, CONCERNS_ONE_LIST, OUTAGE),
    /** 429, even after the waits that the server asked for; or not sent, not to get one. */
    RATE_LIMITED(Category.EXTERNAL, TRANSIENT, OUTAGE),
    /** No connection, or one that broke before an answer began: DNS, TCP, TLS, proxy. */
    UNREACHABLE(Category.EXTERNAL, TRANSIENT, CONCERNS_WHOLE_API, OUTAGE),
    /** No whole answer in time. */
    TIMEOUT(Category.EXTERNAL, TRANSIENT, OUTAGE),
    /** The answer was cut off. */
    BROKEN_BODY(Category.EXTERNAL, TRANSIENT, OUTAGE),
    /** The answer is no JSON document. */
    NOT_JSON(Category.EXTERNAL, OUTAGE),
    /** The answer is larger, or nested deeper, than is accepted. */
    TOO_LARGE(Category.EXTERNAL),
    /** A link or redirect that leaves the base URL. */
    FOREIGN_ORIGIN(Category.USER, OUTAGE),
    /** A redirect that cannot be followed. */
    REDIRECT(Category.USER, OUTAGE),
    /** Any other status than 2xx: what it tells depends on the status. */
    STATUS(Category.EXTERNAL),
    /** The calling thread was interrupted; its flag is set again. */
    INTERRUPTED(Category.EXTERNAL, CONCERNS_WHOLE_API, OUTAGE),
    /** The answer to a token request does not hold what the templates need. */
    TOKEN(Category.USER, CONCERNS_WHOLE_API, OUTAGE);

    private final Category category;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable.
    private final Set<Trait> traits;

    Reason(Category category, Trait... traits) {
      this.category = category;
      this.traits = Set.of(traits);
    }
  }

  /** What a failure tells of the next request, of other requests, and of the API. */
  enum Trait {
    TRANSIENT,
    CONCERNS_WHOLE_API,
    CONCERNS_ONE_LIST,
    OUTAGE
  }

  private static final Set<Integer> TRANSIENT_STATUSES = Set.of(202, 408, 502, 503, 504);

  private static final Set<Integer> STATUSES_OF_ONE_LIST =
      Set.of(400, 405, 409, 410, 414, 422, 423, 451);

  /** Of the answers to a wrong request, those that say that the request was not looked at. */
  private static final Set<Integer> OUTAGES_AMONG_REFUSALS = Set.of(407, 408, 421, 425);

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

  /** Whether the same request may well be answered when it is sent again. */
  public boolean isTransient() {
    return switch (reason) {
      case STATUS -> TRANSIENT_STATUSES.contains(status.orElse(0));
      // Without an answer it was not sent, for it would have waited too long.
      case RATE_LIMITED -> status.isPresent();
      // A certificate is as bad at the second try.
      case UNREACHABLE -> !hasCertificateFault();
      default -> reason.traits.contains(TRANSIENT);
    };
  }

  /** Whether other requests will fail too: nobody is there, or nobody who knows the credentials. */
  public boolean concernsWholeApi() {
    return reason.traits.contains(CONCERNS_WHOLE_API);
  }

  /** Whether it speaks of what was asked for, and not of who asks, or how the API is. */
  public boolean concernsOneList() {
    return reason == Reason.STATUS
        ? STATUSES_OF_ONE_LIST.contains(status.orElse(0))
        : reason.traits.contains(CONCERNS_ONE_LIST);
  }

  /**
   * Whether the other side, or the access to it, must be mended, and not what was asked: then the
   * request is as good after days as it is now.
   */
  public boolean isOutage() {
    return reason == Reason.STATUS ? isOutage(status.orElse(0)) : reason.traits.contains(OUTAGE);
  }

  private static boolean isOutage(int status) {
    return status < 400 || status >= 500 || OUTAGES_AMONG_REFUSALS.contains(status);
  }

  private boolean hasCertificateFault() {
    return Stream.iterate(getCause(), Objects::nonNull, Throwable::getCause)
        .anyMatch(
            cause ->
                cause instanceof CertificateException
                    || cause instanceof CertPathValidatorException);
  }

  Optional<String> header(String lowerCaseName) {
    return headers.getOrDefault(lowerCaseName, List.of()).stream().findFirst();
  }
}
