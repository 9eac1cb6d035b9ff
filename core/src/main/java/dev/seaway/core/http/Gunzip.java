package dev.seaway.core.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Decompresses an answer on the thread that waits for it, and stops at the limit. */
final class Gunzip {

  private Gunzip() {}

  static HttpAnswer decompressed(HttpAnswer answer, long maxBytes) throws IOException {
    String encoding = answer.header("content-encoding").orElse("identity").toLowerCase(Locale.ROOT);
    return switch (encoding.strip()) {
      case "identity", "" -> answer;
      case "gzip", "x-gzip" -> plain(answer, gunzipped(answer.body(), maxBytes));
      default -> throw new UnsupportedEncodingException(encoding);
    };
  }

  private static byte[] gunzipped(byte[] body, long maxBytes) throws IOException {
    if (body.length == 0) {
      return body;
    }
    byte[] plain;
    try (InputStream gzip = new GZIPInputStream(new ByteArrayInputStream(body))) {
      plain = gzip.readNBytes((int) Math.min(maxBytes + 1, Integer.MAX_VALUE - 8));
    } catch (IOException e) {
      throw new BrokenBodyException("its compressed body is damaged or incomplete", e);
    }
    if (plain.length > maxBytes) {
      throw new TooLargeException(maxBytes);
    }
    return plain;
  }

  private static HttpAnswer plain(HttpAnswer answer, byte[] body) {
    Map<String, List<String>> headers = new LinkedHashMap<>(answer.headers());
    headers.remove("content-encoding");
    headers.remove("content-length");
    return new HttpAnswer(answer.status(), headers, body);
  }
}
