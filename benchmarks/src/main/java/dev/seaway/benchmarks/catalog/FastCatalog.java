package dev.seaway.benchmarks.catalog;

import dev.seaway.benchmarks.wire.Bytes;
import dev.seaway.benchmarks.wire.Served;
import dev.seaway.benchmarks.wire.WireRequest;
import dev.seaway.benchmarks.wire.WireServer;
import java.io.IOException;

/**
 * Port's calls of a sync for measurements: everything is accepted and kept, nothing is checked. It
 * makes no missing related entities and merges nothing, because a sync by one mapping needs
 * neither.
 *
 * <p>{@code POST /control?reset=counts} sets the counters to zero, {@code reset=all} forgets
 * everything; {@code GET /control} reads calls and bytes by kind of call.
 */
final class FastCatalog {

  private static final String CONTROL = "/control";

  private final Store store = new Store();
  private final Definitions definitions = new Definitions();
  private final EntityAnswers entities = new EntityAnswers(store);
  private final CallCounts counts = new CallCounts();

  static void main() throws IOException {
    Served.untilInputEnds(start());
  }

  static WireServer start() {
    FastCatalog catalog = new FastCatalog();
    return WireServer.start(catalog::answer);
  }

  private int answer(WireRequest request, Bytes body) throws IOException {
    if (request.path().equals(CONTROL)) {
      return control(request, body);
    }
    int before = body.length();
    CallKind kind = CallKind.of(request);
    int status = answer(kind, request, body);
    counts.count(kind, request.bodyLength(), body.length() - before);
    return status;
  }

  private int answer(CallKind kind, WireRequest request, Bytes body) throws IOException {
    return switch (kind) {
      case TOKEN ->
          ok(body, "\"accessToken\":\"fast\",\"expiresIn\":10800,\"tokenType\":\"Bearer\"");
      case INTEGRATION -> definitions.integration(request, body);
      case STATE, EXAMPLES -> ok(body, "\"integration\":{}");
      case BLUEPRINT -> definitions.blueprint(request, body);
      case SEARCH -> entities.search(request, body);
      case BULK -> entities.bulk(request, body);
      case LISTING -> entities.listing(request, body);
      case DELETE -> entities.delete(request, body);
      case UNKNOWN -> {
        body.add("{\"ok\":false,\"error\":\"not_found\",\"message\":\"No such call\"}");
        yield 404;
      }
    };
  }

  private static int ok(Bytes body, String fields) {
    body.add("{\"ok\":true,").add(fields).add("}");
    return 200;
  }

  private int control(WireRequest request, Bytes body) {
    if (request.method().equals("POST")) {
      counts.reset();
      entities.written().reset();
      if (request.query("reset").filter("all"::equals).isPresent()) {
        store.clear();
        definitions.clear();
      }
    }
    body.add("{\"entities\":" + store.count() + ",\"written\":" + entities.written());
    body.add(",\"calls\":");
    counts.write(body);
    body.add("}");
    return 200;
  }
}
