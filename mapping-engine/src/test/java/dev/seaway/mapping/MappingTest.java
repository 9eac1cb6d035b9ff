package dev.seaway.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.seaway.mapping.Outcome.Dropped;
import dev.seaway.mapping.Outcome.Failed;
import dev.seaway.mapping.Outcome.Mapped;
import dev.seaway.mapping.Outcome.Skipped;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappingTest {

  private static final Mapping EACH_OF_A_LIST =
      Json.mapping(
          "{itemsToParse: \".list\", entity: {mappings: {identifier: \".item\","
              + " blueprint: \"'b'\", title: \".item.x\", properties: {p: \".item | length\"},"
              + " relations: {r: \".item\"}}}}",
          "{}");

  @Test
  void sendsMappedKeysOnlyAndNullForThoseWithoutAValue() {
    Mapping mapping =
        Json.mapping(
            """
            {identifier: ".key", title: ".name", blueprint: "'ticket'",
             properties: {status: ".status", owner: ".owner.name"}, relations: {desk: ".desk"}}
            """);

    Entity entity = entity(mapping, "{\"key\": \"T-1\", \"name\": \"One\", \"status\": 3}");

    assertThat(entity.json())
        .hasToString(
            "{\"identifier\":\"T-1\",\"blueprint\":\"ticket\",\"title\":\"One\","
                + "\"properties\":{\"status\":3,\"owner\":null},\"relations\":{\"desk\":null}}");
    assertThat(entity.id()).isEqualTo("T-1");
    assertThat(entity.blueprint()).isEqualTo("ticket");
    assertThat(entity.hasSearchIdentifier()).isFalse();
  }

  @Test
  void sharesTheValuesOfTheRecord() {
    Mapping mapping =
        Json.mapping("{identifier: \".id\", blueprint: \"'b'\", properties: {all: \".fields\"}}");
    JsonNode record = Json.of("{\"id\": \"1\", \"fields\": {\"a\": [1]}}");

    Mapped mapped = (Mapped) mapping.apply(record).getFirst();

    assertThat(mapped.entity().json().at("/properties/all")).isSameAs(record.get("fields"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "'true'", "1", ".missing", "[]", "error('x')", ".a.b.c", "empty"})
  void aQueryThatGivesNoBooleanFailsTheRecord(String query) {
    Mapping mapping =
        Json.mapping(
            "{entity: {mappings: {identifier: \".id\", blueprint: \"'b'\"}}}",
            "{query: \"%s\"}".formatted(query));

    assertThat(mapping.apply(Json.of("{\"id\": \"1\", \"a\": 5}")))
        .singleElement(InstanceOfAssertFactories.type(Failed.class))
        .satisfies(failed -> assertThat(failed.field()).isEqualTo("selector.query"))
        .satisfies(failed -> assertThat(failed.expression()).isEqualTo(query));
  }

  @Test
  void aQueryThatSaysNoSkipsTheRecord() {
    Mapping mapping =
        Json.mapping(
            "{entity: {mappings: {identifier: \".id\", blueprint: \"'b'\"}}}",
            "{query: \".state == 'open'\"}");

    assertThat(mapping.apply(Json.of("{\"id\": 1, \"state\": \"done\"}")))
        .containsExactly(new Skipped());
    assertThat(mapping.apply(Json.of("{\"id\": 1, \"state\": \"open\"}")))
        .hasOnlyElementsOfType(Mapped.class);
  }

  @ParameterizedTest
  @CsvSource({"10,10", "10.0,10", "true,true", "\"T-1\",T-1"})
  void scalarsBecomeTextIdentifiers(String json, String identifier) {
    Mapping mapping = Json.mapping("{identifier: \".id\", blueprint: \"'b'\"}");

    assertThat(entity(mapping, "{\"id\": %s}".formatted(json)).id()).isEqualTo(identifier);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        ".missing~'b'~identifier~it is null",
        "''~'b'~identifier~it is an empty text",
        "empty~'b'~identifier~it gives nothing",
        ".missing | tostring~'b'~identifier~it is \"null\", made of a null",
        ".missing // empty | tostring~'b'~identifier~it gives nothing",
        "select(.id == 2) | .id~'b'~identifier~it gives nothing",
        ".id~.missing | tostring~blueprint~it is \"null\", made of a null",
        ".id~.missing // empty~blueprint~it gives nothing",
        ".missing~empty~blueprint~it gives nothing",
        ".id~.missing~blueprint~it is null",
        ".id~''~blueprint~it is an empty text"
      },
      quoteCharacter = '`')
  void aRecordWithoutIdentifierOrBlueprintIsDropped(
      String identifier, String blueprint, String field, String reason) {
    Mapping mapping =
        Json.mapping("{identifier: \"%s\", blueprint: \"%s\"}".formatted(identifier, blueprint));

    assertThat(mapping.apply(Json.of("{\"id\": 1}")))
        .containsExactly(
            new Dropped(
                field,
                field.equals("identifier") ? identifier : blueprint,
                reason,
                reason.equals("it gives nothing")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        ".id.x~'b'~identifier~Cannot index",
        "[.id]~'b'~identifier~must give a text or a number, but gave a list",
        "{a: 1}~'b'~identifier~must give a text or a number, but gave an object",
        "'my ticket'~'b'~identifier~does not accept such an identifier: it contains a space",
        "'..'~'b'~identifier~does not accept such an identifier: a single or double dot",
        ".id~.id.x~blueprint~Cannot index",
        ".id~5~blueprint~must give a text, but gave a number"
      },
      quoteCharacter = '`')
  void anErrorInIdentifierOrBlueprintFailsTheRecord(
      String identifier, String blueprint, String field, String message) {
    Mapping mapping =
        Json.mapping("{identifier: \"%s\", blueprint: \"%s\"}".formatted(identifier, blueprint));

    assertThat(mapping.apply(Json.of("{\"id\": 1}")))
        .singleElement(InstanceOfAssertFactories.type(Failed.class))
        .satisfies(failed -> assertThat(failed.field()).isEqualTo(field))
        .satisfies(failed -> assertThat(failed.message()).contains(message));
  }

  @Test
  void givesTheRefusedIdentifierApartFromTheReasonSoThatManyAreOneRemark() {
    Mapping mapping = Json.mapping("{identifier: \".id\", blueprint: \"'b'\"}");

    Failed one = (Failed) mapping.apply(Json.of("{id: \"my ticket\"}")).getFirst();
    Failed other = (Failed) mapping.apply(Json.of("{id: \"your ticket\"}")).getFirst();

    assertThat(one.message()).isEqualTo(other.message());
    assertThat(one.value()).isEqualTo("my ticket");
  }

  @Test
  void anErrorInAnyOtherFieldGivesNullAndAReport() {
    Mapping mapping =
        Json.mapping(
            """
            {identifier: ".id", blueprint: "'b'", title: ".id.t", team: ".id.m",
             properties: {ok: ".id", bad: ".id.p", deep: {good: ".id", worse: ".id.d"}},
             relations: {one: ".id.r"}}
            """);

    Mapped mapped = (Mapped) mapping.apply(Json.of("{\"id\": 1}")).getFirst();

    assertThat(mapped.entity().json())
        .hasToString(
            "{\"identifier\":\"1\",\"blueprint\":\"b\",\"title\":null,\"team\":null,"
                + "\"properties\":{\"ok\":1,\"bad\":null,\"deep\":{\"good\":1,\"worse\":null}},"
                + "\"relations\":{\"one\":null}}");
    assertThat(mapped.faults())
        .extracting(FieldFault::field)
        .containsExactly(
            "title", "team", "properties.bad", "properties.deep.worse", "relations.one");
    assertThat(mapped.faults().getFirst().expression()).isEqualTo(".id.t");
    assertThat(mapped.faults().getFirst().message()).contains("Cannot index");
  }

  @Test
  void relationsAreTextsAlsoInLists() {
    Mapping mapping =
        Json.mapping(
            """
            {identifier: ".id", blueprint: "'b'",
             relations: {one: ".desk", many: "[.a[].id]", none: ".none"}}
            """);

    Entity entity =
        entity(mapping, "{\"id\": 1, \"desk\": 7, \"a\": [{\"id\": 1}, {\"id\": \"x\"}]}");

    assertThat(entity.json().get("relations"))
        .isEqualTo(Json.of("{one: \"7\", many: [\"1\", \"x\"], none: null}"));
  }

  @Test
  void searchesKeepTheirShapeWithEvaluatedLeaves() {
    String search =
        """
        {combinator: "'and'", rules: [
          {property: "'$title'", operator: "'='", value: ".name"},
          {combinator: "'or'", rules: [
            {property: "'n'", operator: "'='", value: ".id"},
            {property: "'x'", operator: "'isEmpty'"}]}]}
        """;
    Mapping mapping =
        Json.mapping(
            "{identifier: %s, blueprint: \"'b'\", team: %s, relations: {r: %s}}"
                .formatted(search, search, search));

    Entity entity = entity(mapping, "{\"name\": \"N\", \"id\": 4}");

    JsonNode evaluated =
        Json.of(
            """
            {combinator: "and", rules: [
              {property: "$title", operator: "=", value: "N"},
              {combinator: "or", rules: [
                {property: "n", operator: "=", value: 4}, {property: "x", operator: "isEmpty"}]}]}
            """);
    assertThat(entity.identifier()).isEqualTo(evaluated);
    assertThat(entity.json().get("identifier")).isEqualTo(evaluated);
    assertThat(entity.json().get("team")).isEqualTo(evaluated);
    assertThat(entity.json().at("/relations/r")).isEqualTo(evaluated);
    assertThat(entity.hasSearchIdentifier()).isTrue();
    assertThatIllegalStateException().isThrownBy(entity::id);
  }

  @Test
  void aSearchForNullIdentifiesNothing() {
    Mapping mapping =
        Json.mapping(
            """
            {identifier: {combinator: "'and'", rules: [
               {property: "'$title'", operator: "'='", value: ".name"}]}, blueprint: "'b'"}
            """);

    assertThat(mapping.apply(Json.of("{}")))
        .containsExactly(new Dropped("identifier", "", "a value of its search is null", false));
    assertThat(mapping.apply(Json.of("5"))).hasOnlyElementsOfType(Failed.class);
  }

  @ParameterizedTest
  @CsvSource({".name | tostring,false", ".name // empty,true"})
  void aSearchForTheTextNullIdentifiesNothing(String value, boolean intended) {
    Mapping mapping =
        Json.mapping(
            """
            {identifier: {combinator: "'and'", rules: [
               {property: "'$title'", operator: "'='", value: "%s"}]}, blueprint: "'b'"}
            """
                .formatted(value));

    assertThat(mapping.apply(Json.of("{}")))
        .singleElement(InstanceOfAssertFactories.type(Dropped.class))
        .satisfies(dropped -> assertThat(dropped.intended()).isEqualTo(intended));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"error\": \"no\"}", "null", "{\"id\": null}"})
  void leavesARecordThatCameWithoutItsIdentifierInDoubt(String record) {
    Mapping mapping = Json.mapping("{identifier: \".id | tostring\", blueprint: \"'b'\"}");

    assertThat(mapping.apply(Json.of(record)))
        .singleElement(InstanceOfAssertFactories.type(Dropped.class))
        .satisfies(dropped -> assertThat(dropped.intended()).isFalse());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'T-' + (.key|tostring)",
        "'T-\\\\(.key)'",
        "'\\\\(.key)_\\\\(.id)'",
        "(.id|tostring) + '/' + (.key|tostring) + '/a'",
        "[.id, .key] | map(tostring) | join(':')"
      })
  void aNullWithinAComposedIdentifierLeavesARecordInDoubt(String identifier) {
    Mapping mapping = Json.mapping("{identifier: \"" + identifier + "\", blueprint: \"'b'\"}");

    assertThat(mapping.apply(Json.of("{\"id\": 7}")))
        .singleElement(InstanceOfAssertFactories.type(Dropped.class))
        .satisfies(dropped -> assertThat(dropped.intended()).isFalse())
        .satisfies(
            dropped ->
                assertThat(dropped.reason()).isEqualTo("it has the part \"null\", made of a null"));
    assertThat(mapping.apply(Json.of("{\"id\": 7, \"key\": \"k\"}")))
        .singleElement()
        .isInstanceOf(Mapped.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'T-' + .key| {\"key\": \"null\"}",
        "'T-' + .key| {\"key\": \"a-null\"}",
        "'T-' + .key| {\"key\": \"nullable\"}",
        "'T-' + .key| {\"key\": \"Null\"}",
        "'T-\\\\(.key // 'null')'| {}",
        "'null-' + .key| {\"key\": \"a\"}"
      })
  void theWordNullMayBePartOfAnIdentifierThatTheToolOrTheAuthorWrites(
      String identifier, String record) {
    Mapping mapping = Json.mapping("{identifier: \"" + identifier + "\", blueprint: \"'b'\"}");

    assertThat(mapping.apply(Json.of(record))).singleElement().isInstanceOf(Mapped.class);
  }

  @Test
  void aTextComposedOfANullIsNoTargetOfARelation() {
    Mapping mapping =
        Json.mapping(
            """
            {identifier: ".id", blueprint: "'b'", relations: {
               one: "'T-' + (.none | tostring)", many: "['T-' + (.none | tostring), 'a-1', 5]"}}
            """);

    assertThat(entity(mapping, "{\"id\": 1}").json().get("relations"))
        .isEqualTo(Json.of("{one: null, many: [\"a-1\", \"5\"]}"));
  }

  @Test
  void theTextNullIsNoTargetOfARelationAndStaysInAProperty() {
    Mapping mapping =
        Json.mapping(
            """
            {identifier: ".id", blueprint: "'b'", properties: {p: ".none | tostring"}, relations: {
               one: ".none | tostring", many: "[.id, .none, (.none | tostring), 'a']"}}
            """);

    Entity entity = entity(mapping, "{\"id\": 1}");

    assertThat(entity.json().at("/properties/p").textValue()).isEqualTo("null");
    assertThat(entity.json().get("relations"))
        .isEqualTo(Json.of("{one: null, many: [\"1\", \"a\"]}"));
  }

  @Test
  void aSearchIsNullAsAWholeIfAPartFails() {
    Mapping mapping =
        Json.mapping(
            """
            {identifier: ".id", blueprint: "'b'", relations: {r: {combinator: "'and'", rules: [
               {property: "'$title'", operator: "'='", value: ".id.x"}]}}}
            """);

    Mapped mapped = (Mapped) mapping.apply(Json.of("{\"id\": 1}")).getFirst();

    assertThat(mapped.entity().json().at("/relations/r").isNull()).isTrue();
    assertThat(mapped.faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.field()).isEqualTo("relations.r"))
        .satisfies(fault -> assertThat(fault.expression()).isEqualTo(".id.x"));
  }

  @Property
  void neverThrowsForData(@ForAll String text, @ForAll double number, @ForAll boolean flag) {
    JsonNode scalars =
        JsonNodeFactory.instance.arrayNode().add(text).add(number).add(flag).addNull();
    JsonNode record = JsonNodeFactory.instance.objectNode().set("list", scalars);

    assertThat(EACH_OF_A_LIST.apply(record)).hasSize(4);
    assertThat(EACH_OF_A_LIST.apply(scalars)).hasSize(1);
    scalars.forEach(scalar -> assertThat(EACH_OF_A_LIST.apply(scalar)).hasSizeLessThanOrEqualTo(1));
  }

  private static Entity entity(Mapping mapping, String record) {
    return ((Mapped) mapping.apply(Json.of(record)).getFirst()).entity();
  }
}
