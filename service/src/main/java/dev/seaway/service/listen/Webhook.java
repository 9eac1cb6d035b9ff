package dev.seaway.service.listen;

import dev.seaway.service.operations.Endpoint;
import dev.seaway.service.operations.Incoming;

/** Asks for a resync at each {@code POST /resync}. */
public final class Webhook implements Listener, Endpoint {

  /** The path of the calls. */
  public static final String PATH = "/resync";

  private volatile ResyncRequests requests = _ -> {};
  private volatile boolean open;

  @Override
  public void start(ResyncRequests target) {
    requests = target;
    open = true;
  }

  /** Answers at once; the resync follows. */
  @Override
  public Reply answer(Incoming request) {
    if (!request.method().equals("POST")) {
      return Reply.text(405, "Only POST asks for a resync.");
    }
    if (!open) {
      return Reply.text(503, "The service is starting or stopping; try again.");
    }
    requests.request("a call to " + PATH + " asks for it");
    return Reply.text(202, "A resync will begin, or one more will follow the one that runs.");
  }

  @Override
  public void close() {
    open = false;
  }
}
