package dev.seaway.core.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Reads what is not of the ordinary kind, or says where it is no JSON. */
final class GeneralJson {

  private static final int MAX_STRING_CHARACTERS = 64 << 20;

  /** Some servers put it before each answer, so that no browser runs it as a script. */
  private static final byte[] GUARD = ")]}'".getBytes(StandardCharsets.US_ASCII);

  private interface Reading {
    JsonNode of(byte[] body) throws IOException;
  }

  private final int maxValues;
  private final JsonMapper json;
  private final ObjectReader oneOfMany;

  /**
   * @param maxValues that one body may hold
   */
  GeneralJson(int maxValues) {
    this.maxValues = maxValues;
    this.json =
        JsonMapper.builder(factory(maxValues))
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();
    this.oneOfMany = json.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  /** A small object has as many tokens as it counts values; little else has more than twice. */
  private static JsonFactory factory(int maxValues) {
    return JsonFactory.builder()
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(JsonBody.MAX_DEPTH)
                .maxStringLength(MAX_STRING_CHARACTERS)
                .maxTokenCount(maxValues)
                .build())
        .build();
  }

  /**
   * The only document of a body; a missing node where there is none.
   *
   * @param hasRecords whether it holds records, so that outside of them no key may stand twice
   */
  JsonNode document(byte[] body, ContentType type, boolean hasRecords) throws IOException {
    return read(body, type, text -> document(text, hasRecords));
  }

  /** The documents of a body, one after another. */
  JsonNode lines(byte[] body, ContentType type) throws IOException {
    return read(body, type, this::lines);
  }

  /** JSON is UTF-8, whatever is declared; only what is not is read as the server declares it. */
  private JsonNode read(byte[] body, ContentType type, Reading reading) throws IOException {
    try {
      return reading.of(withoutGuard(body));
    } catch (StreamConstraintsException tooMuch) {
      throw String.valueOf(tooMuch.getMessage()).startsWith("Token count")
          ? new TooManyValuesException(maxValues)
          : tooMuch;
    } catch (RepeatedKeyException repeated) {
      throw repeated;
    } catch (IOException fault) {
      Optional<Charset> declared = type.foreignCharset();
      if (declared.isEmpty()) {
        throw fault;
      }
      byte[] utf8 = new String(body, declared.get()).getBytes(StandardCharsets.UTF_8);
      return read(utf8, new ContentType(""), reading);
    }
  }

  private JsonNode document(byte[] body, boolean hasRecords) throws IOException {
    try (JsonParser parser = parser(body, hasRecords)) {
      JsonNode document = json.readTree(parser);
      return document == null ? MissingNode.getInstance() : document;
    }
  }

  private JsonNode lines(byte[] body) throws IOException {
    ArrayNode documents = json.createArrayNode();
    try (JsonParser parser = parser(body, false)) {
      for (JsonNode next = oneOfMany.readTree(parser);
          next != null && !next.isMissingNode();
          next = oneOfMany.readTree(parser)) {
        documents.add(next);
      }
    }
    return documents;
  }

  private JsonParser parser(byte[] body, boolean hasRecords) throws IOException {
    JsonParser dialect = new JsonDialect(json.createParser(body));
    return hasRecords ? new UniqueKeys(dialect) : dialect;
  }

  private static byte[] withoutGuard(byte[] body) {
    boolean guarded = Arrays.mismatch(body, GUARD) == GUARD.length;
    return guarded ? Arrays.copyOfRange(body, GUARD.length, body.length) : body;
  }
}
