package dev.seaway.core.resync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.core.FakeApi;
import dev.seaway.core.catalog.EntityKey;
import dev.seaway.mapping.Mapping;
import dev.seaway.mapping.Resource;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordEntitiesTest {

  private static final JsonNode DONE = FakeApi.json("{'id':'1','state':'done'}");

  private final RecordEntities entities = new RecordEntities();

  @Test
  void deletesWhatTheSelectorLeavesOut() {
    entities.add("/x", DONE, List.of(mapping(".state == \\\"open\\\"", ".id")));

    assertThat(entities.deletions()).containsExactly(new EntityKey("b", "1"));
  }

  @Test
  void deletesNothingForARecordThatAnotherMappingCannotIdentify() {
    entities.add(
        "/x", DONE, List.of(mapping(".state == \\\"open\\\"", ".id"), mapping("true", ".key")));

    assertThat(entities.deletions()).isEmpty();
    assertThat(entities.fault()).isEmpty();
  }

  @Test
  void deletesWhereTheOtherMappingMeansToLeaveItOut() {
    entities.add(
        "/x",
        DONE,
        List.of(mapping(".state == \\\"open\\\"", ".id"), mapping("true", ".key // empty")));

    assertThat(entities.deletions()).containsExactly(new EntityKey("b", "1"));
  }

  private static Mapping mapping(String query, String identifier) {
    return Entities.mapping(
            ("{'resources':[{'kind':'/x','selector':{'query':'%s'},'port':{'entity':{'mappings':"
                    + "{'identifier':'%s','blueprint':'\\\"b\\\"'}}}}]}")
                .formatted(query, identifier))
        .resources()
        .stream()
        .map(Resource::mapping)
        .findFirst()
        .orElseThrow();
  }
}
