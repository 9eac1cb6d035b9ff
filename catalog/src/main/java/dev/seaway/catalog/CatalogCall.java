package dev.seaway.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One request to the catalog.
 *
 * @param method in capitals
 * @param path with {@code /v1}, without the query; its segments are percent-encoded
 * @param query the decoded parameters; a name may have several values
 * @param headers by lower-case name
 * @param body the bytes of the body, empty if there is none; not copied, so the caller must not
 *     change them
 */
// The bytes are handed over, never compared.
@SuppressWarnings("ArrayRecordComponent")
public record CatalogCall(
    String method,
    String path,
    Map<String, List<String>> query,
    Map<String, String> headers,
    byte[] body) {

  public CatalogCall {
    query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  /** This call, now that its body has come. */
  CatalogCall withBody(byte[] received) {
    return new CatalogCall(method, path, query, headers, received);
  }

  /** Headers and bodies may hold secrets. */
  @Override
  public String toString() {
    return "CatalogCall[%s %s]".formatted(method, path);
  }
}
