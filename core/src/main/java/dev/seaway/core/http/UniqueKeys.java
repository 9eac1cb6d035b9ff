package dev.seaway.core.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refuses a key that stands twice in an object that lies in no array: there it is no record's. */
final class UniqueKeys extends JsonParserDelegate {

  private final Deque<Set<String>> objects = new ArrayDeque<>();
  private int arrays;

  UniqueKeys(JsonParser parser) {
    super(parser);
  }

  @Override
  public @Nullable JsonToken nextToken() throws IOException {
    JsonToken token = super.nextToken();
    if (token == JsonToken.START_ARRAY) {
      arrays++;
    } else if (token == JsonToken.END_ARRAY) {
      arrays--;
    } else if (arrays == 0 && token != null) {
      look(token);
    }
    return token;
  }

  private void look(JsonToken token) throws IOException {
    switch (token) {
      case START_OBJECT -> objects.push(new HashSet<>());
      case END_OBJECT -> objects.pop();
      case FIELD_NAME -> {
        if (!objects.element().add(currentName())) {
          throw new RepeatedKeyException(currentName());
        }
      }
      default -> {}
    }
  }
}
