package dev.seaway.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.catalog.wire.Json;
import dev.seaway.catalog.wire.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The catalog's answer to one request.
 *
 * @param headers by lower-case name
 * @param body the bytes of the body; not copied
 */
// The bytes are handed over, never compared.
@SuppressWarnings("ArrayRecordComponent")
public record CatalogAnswer(int status, Map<String, String> headers, byte[] body) {

  public CatalogAnswer {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  static CatalogAnswer ok(ObjectNode fields) {
    return json(200, fields);
  }

  /** A JSON answer of which the first field is {@code "ok": true}. */
  static CatalogAnswer json(int status, ObjectNode fields) {
    ObjectNode body = Json.object().put("ok", true);
    body.setAll(fields);
    return of(status, body);
  }

  static CatalogAnswer refused(Refusal refusal) {
    return of(
        refusal.status(),
        Json.object()
            .put("ok", false)
            .put("error", refusal.code())
            .put("message", refusal.sentence()));
  }

  static CatalogAnswer text(int status, String sentence) {
    return new CatalogAnswer(
        status,
        Map.of("content-type", "text/plain; charset=utf-8"),
        sentence.getBytes(StandardCharsets.UTF_8));
  }

  private static CatalogAnswer of(int status, ObjectNode body) {
    return new CatalogAnswer(status, Map.of("content-type", "application/json"), Json.bytes(body));
  }

  /** Answers may hold tokens. */
  @Override
  public String toString() {
    return "CatalogAnswer[%d, %d bytes]".formatted(status, body.length);
  }
}
