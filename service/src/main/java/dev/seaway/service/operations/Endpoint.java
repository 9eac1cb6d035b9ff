package dev.seaway.service.operations;

/** Answers the requests to one path of the service. Called on a virtual thread; may block. */
@FunctionalInterface
public interface Endpoint {

  /** The answer. What is thrown is logged and answered with 500. */
  Reply answer(Incoming request);

  /** What goes back. */
  record Reply(int status, String contentType, String body) {

    /** A status with a short plain text. */
    public static Reply text(int status, String text) {
      return new Reply(status, "text/plain; charset=utf-8", text);
    }
  }
}
