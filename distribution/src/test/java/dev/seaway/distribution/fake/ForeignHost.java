package dev.seaway.distribution.fake;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.util.List;

/** A host that nobody configured: it must never be asked anything. It would answer a last page. */
public final class ForeignHost implements AutoCloseable {

  private final RecordingServer server = RecordingServer.start(ForeignHost::emptyLastPage);

  /** Its origin, to be named by a link. */
  public URI address() {
    return server.address();
  }

  /** What reached it; should be empty. */
  public List<Recorded> requests() {
    return server.requests();
  }

  @Override
  public void close() {
    server.close();
  }

  private static Reply emptyLastPage(Recorded request) {
    var page = JsonNodeFactory.instance.objectNode().put("size", 0).put("isLastPage", true);
    page.putArray("values");
    return Reply.json(200, page);
  }
}
