package dev.seaway.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaway.core.FakeApi;
import dev.seaway.core.SeawayException;
import dev.seaway.core.SeawayException.Category;
import dev.seaway.core.catalog.CatalogException;
import dev.seaway.core.http.ApiException;
import dev.seaway.mapping.MappingDocument;
import dev.seaway.service.events.StandstillException;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class LiveMappingTest {

  private Instant clock = Instant.parse("2026-01-01T12:00:00Z");
  private Supplier<String> expression = () -> ".a";
  private int asked;
  private final LiveMapping mapping = new LiveMapping(this::choice, this::read, () -> clock);

  @Test
  void isAskedForEveryFewSeconds() {
    MappingDocument first = mapping.now();
    clock = clock.plusSeconds(4);
    assertThat(mapping.now()).isSameAs(first);
    assertThat(asked).isEqualTo(1);

    clock = clock.plusSeconds(1);
    assertThat(mapping.now()).isSameAs(first);
    assertThat(asked).isEqualTo(2);

    clock = clock.plusSeconds(5);
    expression = () -> ".b";
    assertThat(mapping.now()).isNotSameAs(first);
  }

  @Test
  void tellsAtOnceThatItHasChanged() {
    MappingDocument used = mapping.now();
    assertThat(mapping.isStill(used)).isTrue();

    expression = () -> ".b";

    assertThat(mapping.isStill(used)).isFalse();
    assertThat(mapping.isStill(mapping.now())).isTrue();
  }

  @Test
  void goesByTheOneBeforeWhereANewOneHasFaults() {
    MappingDocument used = mapping.now();
    expression = () -> "faulty";

    assertThat(mapping.isStill(used)).isTrue();

    expression = () -> ".b";
    assertThat(mapping.isStill(used)).isFalse();
  }

  @Test
  void letsAllEventsWaitWhereThereIsNoneYet() {
    expression = () -> "faulty";

    assertThatThrownBy(mapping::now)
        .isInstanceOf(StandstillException.class)
        .hasMessage("it has a fault");
  }

  @Test
  void passesOnWhyTheCatalogDoesNotTell() {
    ApiException cause = new ApiException(ApiException.Reason.TIMEOUT, "no answer");
    expression =
        () -> {
          throw new CatalogException(Category.EXTERNAL, "no state", cause);
        };

    assertThatThrownBy(mapping::now).isInstanceOf(CatalogException.class).hasCause(cause);
  }

  private MappingChoice choice() {
    asked++;
    return new MappingChoice(
        "a test", FakeApi.json("{'resources':[],'note':'" + expression.get() + "'}"));
  }

  private MappingDocument read(MappingChoice choice) {
    if (choice.json().path("note").asText().equals("faulty")) {
      throw new SeawayException(Category.USER, "it has a fault");
    }
    return MappingDocument.parse(
            FakeApi.json(
                "{'resources':[{'kind':'/a','port':{'entity':{'mappings':{'identifier':'"
                    + choice.json().path("note").asText()
                    + "','blueprint':'.b'}}}}]}"),
            Map.of())
        .document()
        .orElseThrow();
  }
}
