package dev.seaway.core.resync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.seaway.connector.Kind;
import dev.seaway.core.FakeApi;
import dev.seaway.core.catalog.UpsertResult;
import dev.seaway.core.resync.KindReport.Remark;
import dev.seaway.mapping.FieldFault;
import dev.seaway.mapping.MappedField;
import dev.seaway.mapping.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class KindStatsTest {

  private static final JsonNode RECORD = FakeApi.json("{'key':'A-1'}");
  private static final List<MappedField> FIELDS =
      List.of(
          new MappedField("title", ".title"),
          new MappedField("properties.createdAt", ".createdDate.iso"),
          new MappedField("properties.meant", ""));
  private static final Outcome DROPPED =
      new Outcome.Dropped("identifier", ".key", "it is null", false);
  private static final Outcome MAPPED = mapped(0);

  private final KindStats stats =
      new KindStats(
          0,
          new KindPlan(
              "/desk", new KindPlan.Reading.Code(new Kind.Code("/desk", (_, _) -> {})), List.of()),
          SyncListener.NONE);

  @Test
  void countsWhatIsMeantToBeDroppedAndIsInNoDoubt() {
    stats.page(2);
    stats.outcomes(List.of(MAPPED), RECORD);
    stats.outcomes(
        List.of(new Outcome.Dropped("identifier", ".key // empty", "it gives nothing", true)),
        RECORD);

    KindReport report = stats.report();

    assertThat(report.complete()).isTrue();
    assertThat(report.counts().dropped()).isEqualTo(1);
    assertThat(report.remarks().getFirst())
        .hasToString(
            "identifier: .key // empty: dropped, for it gives nothing in 1 of 2 records, for"
                + " example key A-1");
    assertThat(report.doubt()).isEmpty();
    assertThat(stats.isSound()).isTrue();
  }

  @Test
  void leavesAnEntityThatCameAsEmptyObject() {
    stats.page(2);
    stats.outcomes(List.of(MAPPED), RECORD);
    stats.outcomes(List.of(DROPPED), FakeApi.json("{}"));

    KindReport report = stats.report();

    assertThat(report.complete()).isTrue();
    assertThat(report.doubt())
        .get()
        .asString()
        .contains("identifier: .key: dropped, for it is null (if that is meant, say");
    assertThat(stats.isSound()).isFalse();
  }

  @Test
  void saysOnceWhatManyEntitiesWereRefusedFor() {
    stats.page(3);
    for (String id : List.of("TEAM-1", "TEAM-2", "3")) {
      stats.result(
          new UpsertResult.Refused(
              Entities.request(id, "{'desk':'desk-%s'}".formatted(id)),
              404,
              "entity \"%s\" relates to desk-%s, which does not exist in 3 of 3".formatted(id, id),
              true));
    }

    assertThat(stats.report().remarks())
        .singleElement()
        .hasToString(
            "refused by the catalog (404): entity \"...\" relates to ..., which does not exist in 3"
                + " of 3 (3 times, for example request TEAM-1)");
  }

  @Test
  void showsAnIdentifierThatCannotBeAndCountsTheOthers() {
    stats.page(2);
    stats.outcomes(List.of(new Outcome.Failed("identifier", ".id", "odd", "my id")), RECORD);
    stats.outcomes(List.of(new Outcome.Failed("identifier", ".id", "odd", "your id")), RECORD);

    assertThat(stats.report().remarks())
        .singleElement()
        .hasToString("identifier: .id: odd in 2 of 2 records, for example key A-1: \"my id\"");
  }

  @Test
  void saysWhichFieldFailedInHowManyRecords() {
    stats.page(3);
    FieldFault fault = new FieldFault("properties.x", ".a.x", "Cannot index string with \"x\"");
    Outcome odd = new Outcome.Mapped(Entities.request("1", "{}"), List.of(fault), FIELDS, 0);
    stats.outcomes(List.of(odd), RECORD);
    Outcome other = new Outcome.Mapped(Entities.request("2", "{}"), List.of(fault), FIELDS, 0);
    stats.outcomes(List.of(other), FakeApi.json("{'key':'A-2'}"));
    stats.outcomes(List.of(MAPPED), RECORD);

    assertThat(stats.report().remarks())
        .singleElement()
        .hasToString(
            "properties.x: .a.x: Cannot index string with \"x\" in 2 of 3 records, for example key"
                + " A-1");
  }

  @Test
  void saysWhichFieldIsNullInAllRecords() {
    stats.page(12);
    for (int i = 0; i < 12; i++) {
      stats.outcomes(List.of(mapped(i == 0 ? 0b110 : 0b111)), RECORD);
    }

    assertThat(stats.report().remarks())
        .singleElement()
        .hasToString(
            "properties.createdAt: .createdDate.iso: null in 12 of 12 records, for example key"
                + " A-1");
    assertThat(stats.report().doubt()).isEmpty();
  }

  @Test
  void nullInAllOfAFewRecordsIsNoRemark() {
    stats.page(2);
    stats.outcomes(List.of(mapped(0b010), mapped(0b010)), RECORD);

    assertThat(stats.report().remarks()).isEmpty();
  }

  private static Outcome mapped(long nulls) {
    return new Outcome.Mapped(Entities.request("1", "{}"), List.of(), FIELDS, nulls);
  }

  @Test
  void saysWhereDifferentRecordsMakeOneEntity() {
    for (int record = 0; record < 40; record++) {
      Outcome made =
          new Outcome.Mapped(Entities.request("g" + record % 4, "{}"), List.of(), FIELDS, 0);
      stats.outcomes(List.of(made, made), FakeApi.json("{'key':'A-" + record + "'}"));
    }

    assertThat(stats.report().remarks())
        .singleElement()
        .hasToString(
            "40 records make only 4 different identifiers of blueprint request (for example g0):"
                + " what the later ones write replaces what the earlier ones wrote; make the"
                + " identifier unique, unless that is meant");
    assertThat(stats.report().doubt()).isEmpty();
    assertThat(stats.isSound()).isTrue();
  }

  @Test
  void saysNothingOfTheSameRecordThatComesAgain() {
    for (int time = 0; time < 5; time++) {
      stats.outcomes(List.of(MAPPED), FakeApi.json("{'key':'A-1','__team':" + time + "}"));
    }

    assertThat(stats.report().remarks()).isEmpty();
  }

  @Test
  void saysNothingOfFewRecordsThatMakeOneEntity() {
    for (int record = 0; record < 40; record++) {
      Outcome made =
          new Outcome.Mapped(
              Entities.request("g" + Math.max(record, 3), "{}"), List.of(), FIELDS, 0);
      stats.outcomes(List.of(made), FakeApi.json("{'key':'A-" + record + "'}"));
    }

    assertThat(stats.report().remarks()).isEmpty();
  }

  @Test
  void deletesNothingWhereNotOneRecordHasAnIdentifier() {
    stats.page(1);
    stats.outcomes(List.of(DROPPED), RECORD);

    assertThat(stats.report().complete()).isTrue();
    assertThat(stats.report().doubt()).get().asString().contains("not one of its records");
  }

  @Test
  void isNotInDoubtWhereTheSelectorLeftOutTheOthers() {
    stats.page(2);
    stats.outcomes(
        List.of(new Outcome.Dropped("identifier", "empty", "it gives nothing", true)), RECORD);
    stats.outcomes(List.of(new Outcome.Skipped()), RECORD);

    assertThat(stats.report().doubt()).isEmpty();
  }

  @Test
  void isInDoubtWhereTheToolGaveNullForARecord() {
    stats.page(2);
    stats.outcomes(List.of(MAPPED), RECORD);
    stats.outcomes(List.of(DROPPED), NullNode.getInstance());

    assertThat(stats.report().doubt()).get().asString().contains("null for a record");
  }

  @Test
  void keepsADoubtBeyondTheLimitOfRemarks() {
    stats.page(1);
    for (int sort = 0; sort < 200; sort++) {
      stats.outcomes(
          List.of(new Outcome.Dropped("identifier", ".key", "reason " + sort, true)), RECORD);
    }
    stats.outcomes(List.of(new Outcome.Failed("identifier", ".id", "odd")), RECORD);

    assertThat(stats.report().doubt()).isPresent();
    assertThat(stats.report().remarks()).hasSizeLessThan(110);
  }

  @Test
  void isInDoubtWhereAnEntityWasRefusedWhoseKeyIsNotKnown() {
    stats.page(1);
    stats.outcomes(List.of(MAPPED), RECORD);
    stats.result(new UpsertResult.Refused(Entities.searched(), 422, "several match", false));

    KindReport report = stats.report();

    assertThat(report.complete()).isFalse();
    assertThat(report.written()).isFalse();
    assertThat(report.remarks().stream().map(Remark::what))
        .contains("an entity named by a search was refused, so that its key is not known");
  }
}
