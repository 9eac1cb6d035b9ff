package dev.seaway.catalog.wire;

/**
 * A call, or one entity of a call, that the catalog refuses, with the status and the code of the
 * answer.
 */
public final class Refusal extends RuntimeException {
  private final int status;
  private final String code;

  public Refusal(int status, String code, String message) {
    // Refusals are answers, not faults of the program: a stack trace would only cost time.
    super(message, null, false, false);
    this.status = status;
    this.code = code;
  }

  public static Refusal malformed(String message) {
    return new Refusal(400, "invalid_json", message);
  }

  public static Refusal notFound(String message) {
    return new Refusal(404, "not_found", message);
  }

  public static Refusal taken(String message) {
    return new Refusal(409, "identifier_taken", message);
  }

  public static Refusal tooLarge(String message) {
    return new Refusal(413, "payload_too_large", message);
  }

  public static Refusal invalid(String message) {
    return new Refusal(422, "invalid_request", message);
  }

  public static Refusal busy(String message) {
    return new Refusal(503, "busy", message);
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  public String sentence() {
    return String.valueOf(getMessage());
  }
}
