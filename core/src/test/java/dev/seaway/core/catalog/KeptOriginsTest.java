package dev.seaway.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.ApiRequest;
import dev.seaway.core.ApiFailures;
import dev.seaway.core.FakeApi;
import dev.seaway.core.http.ApiException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptOriginsTest {

  private static final String A = "https://a.example";
  private static final String B = "https://b.example";

  private String version = "1";
  private boolean forgets;
  private int refusal;
  private final List<JsonNode> changes = new ArrayList<>();
  private final FakeApi api = new FakeApi(this::answer);

  @Test
  void takesTheFirstOriginAsTheIntegrationsOwn() {
    KeptOrigins a = origins(A);

    assertThat(a.objection()).isEmpty();
    a.confirm();

    assertThat(a.objection()).isEmpty();
    assertThat(version).isEqualTo("1+seaway.a.example");
    assertThat(changes).hasSize(1);
  }

  @Test
  void keepsNothingBeforeSomethingWasRead() {
    origins(A).objection();

    assertThat(version).isEqualTo("1");
  }

  @Test
  void asksTheCatalogOnceBeforeWriting() {
    KeptOrigins a = origins(A);
    a.confirm();
    int asked = api.asked().size();

    a.confirm();

    assertThat(api.asked()).hasSize(asked);
  }

  @Test
  void changesNothingInAnIntegrationThatIsOfThisOrigin() {
    version = "1+seaway.a.example";

    KeptOrigins a = origins(A);
    a.confirm();

    assertThat(a.objection()).isEmpty();
    assertThat(api.asked()).allMatch(call -> call.startsWith("GET "));
  }

  @Test
  void objectsWhereAnotherOriginHasWritten() {
    origins(A).confirm();

    assertThat(origins(B).objection())
        .hasValue(
            "the integration my also holds what was read from " + A + ", and this run reads " + B);
  }

  @Test
  void objectsToTheFirstOriginTooOnceASecondHasWritten() {
    KeptOrigins a = origins(A);
    a.confirm();
    assertThat(a.objection()).isEmpty();

    origins(B).confirm();

    assertThat(a.objection()).isPresent();
    assertThat(origins(A).objection()).isPresent();
    assertThat(origins(B).objection()).isPresent();
  }

  @Test
  void adoptsWhatOthersHaveWrittenWhereTheUserSaysSo() {
    origins(A).confirm();
    KeptOrigins b = adopting(B);
    assertThat(b.objection()).isPresent();

    b.confirm();

    assertThat(b.objection()).isEmpty();
    assertThat(origins(B).objection()).isEmpty();
    assertThat(origins(A).objection()).isPresent();
    assertThat(version).isEqualTo("1+seaway.b.example");
  }

  @Test
  void adoptsOnlyOnceInAProcess() {
    origins(A).confirm();
    KeptOrigins b = adopting(B);
    b.confirm();

    origins(A).confirm();
    b.confirm();

    assertThat(b.objection()).isPresent();
  }

  @Test
  void standsAgainWhereAnotherProcessHasPutItsOwnInPlace() {
    KeptOrigins a = origins(A);
    a.confirm();
    version = "1+seaway.b.example";

    assertThat(a.objection()).isPresent();
    assertThat(origins(B).objection()).isPresent();
  }

  @Test
  void takesAnIntegrationThatAnotherProgramHasKeptMeanwhile() {
    KeptOrigins a = origins(A);
    a.confirm();
    version = "0.6.108";

    assertThat(a.objection()).isEmpty();
    assertThat(version).isEqualTo("0.6.108+seaway.a.example");
  }

  @Test
  void namesAFewOriginsAndNoMore() {
    for (int site = 0; site < 9; site++) {
      origins("https://site" + site + ".example").confirm();
    }

    assertThat(StampedVersion.parse(version).origins()).hasSize(4);
    assertThat(origins("https://site8.example").objection()).isPresent();
  }

  @Test
  void doesNotAskAgainACatalogThatForgets() {
    forgets = true;
    KeptOrigins a = origins(A);

    a.confirm();

    assertThat(a.objection()).isEmpty();
    assertThat(patches()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 405, 413, 422})
  void goesOnWhereTheCatalogRefuses(int status) {
    refusal = status;
    KeptOrigins a = origins(A);

    a.confirm();

    assertThat(a.objection()).isEmpty();
    assertThat(patches()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 429, 503})
  void doesNotGoOnWhereTheCatalogIsAway(int status) {
    refusal = status;

    assertThatThrownBy(origins(A)::confirm).isInstanceOf(CatalogException.class);
  }

  @Test
  void anInterruptEndsTheWaitForAThreadThatAsksTheCatalog() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch mayAnswer = new CountDownLatch(1);
    FakeApi slow =
        new FakeApi(
            _ -> {
              asked.countDown();
              awaitQuietly(mayAnswer);
              return "{}";
            });
    KeptOrigins shared =
        new KeptOrigins(
            new CatalogClient(slow, new Integration("custom", "my", "1")),
            new Origin(A),
            false,
            changes::add);
    CompletableFuture<String> ended = new CompletableFuture<>();
    try {
      Thread.ofVirtual().start(shared::objection);
      asked.await();

      Thread.ofVirtual().start(() -> ended.complete(failureOf(shared))).interrupt();

      assertThat(ended.get(60, TimeUnit.SECONDS))
          .isEqualTo("Interrupted while waiting for the origins that the catalog keeps");
    } finally {
      mayAnswer.countDown();
    }
  }

  private static String failureOf(KeptOrigins shared) {
    try {
      shared.confirm();
      return "none";
    } catch (ApiException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private KeptOrigins origins(String own) {
    return new KeptOrigins(catalog(), new Origin(own), false, changes::add);
  }

  private KeptOrigins adopting(String own) {
    return new KeptOrigins(catalog(), new Origin(own), true, changes::add);
  }

  private CatalogClient catalog() {
    return new CatalogClient(api, new Integration("custom", "my", "1"));
  }

  private long patches() {
    return api.asked().stream().filter(call -> call.startsWith("PATCH ")).count();
  }

  private String answer(ApiRequest request) {
    if (request.body().isPresent()) {
      if (refusal > 0) {
        throw ApiFailures.status(refusal);
      }
      version =
          forgets ? version : FakeApi.json(request.body().get().text()).path("version").asText();
    }
    return "{'integration':{'version':'" + version + "'}}";
  }
}
