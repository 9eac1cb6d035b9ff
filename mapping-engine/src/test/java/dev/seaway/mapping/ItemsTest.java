package dev.seaway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.mapping.Outcome.Dropped;
import dev.seaway.mapping.Outcome.Failed;
import dev.seaway.mapping.Outcome.Mapped;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemsTest {

  private static final JsonNode RECORD =
      Json.of(
          """
          {key: "T", fields: {n: 1, comments: [{id: 9}]}, comments: [{id: 1}, {id: 2}], item: "old"}
          """);

  @Test
  void makesOneEntityPerItemAndMapping() {
    Mapping mapping =
        Json.mapping(
            """
            {itemsToParse: ".comments", entity: {mappings: [
               {identifier: "'\\\\(.key)-\\\\(.item.id)'", blueprint: "'comment'"},
               {identifier: ".item.id", blueprint: "'other'"}]}}
            """,
            "{query: \".fields.n == 1\"}");

    assertThat(mapping.apply(RECORD))
        .extracting(outcome -> ((Mapped) outcome).entity().id())
        .containsExactly("T-1", "1", "T-2", "2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ".item.id != 1                       | 2",
        ".item.id == 1 and .key == 'T'       | 1",
        ".item.id > 0 and .fields.n == 2     | ''",
        ".fields.comments[0].id == 9         | 1,2",
        ".comments == null                   | 1,2",
        "has('item')                         | 1,2",
      })
  void theQueryIsAskedOfEachItemBesideItsRecord(String query, String ids) {
    Mapping mapping =
        Json.mapping(
            """
            {itemsToParse: ".comments", entity: {mappings: {identifier: ".item.id", blueprint: "'b'"}}}
            """,
            "{query: \"%s\"}".formatted(query));

    assertThat(
            mapping.apply(RECORD).stream()
                .filter(Mapped.class::isInstance)
                .map(outcome -> ((Mapped) outcome).entity().id()))
        .containsExactlyElementsOf(ids.isEmpty() ? List.of() : List.of(ids.split(",", -1)));
  }

  @Test
  void aRecordIsLeftOutWhereItsQueryReadsNoItem() {
    List<Outcome> ofRecord = queried(".key == 'X'").apply(RECORD);
    List<Outcome> ofItems = queried(".item.id > 5").apply(RECORD);

    assertThat(ofRecord).hasSize(1);
    assertThat(queried(".key == 'X'").isLeftOut(ofRecord)).isTrue();
    assertThat(ofItems).hasSize(2).hasOnlyElementsOfType(Outcome.Skipped.class);
    assertThat(queried(".item.id > 5").isLeftOut(ofItems)).isFalse();
    assertThat(queried(".item.id > 5").isLeftOut(ofItems.subList(0, 1))).isFalse();
  }

  @Test
  void aQueryThatFailsOfAnItemFailsThatItemAlone() {
    assertThat(queried(".item.id | if . == 1 then error('x') else true end").apply(RECORD))
        .hasExactlyElementsOfTypes(Failed.class, Mapped.class);
  }

  private static Mapping queried(String query) {
    return Json.mapping(
        """
        {itemsToParse: ".comments", entity: {mappings: {identifier: ".item.id", blueprint: "'b'"}}}
        """,
        "{query: \"%s\"}".formatted(query));
  }

  @Test
  void theRecordStaysAtTopLevelLessTheArray() {
    assertThat(subjects(".comments", ""))
        .containsExactly(
            Json.of("{key: \"T\", fields: {n: 1, comments: [{id: 9}]}, item: {id: 1}}"),
            Json.of("{key: \"T\", fields: {n: 1, comments: [{id: 9}]}, item: {id: 2}}"));
  }

  @Test
  void theArrayMayBeDeeper() {
    JsonNode before = RECORD.deepCopy();

    assertThat(subjects(".fields.comments", "itemsToParseName: comment,"))
        .containsExactly(
            Json.of(
                """
                {key: "T", fields: {n: 1}, comments: [{id: 1}, {id: 2}], item: "old",
                 comment: {id: 9}}
                """));
    assertThat(RECORD).isEqualTo(before);
  }

  @Test
  void anyOtherExpressionLeavesTheRecordWhole() {
    assertThat(subjects(".comments // []", "").getFirst().get("comments"))
        .isSameAs(RECORD.get("comments"));
  }

  @Test
  void theRecordStaysWholeIfSoWished() {
    assertThat(subjects(".comments", "items_to_parse_top_level_transform: false,"))
        .first()
        .isEqualTo(
            Json.of(
                """
                {key: "T", fields: {n: 1, comments: [{id: 9}]}, comments: [{id: 1}, {id: 2}],
                 item: {id: 1}}
                """));
  }

  @ParameterizedTest
  @CsvSource({".missing // []", ".fields.none // empty", "[]", "empty"})
  void noItemsMakeNoEntities(String expression) {
    assertThat(subjects(expression, "")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({".missing", ".fields.none", "null"})
  void aMissingListLeavesItsItemsInDoubt(String expression) {
    assertThat(mapping(expression, "").apply(RECORD))
        .containsExactly(new Dropped("itemsToParse", expression, "it is null", false));
    assertThat(mapping(expression, "").names(RECORD).whole()).isFalse();
  }

  @Test
  void anItemThatIsNullIsInDoubt() {
    Mapping mapping =
        Json.mapping(
            """
            {itemsToParse: ".links", entity: {mappings: {identifier: ".item.id", blueprint: "'b'"}}}
            """,
            "{}");

    assertThat(mapping.apply(Json.of("{links: [null, {id: 1}]}")))
        .hasExactlyElementsOfTypes(Dropped.class, Mapped.class)
        .first(InstanceOfAssertFactories.type(Dropped.class))
        .satisfies(dropped -> assertThat(dropped.intended()).isFalse());
  }

  @ParameterizedTest
  @CsvSource({
    ".key,must give an array but gave a text",
    ".fields,must give an array but gave an object",
    ".key.x,Cannot index"
  })
  void whatIsNoArrayFailsTheRecord(String expression, String message) {
    assertThat(mapping(expression, "").apply(RECORD))
        .singleElement(InstanceOfAssertFactories.type(Failed.class))
        .satisfies(failed -> assertThat(failed.field()).isEqualTo("itemsToParse"))
        .satisfies(failed -> assertThat(failed.expression()).isEqualTo(expression))
        .satisfies(failed -> assertThat(failed.message().replace(",", "")).startsWith(message));
  }

  @Test
  void aRecordThatIsAnArrayContributesItsItemsOnly() {
    Mapping mapping = mapping(".", "");

    assertThat(mapping.apply(Json.of("[5]")))
        .extracting(outcome -> ((Mapped) outcome).entity().json().at("/properties/all"))
        .containsExactly(Json.of("{item: 5}"));
  }

  private static List<JsonNode> subjects(String expression, String options) {
    return mapping(expression, options).apply(RECORD).stream()
        .map(outcome -> ((Mapped) outcome).entity().json().at("/properties/all"))
        .toList();
  }

  private static Mapping mapping(String expression, String options) {
    String quoted = options.replace("Name: comment", "Name: \"comment\"");
    return Json.mapping(
        """
        {itemsToParse: "%s", %s entity: {mappings: {
           identifier: "'x'", blueprint: "'b'", properties: {all: "."}}}}
        """
            .formatted(expression, quoted),
        "{}");
  }
}
