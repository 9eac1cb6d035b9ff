package dev.seaway.core.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.seaway.core.http.ApiException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Words the failures of an answer: what was asked, what came back, what to do. */
final class Failures {

  private static final String CAPTCHA =
      "The server demands a CAPTCHA after failed sign-ins: sign in once with a browser as this"
          + " user, then check the password or token of the configuration";

  private static final int LOOKED_AT_BYTES = 4096;

  private final Redaction redaction;
  private final JsonBody json;
  private final String credentials;

  /**
   * @param credentials what to do where those that are sent, or their absence, are refused
   */
  Failures(Redaction redaction, JsonBody json, String credentials) {
    this.redaction = redaction;
    this.json = json;
    this.credentials = credentials;
  }

  /** The answer has another status than 2xx. */
  ApiException refused(HttpCall call, HttpAnswer answer) {
    return withAnswer(
        reason(answer),
        call,
        answer,
        "answered " + answer.status() + quoted(answer),
        SignIn.wantsCaptcha(answer) ? CAPTCHA : hint(reason(answer), answer.status()));
  }

  /** The answer is 2xx, and its body is no usable JSON. */
  ApiException unreadable(HttpCall call, HttpAnswer answer, IOException cause) {
    String status = "answered " + answer.status();
    ApiException failure =
        switch (cause) {
          case JsonEOFException cut ->
              withAnswer(
                  Reason.BROKEN_BODY,
                  call,
                  answer,
                  status + " with JSON that ends too early, after " + size(answer),
                  "The server or a proxy cut the answer");
          case StreamConstraintsException tooMuch ->
              withAnswer(
                  Reason.TOO_LARGE,
                  call,
                  answer,
                  status
                      + " with JSON beyond the limits: nested more than "
                      + JsonBody.MAX_DEPTH
                      + " deep, or with a number or string that is too long",
                  "Ask for fewer fields, or less expanded ones");
          case RepeatedKeyException repeated ->
              withAnswer(
                  Reason.NOT_JSON,
                  call,
                  answer,
                  status + " with JSON that holds " + repeated.getMessage(),
                  "Which of them counts is not known: ask for another format, or for fewer fields");
          case TooManyValuesException tooMany ->
              withAnswer(
                  Reason.TOO_LARGE,
                  call,
                  answer,
                  status + " with JSON of " + tooMany.getMessage(),
                  "Ask for smaller pages, or give Java more memory: SEAWAY_JAVA_OPTIONS=-Xmx1g");
          default ->
              withAnswer(
                  Reason.NOT_JSON,
                  call,
                  answer,
                  status + " with a body that is not JSON" + place(cause) + quoted(answer),
                  "Check the path and the base URL: login pages and proxies answer like this");
        };
    return failure;
  }

  /** The answer is 2xx, and says that the credentials that were sent were not used. */
  ApiException unused(HttpCall call, HttpAnswer answer, String sign) {
    return withAnswer(
        Reason.CREDENTIALS,
        call,
        answer,
        "answered "
            + answer.status()
            + ", and made no use of the credentials: "
            + redaction.mask(sign),
        SignIn.wantsCaptcha(answer) ? CAPTCHA : hint(Reason.CREDENTIALS, answer.status()));
  }

  /** The answer is a page for people where JSON was asked for with credentials. */
  ApiException signInPage(HttpCall call, HttpAnswer answer) {
    return withAnswer(
        Reason.CREDENTIALS,
        call,
        answer,
        "answered "
            + answer.status()
            + " with a sign-in page, or another page of HTML"
            + quoted(answer),
        hint(Reason.CREDENTIALS, answer.status()) + ", then the path and the base URL");
  }

  /** The answer is a redirect to a page where people sign in. */
  ApiException signInRedirect(HttpCall call, HttpAnswer answer, String location) {
    return withAnswer(
        Reason.CREDENTIALS,
        call,
        answer,
        "answered "
            + answer.status()
            + ", a redirect to a sign-in page: "
            + redaction.mask(BaseUrl.shown(location)),
        hint(Reason.CREDENTIALS, answer.status()));
  }

  /** The answer is 202: there is no list yet. */
  ApiException notReady(HttpCall call, HttpAnswer answer) {
    return withAnswer(
        Reason.STATUS,
        call,
        answer,
        "answered 202: the request was accepted, but its answer is not ready" + quoted(answer),
        "Ask for less at a time, or run again later");
  }

