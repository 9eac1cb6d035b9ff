package dev.seaway.core.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of an object; perhaps nobody ever looks into them. */
final class UnreadFields extends AbstractMap<String, JsonNode> {

  private final UnreadPart<Map<String, JsonNode>> fields;

  UnreadFields(UnreadPart<Map<String, JsonNode>> fields) {
    this.fields = fields;
  }

  @Override
  public Set<Entry<String, JsonNode>> entrySet() {
    return fields.get().entrySet();
  }

  @Override
  public @Nullable JsonNode get(Object name) {
    return fields.get().get(name);
  }

  @Override
  public boolean containsKey(Object name) {
    return fields.get().containsKey(name);
  }

  @Override
  public @Nullable JsonNode put(String name, JsonNode value) {
    return fields.get().put(name, value);
  }

  @Override
  public @Nullable JsonNode remove(Object name) {
    return fields.get().remove(name);
  }
}
