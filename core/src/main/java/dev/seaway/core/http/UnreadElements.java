package dev.seaway.core.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.AbstractList;
import java.util.List;

/** The elements of an array; perhaps nobody ever looks into them. */
final class UnreadElements extends AbstractList<JsonNode> {

  private final UnreadPart<List<JsonNode>> elements;

  UnreadElements(UnreadPart<List<JsonNode>> elements) {
    this.elements = elements;
  }

  @Override
  public int size() {
    return elements.get().size();
  }

  @Override
  public JsonNode get(int index) {
    return elements.get().get(index);
  }

  @Override
  public JsonNode set(int index, JsonNode value) {
    return elements.get().set(index, value);
  }

  @Override
  public void add(int index, JsonNode value) {
    elements.get().add(index, value);
  }

  @Override
  public JsonNode remove(int index) {
    return elements.get().remove(index);
  }
}
