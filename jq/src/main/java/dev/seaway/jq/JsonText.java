package dev.seaway.jq;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Reads a text as JSON, for {@code fromjson}. As in jq, nan and the infinities are numbers. */
final class JsonText {

  private static final JsonMapper JSON =
      JsonMapper.builder(
              // Names that are kept for all time would be a way to use up the memory.
              JsonFactory.builder()
                  .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                  .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(1_000).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  private static final String NAN = "NaN";

  private JsonText() {}

  static JsonNode parse(Run run, JsonNode in) {
    String text = in.textValue();
    // The smallest values take three characters, and some fifty bytes once they are read.
    run.charge(32L * text.length());
    try {
      return read(text);
    } catch (JsonProcessingException e) {
      String spelled = spelled(text);
      if (!spelled.equals(text)) {
        try {
          return read(spelled);
        } catch (JsonProcessingException again) {
          throw fault(in, again);
        }
      }
      throw fault(in, e);
    }
  }

  private static JsonNode read(String text) throws JsonProcessingException {
    JsonNode value = JSON.readTree(text);
    if (value.isMissingNode()) {
      throw new JqError("an empty text is no JSON");
    }
    return value;
  }

  private static JqError fault(JsonNode in, JsonProcessingException e) {
    return new JqError(
        "%s is no valid JSON: %s"
            .formatted(Types.shortened(in), String.valueOf(e.getOriginalMessage())),
        "the text is no valid JSON");
  }

  /** Outside of strings, nan in the one spelling that the reader knows. */
  private static String spelled(String text) {
    StringBuilder spelled = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      quoted ^= letter == '"';
      if (quoted && letter == '\\' && i + 1 < text.length()) {
        spelled.append(letter).append(text.charAt(++i));
      } else if (!quoted && text.regionMatches(true, i, "-nan", 0, 4)) {
        spelled.append(NAN);
        i += 3;
      } else if (!quoted && text.regionMatches(true, i, NAN, 0, 3)) {
        spelled.append(NAN);
        i += 2;
      } else {
        spelled.append(letter);
      }
    }
    return spelled.toString();
  }
}
