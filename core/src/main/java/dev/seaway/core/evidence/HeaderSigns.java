package dev.seaway.core.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.seaway.connector.ApiResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what an answer's headers say about its list, the {@code Link} header aside. */
final class HeaderSigns {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int LONGEST_JSON = 8_000;
  private static final int LONGEST_REMEMBERED = 100;
  private static final Memo<String, Optional<SignMeaning>> MEANINGS = new Memo<>();

  private HeaderSigns() {}

  static List<Sign> of(ApiResponse response) {
    List<Sign> signs = new ArrayList<>();
    for (Map.Entry<String, List<String>> header : response.headers().entrySet()) {
      add(signs, header.getKey(), header.getValue());
    }
    return signs;
  }

  private static void add(List<Sign> signs, String name, List<String> values) {
    if (HeaderWords.isAboutPaging(name) && String.join(", ", values).startsWith("{")) {
      signs.addAll(json(name, String.join(", ", values)));
    } else {
      meaning(name)
          .map(meaning -> new Sign(meaning, name, TextNode.valueOf(text(name, values))))
          .ifPresent(signs::add);
    }
  }

  private static Optional<SignMeaning> meaning(String name) {
    return name.length() > LONGEST_REMEMBERED
        ? understood(name)
        : MEANINGS.of(name, HeaderSigns::understood);
  }

  private static Optional<SignMeaning> understood(String name) {
    return SignWords.ofHeader(name).or(() -> HeaderWords.meaning(name));
  }

  /** Of {@code items 0-49/70} the number behind the slash. */
  private static String text(String name, List<String> values) {
    String value = String.join(", ", values);
    return name.equals("content-range") ? value.substring(value.lastIndexOf('/') + 1) : value;
  }

  private static List<Sign> json(String name, String value) {
    try {
      return value.length() > LONGEST_JSON
          ? List.of()
          : Envelope.of(JSON.readTree(value), List.of()).signs().stream()
              .map(sign -> new Sign(sign.meaning(), name + sign.place(), sign.value()))
              .toList();
    } catch (JsonProcessingException e) {
      // A header that only looks like JSON says nothing.
      return List.of();
    }
  }
}
