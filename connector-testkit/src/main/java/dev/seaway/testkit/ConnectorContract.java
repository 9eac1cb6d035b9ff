package dev.seaway.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiResponse;
import dev.seaway.connector.Connector;
import dev.seaway.connector.Delivery;
import dev.seaway.connector.Kind;
import dev.seaway.connector.Option;
import dev.seaway.connector.Page;
import dev.seaway.connector.Source;
import dev.seaway.core.config.ConfigException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The tests that every connector passes. Implement it in a test class of the connector's module.
 * The configuration is bound, the lists are read and the records are mapped by the engine itself.
 *
 * <p>Each declared kind is read from recorded answers, which WireMock serves on the loopback
 * interface: whatever address the connector names, no request leaves this machine. They lie among
 * the resources of the tests, {@code recordings/mappings/*.json} with their bodies in {@code
 * recordings/__files}.
 */
public interface ConnectorContract<C extends Record> {

  /** A new connector. */
  Connector<C> connector();

  /**
   * Options as a user would write them: at least the required ones, and an invented value for every
   * secret, so that the tests can see whether it is shown.
   */
  Map<String, String> options();

  /** The resource folder of the recorded answers. */
  default String recordings() {
    return "recordings";
  }

  /** The configuration record with these options and the connector's defaults. */
  default C config(Map<String, String> options) {
    return Configuration.bind(connector(), options);
  }

  /** What the connector declares for {@link #options}. */
  default Source source() {
    return connector().source(config(options()));
  }

  @Test
  default void isFoundUnderItsName() {
    List<String> found = new ArrayList<>();
    for (Connector<?> each : ServiceLoader.load(Connector.class)) {
      if (each.getClass() == connector().getClass()) {
        found.add(each.name());
      }
    }

    assertThat(found)
        .as(
            "connectors of this class in META-INF/services/%s: add the line %s",
            Connector.class.getName(), connector().getClass().getName())
        .containsExactly(connector().name());
  }

  @Test
  default void hasALowerCaseName() {
    assertThat(connector().name())
        .as("the name is an integration type, which users write in lower case")
        .matches("[a-z][a-z0-9-]*");
  }

  @Test
  default void documentsEveryOption() {
    for (RecordComponent component : connector().configType().getRecordComponents()) {
      Option option = component.getAnnotation(Option.class);
      assertThat(option).as("@Option of %s", component.getName()).isNotNull();
      assertThat(option.value()).as("what the option %s means", component.getName()).isNotBlank();
    }
  }

  @Test
  default void takesItsDefaultsForOptionsItHas() {
    assertThat(
            Stream.of(connector().configType().getRecordComponents()).map(RecordComponent::getName))
        .as("the options of %s", connector().configType().getSimpleName())
        .containsAll(connector().defaults().keySet());
  }

  @Test
  default void refusesAnUnknownOption() {
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> config(Map.of("noSuchOption", "x")))
        .withMessageContaining("NO_SUCH_OPTION");
  }

  @Test
  default void declaresTheSameEveryTime() {
    assertThat(source())
        .as(
            "source(config) called again: code in it (a signer, a reader, a custom pagination) must"
                + " be a record or a constant")
        .isEqualTo(source());
  }

  @Test
  default void showsNoSecret() {
    C config = config(options());
    String shown = config + " " + connector().source(config);

    Configuration.secrets(config)
        .forEach(
            (option, secret) ->
                assertThat(shown.contains(secret))
                    .as("toString of the configuration or the source shows the option %s", option)
                    .isFalse());
  }

  @Test
  default void namesEachKindOnce() {
    assertThat(source().kinds().stream().map(Kind::name)).doesNotHaveDuplicates();
  }

  @Test
  default void asksBelowTheBaseUrl() {
    apiKinds()
        .forEach(
            kind ->
                assertThat(kind.pagination().first(kind.request()).target())
                    .as("the path of the kind %s", kind.name())
                    .startsWith("/"));
  }

  @Test
  default void asksTheSameFirstRequestAgain() {
    apiKinds()
        .forEach(
            kind -> {
              ApiRequest first = kind.pagination().first(kind.request());
              assertThat(kind.pagination().first(first))
                  .as("the kind %s: first(request) keeps what the query already says", kind.name())
                  .isEqualTo(first);
            });
  }

  @Test
  default void endsAtAnEmptyPage() {
    apiKinds()
        .forEach(
            kind -> {
              ApiRequest first = kind.pagination().first(kind.request());
              ApiResponse empty = EmptyAnswer.at(kind.records());
              assertThat(kind.pagination().next(first, empty, new Page(List.of())))
                  .as("the kind %s: what follows an answer without records or flags", kind.name())
                  .isEmpty();
            });
  }

  @Test
  default void resolvesEveryParameterOfAPath() {
    List<String> names = source().kinds().stream().map(Kind::name).toList();
    apiKinds()
        .forEach(
            kind -> {
              assertThat(kind.parents().stream().map(Kind.Parent::parameter))
                  .as("parents of the kind %s, one for each {parameter} of its path", kind.name())
                  .containsExactlyInAnyOrderElementsOf(parameters(kind.request().target()));
              assertThat(names)
                  .as("the declared kinds, which hold the parents of %s", kind.name())
                  .containsAll(kind.parents().stream().map(Kind.Parent::kind).toList());
            });
  }

  @Test
  default void readsItsRecordings() {
    try (RecordedApi api = RecordedApi.of(recordings())) {
      Source source = source();
      List<KindRecords> kinds = KindRecords.read(source, api);

      assertThat(KindRecords.read(source, api))
          .as("what is read again: a pagination that keeps a state reads something else")
          .isEqualTo(kinds);

      assertThat(kinds)
          .allSatisfy(
              kind -> {
                assertThat(kind.records())
                    .as("records of the kind %s in %s", kind.kind(), recordings())
                    .isNotEmpty()
                    .doesNotHaveDuplicates();
                assertThat(kind.contradictions())
                    .as("what the answers of the kind %s say against their end", kind.kind())
                    .isEmpty();
              });
      assertThat(api.unread()).as("recorded answers that no kind asks for").isEmpty();
    }
  }

  @Test
  default void mapsItsRecordings() {
    try (RecordedApi api = RecordedApi.of(recordings())) {
      assertThat(ShippedDefaults.of(connector()).failures(source(), api))
          .as("what mapping.yml does not make an entity of")
          .isEmpty();
    }
  }

  @Test
  default void trustsNoDeliveryThatAnybodyCanSend() {
    source()
        .events()
        .ifPresent(
            events -> {
              assertThat(events.path()).as("the path of live events").matches("[a-z][a-z0-9-]*");
              assertThat(events.refusal(new Delivery(Map.of(), new byte[] {'{', '}'})))
                  .as("why a delivery without any proof of its sender is refused")
                  .isPresent();
            });
  }

  @Test
  default void shipsDefaultsThatFit() {
    assertThat(ShippedDefaults.of(connector()).problems(source()))
        .as("problems of the resources in /connectors/%s", connector().name())
        .isEmpty();
  }

  private Stream<Kind.Api> apiKinds() {
    return source().kinds().stream().filter(Kind.Api.class::isInstance).map(Kind.Api.class::cast);
  }

  private static List<String> parameters(String path) {
    return Pattern.compile("\\{([^}]*)}")
        .matcher(path)
        .results()
        .map(parameter -> parameter.group(1))
        .distinct()
        .toList();
  }
}
