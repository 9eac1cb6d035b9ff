package dev.seaway.core.resync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.seaway.core.FakeApi;
import dev.seaway.mapping.Entity;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageEntitiesTest {

  @Test
  void mergesEntitiesOfOneKeyAsIfWrittenOneAfterTheOther() {
    List<Entity> distinct =
        PageEntities.distinct(
            List.of(
                entity("desk", "1", "{'title':'a','properties':{'x':1,'y':1}}"),
                entity("desk", "2", "{'title':'other'}"),
                entity("desk", "1", "{'title':'b','properties':{'y':2}}"),
                entity("request", "1", "{'title':'a request'}")));

    assertThat(distinct)
        .containsExactly(
            entity("desk", "1", "{'title':'b','properties':{'x':1,'y':2}}"),
            entity("desk", "2", "{'title':'other'}"),
            entity("request", "1", "{'title':'a request'}"));
  }

  private static Entity entity(String blueprint, String identifier, String json) {
    return new Entity(blueprint, TextNode.valueOf(identifier), (ObjectNode) FakeApi.json(json));
  }
}
