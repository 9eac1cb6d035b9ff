package dev.seaway.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiResponse;
import dev.seaway.connector.Auth;
import dev.seaway.connector.Connector;
import dev.seaway.connector.Kind;
import dev.seaway.connector.Option;
import dev.seaway.connector.Page;
import dev.seaway.connector.Pagination;
import dev.seaway.connector.Secret;
import dev.seaway.connector.Source;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A contract is worth what it refuses. */
class ConnectorContractTest {

  private static final Source EMPTY = source(new Auth.None());

  @Test
  void refusesAConnectorThatIsNotAService() {
    assertRefused(
        contract(config -> EMPTY)::isFoundUnderItsName, "add the line " + Faulty.class.getName());
  }

  @Test
  void refusesANameThatNobodyCanType() {
    assertRefused(contract(config -> EMPTY)::hasALowerCaseName, "lower case");
  }

  @Test
  void refusesAnOptionWithoutMeaning() {
    assertRefused(contract(config -> EMPTY)::documentsEveryOption, "what the option token means");
  }

  @Test
  void refusesDefaultsOfOptionsThatAreNotThere() {
    assertRefused(
        contract(new Faulty(config -> EMPTY, Map.of("noSuchOption", "1")))
            ::takesItsDefaultsForOptionsItHas,
        "noSuchOption");
  }

  @Test
  void refusesASourceThatChanges() {
    assertRefused(
        contract(config -> source(new Auth.Custom(request -> signed(config, request))))
            ::declaresTheSameEveryTime,
        "must be a record or a constant");
  }

  @Test
  void refusesASecretThatIsShown() {
    assertRefused(
        contract(config -> source(kind(config.token().reveal(), "/things")))::showsNoSecret,
        "shows the option token");
    assertThatCode(contract(config -> EMPTY)::showsNoSecret).doesNotThrowAnyException();
  }

  @Test
  void refusesKindsOfTheSameName() {
    assertRefused(
        contract(config -> source(kind("a", "/a"), kind("a", "/b")))::namesEachKindOnce, "a");
  }

  @Test
  void refusesAPathThatIsNone() {
    assertRefused(
        contract(config -> source(kind("a", "things")))::asksBelowTheBaseUrl,
        "the path of the kind a");
  }

  @Test
  void refusesAPaginationThatForgetsTheQuery() {
    assertRefused(
        contract(config -> source(kind("a", new Doubling())))::asksTheSameFirstRequestAgain,
        "keeps what the query already says");
  }

  @Test
  void refusesAPaginationWithoutEnd() {
    assertRefused(
        contract(config -> source(kind("a", new Doubling())))::endsAtAnEmptyPage,
        "the kind a: what follows an answer without records");
  }

  @Test
  void refusesAParameterWithoutParent() {
    assertRefused(
        contract(config -> source(kind("a", "/a/{id}/b")))::resolvesEveryParameterOfAPath,
        "one for each {parameter}");
  }

  @Test
  void refusesAParentThatIsNotDeclared() {
    Kind child =
        new Kind.Api(
            "a",
            ApiRequest.get("/a/{id}/b"),
            JsonPointer.empty(),
            new Pagination.None(),
            List.of(new Kind.Parent("id", "b", JsonPointer.compile("/id"))));

    assertRefused(
        contract(config -> source(child))::resolvesEveryParameterOfAPath, "the parents of a");
  }

  @Test
  void refusesAKindWithoutRecording() {
    assertRefused(
        contract(config -> source(kind("a", "/a")))::readsItsRecordings,
        "The kind a cannot be read from its recordings");
  }

  private static void assertRefused(ThrowingCallable test, String message) {
    assertThatThrownBy(test).isInstanceOf(AssertionError.class).hasMessageContaining(message);
  }

  private static ApiRequest signed(Config config, ApiRequest request) {
    return request.withHeader("X-Signature", config.token().reveal());
  }

  private static ConnectorContract<Config> contract(Function<Config, Source> source) {
    return contract(new Faulty(source, Map.of()));
  }

  private static ConnectorContract<Config> contract(Faulty connector) {
    return new ConnectorContract<>() {
      @Override
      public Connector<Config> connector() {
        return connector;
      }

      @Override
      public Map<String, String> options() {
        return Map.of("token", "an-invented-token");
      }
    };
  }

  private static Source source(Kind... kinds) {
    return Source.of(URI.create("https://api.test"), new Auth.None(), List.of(kinds));
  }

  private static Source source(Auth auth) {
    return Source.of(URI.create("https://api.test"), auth, List.of());
  }

  private static Kind kind(String name, String path) {
    return Kind.Api.of(name, path, JsonPointer.empty(), new Pagination.None());
  }

  private static Kind kind(String name, Pagination pagination) {
    return Kind.Api.of(name, "/things", JsonPointer.empty(), pagination);
  }

  /** One secret without a meaning. */
  public record Config(@Option(" ") Secret token) {}

  private record Faulty(Function<Config, Source> described, Map<String, String> defaults)
      implements Connector<Config> {

    @Override
    public String name() {
      return "Faulty Connector";
    }

    @Override
    public Class<Config> configType() {
      return Config.class;
    }

    @Override
    public Source source(Config config) {
      return described.apply(config);
    }
  }

  /** Overwrites what the mapping set, and never ends. */
  private record Doubling() implements Pagination.Custom {

    @Override
    public ApiRequest first(ApiRequest request) {
      return request.withQuery("page", request.query("page").orElse("1") + "0");
    }

    @Override
    public Optional<ApiRequest> next(ApiRequest previous, ApiResponse response, Page page) {
      return Optional.of(first(previous));
    }
  }
}
