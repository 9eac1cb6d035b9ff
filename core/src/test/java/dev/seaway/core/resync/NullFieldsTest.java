package dev.seaway.core.resync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.core.FakeApi;
import dev.seaway.mapping.MappedField;
import dev.seaway.mapping.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class NullFieldsTest {

  private static final List<MappedField> FIELDS =
      List.of(new MappedField("properties.createdAt", ".createdDate.iso"));

  private final NullFields nulls = new NullFields();

  @Test
  void saysHowOftenAFieldIsNullForThoseWhoLookForIt() {
    for (int i = 0; i < 500; i++) {
      nulls.count(mapped(i < 188 ? 0 : 1), record(10_004 + i - 188), i + 1);
    }

    assertThat(nulls.always()).isEmpty();
    assertThat(nulls.sometimes())
        .singleElement()
        .hasToString(
            "properties.createdAt: .createdDate.iso: null in 312 of 500 records, for example key"
                + " 10004");
  }

  private static Outcome.Mapped mapped(long nulls) {
    return new Outcome.Mapped(Entities.request("1", "{}"), List.of(), FIELDS, nulls);
  }

  private static JsonNode record(int key) {
    return FakeApi.json("{'key':'" + key + "'}");
  }
}
