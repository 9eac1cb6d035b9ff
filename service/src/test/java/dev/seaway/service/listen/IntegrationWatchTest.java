package dev.seaway.service.listen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.core.FakeApi;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntegrationWatchTest {

  private static final String STATE = "{'updatedAt':'1','config':{'resources':[]}}";

  private final IntegrationWatch watch = new IntegrationWatch();

  @Test
  void seesNoChangeWhereThereIsNone() {
    watch.taken(FakeApi.json(STATE));

    assertThat(look(STATE)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'updatedAt':'2','config':{'resources':[]}}",
        "{'updatedAt':'1','resyncRequest':{'at':'3'},'config':{'resources':[]}}",
        "{'updatedAt':'1','resyncState':{'updatedAt':'3'},'config':{'resources':[]}}"
      })
  void tellsARequestOnce(String changed) {
    watch.taken(FakeApi.json(STATE));

    assertThat(look(changed)).contains("the catalog asks for it");
    assertThat(look(changed)).isEmpty();
  }

  @Test
  void tellsANewMapping() {
    watch.taken(FakeApi.json(STATE));

    assertThat(look("{'updatedAt':'2','config':{'resources':[1]}}"))
        .contains("the mapping was changed at the catalog");
  }

  @Test
  void doesNotCountWhatThisProgramChangesItself() {
    watch.taken(FakeApi.json(STATE));
    watch.changedByUs(FakeApi.json("{'updatedAt':'2','config':{'resources':[]}}"));

    assertThat(look("{'updatedAt':'2','config':{'resources':[]}}")).isEmpty();
    assertThat(look("{'updatedAt':'3','config':{'resources':[]}}")).isPresent();
  }

  @Test
  void takesTheNextLookForItsOwnChangeWhereTheCatalogDoesNotSayHowItLooksNow() {
    watch.taken(FakeApi.json(STATE));
    watch.changedByUs(FakeApi.json("{}").path("integration"));

    assertThat(look("{'updatedAt':'2','config':{'resources':[]}}")).isEmpty();
    assertThat(look("{'updatedAt':'3','config':{'resources':[]}}")).isPresent();
  }

  @Test
  void seesAMappingThatWasChangedWhileThisProgramChangedSomethingElse() {
    watch.taken(FakeApi.json(STATE));
    watch.changedByUs(FakeApi.json("{'updatedAt':'3','config':{'resources':[1]}}"));

    assertThat(look("{'updatedAt':'3','config':{'resources':[1]}}")).isPresent();
  }

  @Test
  void leavesALookToTheNextWhereThisProgramChangedTheIntegrationMeanwhile() {
    watch.taken(FakeApi.json(STATE));
    long before = watch.beforeLook();
    watch.changedByUs(FakeApi.json("{'updatedAt':'2'}"));

    assertThat(watch.changed(before, FakeApi.json("{'updatedAt':'0'}"))).isEmpty();
  }

  private Optional<String> look(String state) {
    JsonNode seen = FakeApi.json(state);
    return watch.changed(watch.beforeLook(), seen);
  }
}
