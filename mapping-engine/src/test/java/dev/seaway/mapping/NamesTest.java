package dev.seaway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.seaway.mapping.Names.Name;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be deleted by name, of records that are gone or no longer selected. */
class NamesTest {

  private static final Map<String, JsonNode> KNOWN =
      Map.of("id", TextNode.valueOf("10"), "key", TextNode.valueOf("P-1"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".id",
        ".id | tostring",
        ".[\\\"id\\\"]",
        ". | .id",
        ".id? // .key",
        "if .key == 'x' then .key else .id end",
        "[.id] | join('')",
        "{id} | .id",
        "'\\\\(.id)'"
      })
  void namesWhatDependsOnKnownFieldsOnly(String identifier) {
    Names names = mapping(identifier, "'b'").names(KNOWN);

    assertThat(names).isEqualTo(new Names(List.of(new Name("b", "10")), true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".reporter // 'unknown'",
        ".id + (.site // '')",
        "tostring",
        "to_entries[0].value",
        "[.[]] | first",
        "(.site = 'x') | .id",
        ". as $all | .id",
        "if .site then .id else .key end"
      })
  void namesNothingThatMayDependOnOthers(String identifier) {
    assertThat(mapping(identifier, "'b'").names(KNOWN)).isEqualTo(new Names(List.of(), false));
  }

  @Test
  void knowsNoBlueprintThatDependsOnOtherFields() {
    assertThat(mapping(".id", ".type // 'b'").names(KNOWN).certain()).isEmpty();
  }

  @Test
  void namesNoSearchAndNoItems() {
    Mapping search =
        Json.mapping(
            "{identifier: {combinator: \"'and'\", rules: [{property: \"'$title'\","
                + " operator: \"'='\", value: \".id\"}]}, blueprint: \"'b'\"}");

    assertThat(search.names(KNOWN)).isEqualTo(new Names(List.of(), false));
  }

  @Test
  void namesAllOfAWholeRecordWhateverTheSelectorSays() {
    Mapping mapping =
        Json.mapping(
            "{itemsToParse: \".list\", entity: {mappings: {identifier: \".item\","
                + " blueprint: \"'b'\"}}}",
            "{query: \"false\"}");

    assertThat(mapping.names(Json.of("{list: [\"1\", \"2\"]}")).certain())
        .containsExactly(new Name("b", "1"), new Name("b", "2"));
  }

  private static Mapping mapping(String identifier, String blueprint) {
    return Json.mapping("{identifier: \"" + identifier + "\", blueprint: \"" + blueprint + "\"}");
  }
}
