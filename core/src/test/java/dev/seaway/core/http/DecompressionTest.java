package dev.seaway.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecompressionTest {

  private static final byte[] PLAIN = "{\"a\":[1,2,3]}".getBytes(StandardCharsets.UTF_8);

  @ParameterizedTest
  @ValueSource(strings = {"identity", "none", "UTF-8", "utf8", "", " Identity , none"})
  void aWordForNothingIsNothing(String encoding) throws IOException {
    assertThat(plain(PLAIN, encoding)).isEqualTo(PLAIN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "GZIP", "x-gzip", "utf-8, gzip", "gzip, identity"})
  void readsGzip(String encoding) throws IOException {
    assertThat(plain(gzip(PLAIN), encoding)).isEqualTo(PLAIN);
  }

  @Test
  void readsDeflateWithAndWithoutItsTwoBytes() throws IOException {
    assertThat(plain(deflate(PLAIN, false), "deflate")).isEqualTo(PLAIN);
    assertThat(plain(deflate(PLAIN, true), "Deflate")).isEqualTo(PLAIN);
  }

  @Test
  void readsSeveralInARowTheLastFirst() throws IOException {
    byte[] twice = gzip(deflate(PLAIN, true));
    assertThat(plain(twice, "deflate, gzip")).isEqualTo(PLAIN);
    assertThat(plain(twice, "deflate", "gzip")).isEqualTo(PLAIN);
  }

  @Test
  void boundsEachOfThem() throws IOException {
    byte[] zeros = new byte[10 << 20];
    for (byte[] bomb : List.of(deflate(zeros, true), deflate(zeros, false))) {
      assertThatThrownBy(() -> plain(bomb, "deflate")).isInstanceOf(TooLargeException.class);
    }
    byte[] twice = gzip(gzip(zeros));
    assertThatThrownBy(() -> plain(twice, "gzip, gzip")).isInstanceOf(TooLargeException.class);
  }

  @Test
  void namesAnUnknownOneAndADamagedBody() {
    assertThatThrownBy(() -> plain(PLAIN, "gzip, br"))
        .isInstanceOf(UnsupportedEncodingException.class)
        .hasMessage("br");
    assertThatThrownBy(() -> plain(PLAIN, "deflate")).isInstanceOf(BrokenBodyException.class);
  }

  private static byte[] plain(byte[] body, String... encodings) throws IOException {
    Map<String, List<String>> headers = Map.of("Content-Encoding", List.of(encodings));
    return Decompression.plain(new HttpAnswer(200, headers, body), 1 << 20).body();
  }

  private static byte[] gzip(byte[] body) throws IOException {
    ByteArrayOutputStream to = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(to)) {
      gzip.write(body);
    }
    return to.toByteArray();
  }

  private static byte[] deflate(byte[] body, boolean raw) throws IOException {
    ByteArrayOutputStream to = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, raw);
    try (OutputStream out = new DeflaterOutputStream(to, deflater)) {
      out.write(body);
    } finally {
      deflater.end();
    }
    return to.toByteArray();
  }
}
