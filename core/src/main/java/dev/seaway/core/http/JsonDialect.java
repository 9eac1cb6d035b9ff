package dev.seaway.core.http;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads as jq does what JSON does not allow and servers send all the same: NaN is null, and half a
 * pair of surrogates is U+FFFD.
 */
final class JsonDialect extends JsonParserDelegate {

  JsonDialect(JsonParser parser) {
    super(parser);
  }

  @Override
  public @Nullable JsonToken nextToken() throws IOException {
    JsonToken token = super.nextToken();
    if (token != JsonToken.VALUE_NUMBER_FLOAT || !isNaN()) {
      return token;
    }
    String number = super.getText();
    if (!number.equals("NaN")) {
      throw new JsonParseException(this, number + " is no number of JSON", currentTokenLocation());
    }
    return JsonToken.VALUE_NULL;
  }

  @Override
  public double getDoubleValue() throws IOException {
    return JsonNumber.finite(super.getDoubleValue());
  }

  @Override
  public String currentName() throws IOException {
    return JsonText.paired(super.currentName());
  }

  @Override
  public String getText() throws IOException {
    return JsonText.paired(super.getText());
  }
}
