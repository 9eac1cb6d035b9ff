package dev.seaway.core.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.seaway.connector.ApiResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what the headers of a list's answers say about it, the {@code Link} header aside. What a
 * name says is found out once. Not thread-safe.
 */
final class HeaderSigns {

  /** Made for the first header that holds JSON, which nearly no API sends. */
  private static final class Json {
    private static final JsonMapper MAPPER = new JsonMapper();
  }

  private static final int LONGEST_JSON = 8_000;

  /** Of one list; an API may invent names for each page. */
  private static final int MOST_REMEMBERED = 1_000;

  /** What a header is by its name. */
  private record Header(boolean mayHoldJson, Optional<SignMeaning> meaning) {

    static Header of(String name) {
      return new Header(
          HeaderWords.isAboutPaging(name),
          SignWords.ofHeader(name).or(() -> HeaderWords.meaning(name)));
    }

    boolean saysNothing() {
      return !mayHoldJson && meaning.isEmpty();
    }
  }

  private final Map<String, Header> headers = new HashMap<>();

  /** Adds what an answer's headers say. */
  void addTo(List<Sign> signs, ApiResponse response) {
    for (Map.Entry<String, List<String>> header : response.headers().entrySet()) {
      Header known = header(header.getKey());
      if (!known.saysNothing()) {
        add(signs, known, header.getKey(), String.join(", ", header.getValue()));
      }
    }
  }

  private Header header(String name) {
    Header known = headers.get(name);
    if (known == null) {
      known = Header.of(name);
      if (headers.size() < MOST_REMEMBERED) {
        headers.put(name, known);
      }
    }
    return known;
  }

  private static void add(List<Sign> signs, Header header, String name, String value) {
    if (header.mayHoldJson() && value.startsWith("{")) {
      signs.addAll(json(name, value));
    } else if (header.meaning().isPresent()) {
      signs.add(new Sign(header.meaning().get(), name, TextNode.valueOf(text(name, value))));
    }
  }

  /** Of {@code items 0-49/70} the number behind the slash. */
  private static String text(String name, String value) {
    return name.equals("content-range") ? value.substring(value.lastIndexOf('/') + 1) : value;
  }

  private static List<Sign> json(String name, String value) {
    try {
      return value.length() > LONGEST_JSON
          ? List.of()
          : Envelope.of(Json.MAPPER.readTree(value)).signs().stream()
              .map(sign -> new Sign(sign.meaning(), name + sign.place(), sign.value()))
              .toList();
    } catch (JsonProcessingException e) {
      // A header that only looks like JSON says nothing.
      return List.of();
    }
  }
}
