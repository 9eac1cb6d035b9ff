package dev.seaway.core.resync;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.seaway.core.FakeApi;
import dev.seaway.mapping.Entity;
import dev.seaway.mapping.MappingDocument;
import java.util.Map;

/** Entities and mappings for tests. */
final class Entities {

  private Entities() {}

  /** An entity of the blueprint {@code request} with these relations. */
  static Entity request(String identifier, String relations) {
    ObjectNode json =
        (ObjectNode)
            FakeApi.json(
                "{'identifier':'%s','blueprint':'request','relations':%s}"
                    .formatted(identifier, relations));
    return new Entity("request", TextNode.valueOf(identifier), json);
  }

  /** An entity that the catalog must search for. */
  static Entity searched() {
    ObjectNode search = (ObjectNode) FakeApi.json("{'combinator':'and','rules':[]}");
    ObjectNode json = (ObjectNode) FakeApi.json("{'blueprint':'request'}");
    json.set("identifier", search);
    return new Entity("request", search, json);
  }

  /** A mapping document of these resources. */
  static MappingDocument mapping(String json) {
    return MappingDocument.parse(FakeApi.json(json), Map.of()).document().orElseThrow();
  }

  /** One resource whose entities have the record's {@code id}. */
  static String resource(String kind, String blueprint) {
    return "{'kind':'%s','port':{'entity':{'mappings':{'identifier':'.id','blueprint':'\\'%s\\''}}}}"
        .formatted(kind, blueprint)
        .replace("\\'", "\\\"");
  }
}
