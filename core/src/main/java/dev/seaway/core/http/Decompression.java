package dev.seaway.core.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Decompresses an answer on the thread that waits for it, and stops at the limit. */
final class Decompression {

  private static final String HEADER = "content-encoding";

  private interface Opening {
    InputStream of(InputStream body) throws IOException;
  }

  private Decompression() {}

  /** The answer with a plain body; of several encodings the last was put on last. */
  static HttpAnswer plain(HttpAnswer answer, long maxBytes) throws IOException {
    List<String> encodings = encodings(answer);
    if (encodings.isEmpty()) {
      return answer;
    }
    byte[] body = answer.body();
    for (String encoding : encodings.reversed()) {
      body = plain(body, encoding, maxBytes);
    }
    Map<String, List<String>> headers = new LinkedHashMap<>(answer.headers());
    headers.remove(HEADER);
    headers.remove("content-length");
    return new HttpAnswer(answer.status(), headers, body);
  }

  private static List<String> encodings(HttpAnswer answer) {
    List<String> encodings = new ArrayList<>();
    for (String line : answer.headers().getOrDefault(HEADER, List.of())) {
      for (String encoding : line.split(",", -1)) {
        encodings.add(encoding.strip().toLowerCase(Locale.ROOT));
      }
    }
    return encodings;
  }

  /** Some servers name the charset here, or say in words that there is none. */
  private static byte[] plain(byte[] body, String encoding, long maxBytes) throws IOException {
    return switch (encoding) {
      case "identity", "none", "utf-8", "utf8", "" -> body;
      case "gzip", "x-gzip" -> inflated(body, GZIPInputStream::new, maxBytes);
      case "deflate" ->
          isZlib(body)
              ? inflated(body, InflaterInputStream::new, maxBytes)
              : inflated(body, Decompression::raw, maxBytes);
      default -> throw new UnsupportedEncodingException(encoding);
    };
  }

  /** RFC 1950, section 2.2; many servers leave the two bytes out. */
  private static boolean isZlib(byte[] body) {
    int first = body.length < 2 ? 0 : body[0] & 0xFF;
    return (first & 0x0F) == 8 && ((first << 8) | (body[1] & 0xFF)) % 31 == 0;
  }

  private static InputStream raw(InputStream body) {
    return new RawInflaterStream(body);
  }

  private static byte[] inflated(byte[] body, Opening opening, long maxBytes) throws IOException {
    if (body.length == 0) {
      return body;
    }
    byte[] plain;
    try (InputStream stream = opening.of(new ByteArrayInputStream(body))) {
      plain = stream.readNBytes((int) Math.min(maxBytes + 1, Integer.MAX_VALUE - 8));
    } catch (IOException e) {
      throw new BrokenBodyException("its compressed body is damaged or incomplete", e);
    }
    if (plain.length > maxBytes) {
      throw new TooLargeException(maxBytes);
    }
    return plain;
  }

  /** Ends its inflater, which a stream does for its own only. */
  private static final class RawInflaterStream extends InflaterInputStream {

    RawInflaterStream(InputStream body) {
      super(body, new Inflater(true));
    }

    @Override
    public void close() throws IOException {
      super.close();
      inf.end();
    }
  }
}
