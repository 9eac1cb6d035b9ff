package dev.seaway.connector;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The records of one answer, in the order in which they were received. */
public record Page(List<JsonNode> records) {

  public Page {
    records = List.copyOf(records);
  }
}