  /** The answer is a redirect from http to https. */
  ApiException insecure(HttpCall call, HttpAnswer answer, String secure) {
    return withAnswer(
        Reason.REDIRECT,
        call,
        answer,
        "answered " + answer.status() + ", a redirect to https",
        "The base URL should be " + secure);
  }

  /** The answer is a redirect that is not followed. */
  ApiException redirect(HttpCall call, HttpAnswer answer, String problem) {
    return withAnswer(
        Reason.REDIRECT,
        call,
        answer,
        "answered " + answer.status() + ", " + problem,
        "Check the base URL: it should be the address that the server redirects to");
  }

  private ApiException withAnswer(
      Reason reason, HttpCall call, HttpAnswer answer, String outcome, String hint) {
    return new ApiException(
        reason,
        answer.status(),
        json.readIfJson(answer),
        answer.headers(),
        redaction.mask(call.toString()) + " " + outcome + ". " + hint);
  }

  private static Reason reason(HttpAnswer answer) {
    return switch (answer.status()) {
      case 401 -> lacksScope(answer) ? Reason.PERMISSION : Reason.CREDENTIALS;
      case 403 -> forbidden(answer);
      case 404 -> Reason.NOT_FOUND;
      case 429 -> Reason.RATE_LIMITED;
      default -> Reason.STATUS;
    };
  }

  /** Some servers say 403 where they mean 429, or where a sign-in was refused. */
  private static Reason forbidden(HttpAnswer answer) {
    if (answer.header("retry-after").isPresent() || RateLimit.isUsedUp(answer::header)) {
      return Reason.RATE_LIMITED;
    }
    return SignIn.wantsCaptcha(answer) ? Reason.CREDENTIALS : Reason.PERMISSION;
  }

  /** Atlassian answers 401 to a known token without the scope that an endpoint wants. */
  private static boolean lacksScope(HttpAnswer answer) {
    return answer
            .header("x-failure-category")
            .filter("FAILURE_CLIENT_SCOPE_CHECK"::equals)
            .isPresent()
        || new String(
                answer.body(),
                0,
                Math.min(answer.body().length, LOOKED_AT_BYTES),
                StandardCharsets.UTF_8)
            .toLowerCase(Locale.ROOT)
            .contains("scope does not match");
  }

  private String quoted(HttpAnswer answer) {
    String excerpt = redaction.excerpt(answer.body());
    return excerpt.isEmpty() ? " without a body" : ": " + excerpt;
  }

  /** What the reader says, and where it stood. */
  private String place(IOException cause) {
    if (!(cause instanceof JsonProcessingException fault) || fault.getLocation() == null) {
      return "";
    }
    String what = redaction.excerpt(problem(fault).getBytes(StandardCharsets.UTF_8));
    JsonLocation where = fault.getLocation();
    return " (line %d, column %d: %s)".formatted(where.getLineNr(), where.getColumnNr(), what);
  }

  private static String problem(JsonProcessingException fault) {
    if (fault instanceof MismatchedInputException) {
      return "a second document begins; where each line is one, the server has to say so by the"
          + " Content-Type application/x-ndjson";
    }
    String message = fault.getOriginalMessage();
    int end = message.indexOf(": ");
    return end < 0 ? message : message.substring(0, end);
  }

  private static String size(HttpAnswer answer) {
    return answer.body().length + " bytes";
  }

  private String hint(Reason reason, int status) {
    return switch (reason) {
      case CREDENTIALS -> credentials;
      case PERMISSION ->
          "The credentials are known but may not do this: grant the user or token the permission or"
              + " scope";
      case NOT_FOUND -> "Check the path and the base URL; some servers hide what one may not see";
      case RATE_LIMITED -> "Lower maxConcurrentRequests or run less often";
      case STATUS -> statusHint(status);
      case UNREACHABLE,
          TIMEOUT,
          BROKEN_BODY,
          NOT_JSON,
          TOO_LARGE,
          FOREIGN_ORIGIN,
          REDIRECT,
          INTERRUPTED,
          TOKEN ->
          "";
    };
  }

  private static String statusHint(int status) {
    if (status == 407) {
      return "Check the user name and password of the proxy";
    }
    if (status == 410) {
      return "The server has removed this endpoint: use its successor";
    }
    return status >= 500
        ? "The server failed; try again later"
        : "The server refused the request: check its path, parameters and body";
  }
}
