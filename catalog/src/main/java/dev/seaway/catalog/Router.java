package dev.seaway.catalog;

import dev.seaway.catalog.wire.Refusal;
import dev.seaway.store.StoreException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the route of a call, lets only known clients pass, and turns every failure into an answer.
 */
final class Router {
  static final int MAX_BODY_BYTES = 4 << 20;
  static final int MAX_TOKEN_BODY_BYTES = 16 << 10;

  private static final Logger LOG = LoggerFactory.getLogger(Router.class);
  private static final String PREFIX = "/v1/";

  private final AuthApi auth;
  private final List<Route> routes;
  private final AtomicBoolean saidGone = new AtomicBoolean();

  Router(AuthApi auth, List<Route> routes) {
    this.auth = auth;
    this.routes = List.copyOf(routes);
  }

  /** What refuses a call whatever its body is: nobody's call may take memory for one. */
  Optional<CatalogAnswer> refusal(CatalogCall call) {
    try {
      if (!call.path().startsWith(PREFIX)) {
        return Optional.of(outside(call));
      }
      if (!asksForToken(call)) {
        auth.check(call);
      }
      return Optional.empty();
    } catch (Refusal e) {
      return Optional.of(CatalogAnswer.refused(e));
    }
  }

  /** Who asks for a token is not known yet, and says little. */
  int mostBodyBytes(CatalogCall call) {
    return asksForToken(call) ? MAX_TOKEN_BODY_BYTES : MAX_BODY_BYTES;
  }

  private static boolean asksForToken(CatalogCall call) {
    return call.path().startsWith(PREFIX)
        && AuthApi.ROUTE.match(call.method(), segments(call.path())).isPresent();
  }

  CatalogAnswer answer(CatalogCall call) {
    try {
      return routed(call);
    } catch (Refusal e) {
      return CatalogAnswer.refused(e);
    } catch (StoreException e) {
      return CatalogAnswer.refused(refusal(call, e));
    } catch (RuntimeException e) {
      LOG.error("{} failed", call, e);
      return CatalogAnswer.refused(
          new Refusal(
              500, "internal_error", "The catalog failed on this call. Its log has the cause."));
    }
  }

  private Refusal refusal(CatalogCall call, StoreException e) {
    String sentence = String.valueOf(e.getMessage());
    if (e.reason() != StoreException.Reason.GONE) {
      LOG.error("{} failed", call, e);
      return new Refusal(500, "storage_failed", sentence);
    }
    if (saidGone.compareAndSet(false, true)) {
      LOG.error("{}", sentence);
    }
    return new Refusal(503, "storage_gone", sentence);
  }

  private CatalogAnswer routed(CatalogCall call) {
    if (call.body().length > MAX_BODY_BYTES) {
      throw bodyTooLarge(MAX_BODY_BYTES);
    }
    if (!call.path().startsWith(PREFIX)) {
      return outside(call);
    }
    List<String> segments = segments(call.path());
    if (AuthApi.ROUTE.match(call.method(), segments).isPresent()) {
      return auth.token(new Request(call, List.of()));
    }
    auth.check(call);
    return inside(call, segments);
  }

  static Refusal bodyTooLarge(int most) {
    return Refusal.tooLarge("The body is larger than %d bytes.".formatted(most));
  }

  private static CatalogAnswer outside(CatalogCall call) {
    if (call.method().equals("GET") && call.path().equals("/")) {
      return CatalogAnswer.text(200, "Seaway's embedded catalog. Its API begins at /v1.\n");
    }
    throw unknown(call);
  }

  private static List<String> segments(String path) {
    List<String> segments = new ArrayList<>();
    for (String segment : path.substring(PREFIX.length()).split("/", -1)) {
      try {
        // A plus stands for itself in a path.
        segments.add(URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8));
      } catch (IllegalArgumentException e) {
        throw new Refusal(
            400, "invalid_request", "The path has a percent sign that encodes nothing.");
      }
    }
    return segments;
  }

  private CatalogAnswer inside(CatalogCall call, List<String> segments) {
    for (Route route : routes) {
      Optional<List<String>> values = route.match(call.method(), segments);
      if (values.isPresent()) {
        return route.handler().answer(new Request(call, values.get()));
      }
    }
    throw unknown(call);
  }

  private static Refusal unknown(CatalogCall call) {
    return Refusal.notFound(
        "%s %s is not part of the embedded catalog.".formatted(call.method(), call.path()));
  }
}
