package dev.seaway.core.resync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.Kind;
import dev.seaway.core.FakeApi;
import dev.seaway.core.catalog.EntityKey;
import dev.seaway.mapping.Mapping;
import dev.seaway.mapping.Resource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecordEntitiesTest {

  private static final JsonNode DONE = FakeApi.json("{'id':'1','state':'done'}");

  @Test
  void deletesWhatTheSelectorLeavesOut() {
    RecordEntities entities = added(mapping(".state == \\\"open\\\"", ".id"));

    assertThat(entities.deletions()).containsExactly(new EntityKey("b", "1"));
  }

  @Test
  void deletesNothingForARecordThatAnotherMappingCannotIdentify() {
    RecordEntities entities =
        added(mapping(".state == \\\"open\\\"", ".id"), mapping("true", ".key"));

    assertThat(entities.deletions()).isEmpty();
    assertThat(entities.fault()).isEmpty();
  }

  @Test
  void deletesWhereTheOtherMappingMeansToLeaveItOut() {
    RecordEntities entities =
        added(mapping(".state == \\\"open\\\"", ".id"), mapping("true", ".key // empty", "c"));

    assertThat(entities.deletions()).containsExactly(new EntityKey("b", "1"));
  }

  /** What a list of these mappings makes of the record, once it was heard. */
  private static RecordEntities added(Mapping... mappings) {
    KindPlan list =
        new KindPlan(
            "/x", new KindPlan.Reading.Code(new Kind.Code("/x", (_, _) -> {})), List.of(mappings));
    HeardLists heard = new HeardLists(List.of(list));
    heard.heard(list, Set.of("id", "key"));
    RecordEntities entities = new RecordEntities(heard, new LeftToResync());
    entities.add(list, DONE);
    return entities;
  }

  private static Mapping mapping(String query, String identifier) {
    return mapping(query, identifier, "b");
  }

  private static Mapping mapping(String query, String identifier, String blueprint) {
    return Entities.mapping(
            ("{'resources':[{'kind':'/x','selector':{'query':'%s'},'port':{'entity':{'mappings':"
                    + "{'identifier':'%s','blueprint':'\\\"%s\\\"'}}}}]}")
                .formatted(query, identifier, blueprint))
        .resources()
        .stream()
        .map(Resource::mapping)
        .findFirst()
        .orElseThrow();
  }
}
