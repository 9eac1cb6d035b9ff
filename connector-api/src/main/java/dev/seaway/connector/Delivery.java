package dev.seaway.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What the tool posted, as it was received. */
public final class Delivery {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String HMAC = "HmacSHA256";

  private final Map<String, List<String>> headers;
  private final byte[] body;

  /**
   * @param headers names in lower case to values in the order received
   * @param body the raw bytes, not copied: leave them unchanged
   */
  public Delivery(Map<String, List<String>> headers, byte[] body) {
    this.headers = Map.copyOf(headers);
    this.body = body;
  }

  /** The first value of a header, whatever the case of the name asked for. */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
  }

  /**
   * The body as a JSON object.
   *
   * @throws IllegalArgumentException if it is none
   */
  public JsonNode json() {
    try {
      JsonNode tree = JSON.readTree(body);
      if (tree != null && tree.isObject()) {
        return tree;
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("its body is not JSON", e);
    }
    throw new IllegalArgumentException("its body is not a JSON object");
  }

  /**
   * Whether the header holds the HMAC-SHA256 of the raw body in hexadecimal digits, after the
   * prefix. Compares in constant time.
   */
  public boolean isSigned(String header, String prefix, Secret secret) {
    byte[] expected = (prefix + hmac(secret)).getBytes(StandardCharsets.UTF_8);
    byte[] given = header(header).orElse("").strip().getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(expected, given);
  }

  private String hmac(Secret secret) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), HMAC));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime lacks " + HMAC, e);
    }
  }

  /** Only the size: headers and body may hold secrets. */
  @Override
  public String toString() {
    return "Delivery of " + body.length + " bytes";
  }
}
