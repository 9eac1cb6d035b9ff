package dev.seaway.core.resync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiResponse;
import dev.seaway.connector.EndSigns;
import dev.seaway.connector.LookUp;
import dev.seaway.connector.Pagination;
import dev.seaway.core.FakeApi;
import dev.seaway.core.http.ApiException;
import dev.seaway.core.http.ApiException.Reason;
import dev.seaway.core.read.Listing;
import dev.seaway.core.resync.RecordLookUps.Answers;
import dev.seaway.core.resync.RecordLookUps.Found;
import dev.seaway.core.resync.RecordLookUps.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordLookUpsTest {

  private static final List<JsonPointer> IDS =
      List.of(JsonPointer.compile("/id"), JsonPointer.compile("/key"));
  private static final Listing LIST =
      new Listing(
          "desk",
          ApiRequest.get("/desk"),
          new PointerRecords("desk", JsonPointer.compile("/values")),
          new Pagination.None(),
          List.of());

  private Supplier<String> record = () -> "{'id':'7','name':'Harbour'}";
  private Supplier<String> list = () -> "{'values':[{'id':'1'}]}";
  private final FakeApi api =
      new FakeApi(request -> (request.target().equals("/desk") ? list : record).get());

  @Test
  void findsARecordWithoutAskingForItsList() {
    assertThat(ask()).isEqualTo(new Found.Present(FakeApi.json(record.get())));
    assertThat(api.asked()).containsExactly("GET /desk/7");
  }

  @Test
  void findsARecordByAnyOfItsIds() {
    record = () -> "{'id':'1','key':'7'}";

    assertThat(ask()).isInstanceOf(Found.Present.class);
  }

  @Test
  void findsARecordAmongThoseOfAList() {
    record = () -> "[{'id':'1'},{'id':'7'}]";

    assertThat(ask()).isEqualTo(new Found.Present(FakeApi.json("{'id':'7'}")));
  }

  @Test
  void believesANotFoundBesideAListWithRecords() {
    record = failure(Reason.NOT_FOUND);

    assertThat(ask()).isEqualTo(new Found.Absent());
    assertThat(api.asked()).containsExactly("GET /desk/7", "GET /desk");
  }

  @Test
  void takesAnEmptyListForANotFound() {
    record = () -> "[]";

    assertThat(ask()).isEqualTo(new Found.Absent());
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 202, 203, 206, 207})
  void takesNoEmptyListForANotFoundThatIsNotSurelyWhole(int status) {
    RecordLookUps lookUps =
        new RecordLookUps(_ -> new ApiResponse(status, Map.of(), FakeApi.json("[]")));

    assertThat(lookUps.ask(question(RecordLookUpsTest::steps, "7"), LIST))
        .isInstanceOfSatisfying(
            Found.Unknown.class,
            unknown ->
                assertThat(unknown.reason())
                    .endsWith("it is an empty list with the status " + status));
  }

  @Test
  void asksAListThatPagesInItsBodyForOneRecordThere() {
    record = failure(Reason.NOT_FOUND);
    Listing search =
        new Listing(
            "desk",
            new ApiRequest(ApiRequest.Method.POST, "/desk", List.of(), Map.of(), Optional.empty()),
            new PointerRecords("desk", JsonPointer.compile("/values")),
            new Pagination.Offset("from", "page.size", 50, EndSigns.NONE),
            List.of());

    assertThat(lookUps().ask(question(RecordLookUpsTest::steps, "7"), search))
        .isEqualTo(new Found.Absent());

    ApiRequest asked = api.requests().getLast();
    assertThat(asked.query()).isEmpty();
    assertThat(FakeApi.json(asked.body().orElseThrow().text()))
        .isEqualTo(FakeApi.json("{'from':0,'page':{'size':1}}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'id':'8'}", "{'key':'A-8'}", "[{'id':'8'},{'id':'9'}]"})
  void tellsAnotherRecord(String other) {
    record = () -> other;

    assertThat(ask()).isEqualTo(new Found.Another());
  }

  @Test
  void wantsAllFieldsThatAnEventTells() {
    record = () -> "{'id':'7','key':'A'}";

    assertThat(ask(known("{'id':'7','key':'A'}"))).isInstanceOf(Found.Present.class);
    assertThat(ask(known("{'id':'7','key':'B'}"))).isInstanceOf(Found.Another.class);
    assertThat(ask(known("{'id':'7','site':'S'}"))).isInstanceOf(Found.Unknown.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = Reason.class,
      names = {"NOT_FOUND"},
      mode = EnumSource.Mode.EXCLUDE)
  void knowsNothingAfterAnyOtherFailure(Reason reason) {
    record = failure(reason);

    assertThat(unknown().failure().orElseThrow()).isInstanceOf(ApiException.class);
    assertThat(unknown().reason()).isEqualTo("no answer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'message':'We are down'}", "{}", "null", "'7'", "7", "[7]", "[null]"})
  void knowsNothingWhereNoRecordCame(String answer) {
    record = () -> answer;

    assertThat(unknown().reason()).contains("GET /desk/7", "no record of its list");
    assertThat(unknown().failure()).isPresent();
  }

  @Test
  void believesNoNotFoundBesideAListThatCannotBeRead() {
    record = failure(Reason.NOT_FOUND);
    list = failure(Reason.CREDENTIALS);

    assertThat(unknown().reason())
        .isEqualTo(
            "That a record of desk is gone is not believed, for its list cannot be read either:"
                + " no answer");
    assertThat(unknown().failure()).isPresent();
  }

  @Test
  void believesNoNotFoundBesideAListThatIsNone() {
    record = failure(Reason.NOT_FOUND);
    list = () -> "{'message':'We are down'}";

    assertThat(unknown().reason()).contains("cannot be read either");
  }

  @Test
  void believesNoNotFoundBesideAnEmptyList() {
    record = failure(Reason.NOT_FOUND);
    list = () -> "{'values':[]}";

    assertThat(unknown().reason()).contains("its list shows none at all");
    assertThat(unknown().failure()).isEmpty();
  }

  @Test
  void knowsNothingOfWhatCannotBeAskedFor() {
    assertThat(lookUps().ask(question(_ -> List.of(), "7"), LIST))
        .isInstanceOfSatisfying(
            Found.Unknown.class, unknown -> assertThat(unknown.failure()).isEmpty());
    assertThat(api.asked()).isEmpty();
  }

  @Test
  void survivesAConnectorsCodeThatThrows() {
    LookUp.Steps broken =
        id -> {
          throw new NumberFormatException(id);
        };

    assertThat(lookUps().ask(question(broken, "7"), LIST)).isInstanceOf(Found.Unknown.class);
  }

  @Test
  void goesByTheLastOfSeveralSteps() {
    LookUp.Steps two = id -> List.of(step("/item/" + id), step("/search/" + id));

    lookUps().ask(question(two, "7"), LIST);

    assertThat(api.asked()).containsExactly("GET /item/7", "GET /search/7");
  }

  @Test
  void endsWithTheFirstStepThatFindsNothing() {
    LookUp.Steps two = id -> List.of(step("/item/" + id), step("/search/" + id));
    record = failure(Reason.NOT_FOUND);

    assertThat(lookUps().ask(question(two, "7"), LIST)).isEqualTo(new Found.Absent());
    assertThat(api.asked()).containsExactly("GET /item/7", "GET /desk");
  }

  @Test
  void asksForSomeAtATimeAndForTheListOnce() {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    record =
        () -> {
          most.accumulateAndGet(now.incrementAndGet(), Math::max);
          now.decrementAndGet();
          throw new ApiException(Reason.NOT_FOUND, "no answer");
        };

    Answers answers = askForMany(200);

    assertThat(answers.found()).hasSize(200).containsOnly(new Found.Absent());
    assertThat(answers.end()).isEmpty();
    assertThat(api.asked()).hasSize(201);
    assertThat(most.get()).isLessThanOrEqualTo(RecordLookUps.CONCURRENCY);
  }

  @ParameterizedTest
  @EnumSource(
      value = Reason.class,
      names = {"CREDENTIALS", "TOKEN", "UNREACHABLE", "TIMEOUT", "RATE_LIMITED"})
  void asksForNoFurtherOnceNoneIsAnswered(Reason reason) {
    record = failure(reason);

    Answers answers = askForMany(200);

    assertThat(answers.found()).hasSize(200).allMatch(Found.Unknown.class::isInstance);
    assertThat(answers.end()).hasValue("no answer");
    assertThat(api.asked()).hasSizeLessThanOrEqualTo(RecordLookUps.CONCURRENCY);
  }

  @Test
  void goesOnWhereOneRecordIsForbidden() {
    record = failure(Reason.PERMISSION);

    assertThat(askForMany(200).end()).isEmpty();
    assertThat(api.asked()).hasSize(200);
  }

  @Test
  void believesNoneOfManyBesideAnEmptyList() {
    record = failure(Reason.NOT_FOUND);
    list = () -> "{'values':[]}";

    Answers answers = askForMany(3);

    assertThat(answers.found()).hasSize(3).allMatch(Found.Unknown.class::isInstance);
    assertThat(answers.end()).isPresent();
  }

  private Answers askForMany(int number) {
    List<Question> questions = new ArrayList<>();
    IntStream.range(0, number)
        .forEach(id -> questions.add(question(RecordLookUpsTest::steps, "7" + id)));
    return lookUps().ask(questions, LIST);
  }

  private Found ask() {
    return ask(RecordIdentity.byId(IDS, "7"));
  }

  private Found ask(RecordIdentity identity) {
    return lookUps().ask(new Question(RecordLookUpsTest::steps, "7", identity), LIST);
  }

  private Found.Unknown unknown() {
    return (Found.Unknown) ask();
  }

  private RecordLookUps lookUps() {
    return new RecordLookUps(api);
  }

  private static Question question(LookUp.Steps steps, String id) {
    return new Question(steps, id, RecordIdentity.byId(IDS, id));
  }

  private static RecordIdentity known(String fields) {
    return RecordIdentity.allOf((ObjectNode) FakeApi.json(fields));
  }

  private static List<LookUp.Step> steps(String id) {
    return List.of(step("/desk/" + id));
  }

  private static LookUp.Step step(String path) {
    return new LookUp.Step(ApiRequest.get(path), JsonPointer.empty());
  }

  private static Supplier<String> failure(Reason reason) {
    return () -> {
      throw new ApiException(reason, "no answer");
    };
  }
}
