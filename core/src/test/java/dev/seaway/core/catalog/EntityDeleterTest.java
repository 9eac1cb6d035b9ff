package dev.seaway.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.ApiRequest;
import dev.seaway.core.ApiFailures;
import dev.seaway.core.FakeApi;
import dev.seaway.core.catalog.EntityDeleter.Deletion;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityDeleterTest {

  private static final List<String> TWO = List.of("1", "2");

  @Test
  void countsWhatTheCatalogNames() {
    Deletion deletion = delete(_ -> "{'deletedEntities':['1','2']}", TWO, true);

    assertThat(deletion.deleted()).isEqualTo(2);
    assertThat(deletion.refusals()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{'ok':false}", "{'deletedEntities':null}", "[]"})
  void doesNotClaimToHaveDeletedWhatTheCatalogDoesNotConfirm(String answer) {
    Deletion deletion = delete(_ -> answer, TWO, true);

    assertThat(deletion.deleted()).isZero();
    assertThat(deletion.refusals()).hasSize(2).allMatch(text -> text.contains("does not say"));
  }

  @Test
  void namesWhatWasLeftOut() {
    Deletion deletion = delete(_ -> "{'deletedEntities':['2']}", TWO, false);

    assertThat(deletion.deleted()).isEqualTo(1);
    assertThat(deletion.refusals()).singleElement().asString().startsWith("1: ");
  }

  @Test
  void takesForGoneWhatMayHaveGoneAsADependent() {
    Deletion deletion = delete(_ -> "{'deletedEntities':[{'identifier':'2'}]}", TWO, true);

    assertThat(deletion.deleted()).isEqualTo(1);
    assertThat(deletion.refusals()).isEmpty();
  }

  @Test
  void triesAgainWhatHadDependentsThatWentLater() {
    List<String> standing = new ArrayList<>(List.of("1", "2", "3"));
    Function<ApiRequest, String> answers =
        request -> {
          List<String> asked = identifiers(request);
          // Each depends on the one before, and only the last may go.
          if (!asked.equals(List.of(standing.getLast()))) {
            throw ApiFailures.status(409);
          }
          standing.removeLast();
          return "{'deletedEntities':['" + asked.getFirst() + "']}";
        };

    Deletion deletion = delete(answers, List.of("1", "2", "3"), false);

    assertThat(deletion.deleted()).isEqualTo(3);
    assertThat(deletion.refusals()).isEmpty();
  }

  @Test
  void keepsCountOfWhatWentBeforeTheCatalogFailed() {
    Function<ApiRequest, String> answers =
        request -> {
          if (identifiers(request).contains("3")) {
            throw ApiFailures.status(500);
          }
          return "{'deletedEntities':['1','2']}";
        };

    Deletion deletion = delete(answers, List.of("1", "2", "3"), true);

    assertThat(deletion.deleted()).isEqualTo(2);
    assertThat(deletion.failure()).isPresent();
  }

  @Test
  void encodesTheBlueprintAsOneSegment() {
    FakeApi api = new FakeApi(_ -> "{'deletedEntities':['1']}");

    deleter(api).delete("a/b c", List.of("1"), true);

    assertThat(api.requests().getFirst().target())
        .isEqualTo("/v1/blueprints/a%2Fb%20c/bulk/entities/delete");
  }

  private static Deletion delete(
      Function<ApiRequest, String> answers, List<String> identifiers, boolean dependents) {
    return deleter(new FakeApi(answers)).delete("desk", identifiers, dependents);
  }

  private static EntityDeleter deleter(FakeApi api) {
    CatalogClient client = new CatalogClient(api, new Integration("jsm", "my", "1"));
    return new EntityDeleter(client, new RunTag("run"), 2);
  }

  private static List<String> identifiers(ApiRequest request) {
    return FakeApi.json(request.body().orElseThrow().text())
        .path("entities")
        .valueStream()
        .map(JsonNode::asText)
        .toList();
  }
}
