package dev.seaway.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.Auth;
import dev.seaway.connector.Connector;
import dev.seaway.connector.Delivery;
import dev.seaway.connector.Kind;
import dev.seaway.connector.LiveEvents;
import dev.seaway.connector.LookUp;
import dev.seaway.connector.Page;
import dev.seaway.connector.Source;
import dev.seaway.core.FakeApi;
import dev.seaway.core.FaultOrigin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plug-in's code runs with its own class loader, wherever it is called from. */
class PluginCodeTest {

  private static final String PARTS =
      """
      package org.example;
      import java.util.ServiceLoader;
      public interface Part {
        static String found() {
          return ServiceLoader.load(Part.class).findFirst().map(Part::name).orElse("none");
        }
        String name();
      }
      """;

  private static final String DESK =
      """
      package org.example;
      import com.fasterxml.jackson.core.JsonPointer;
      import com.fasterxml.jackson.databind.node.*;
      import dev.seaway.connector.*;
      import java.net.URI;
      import java.util.*;
      import java.util.function.Consumer;
      public class Desk implements Connector<Desk.Config> {
        static final String AT_LOADING = Part.found();
        public record Config() {}
        public String name() { return "desk"; }
        public Class<Config> configType() { return Config.class; }
        public Source source(Config config) {
          return new Source(
              URI.create("https://tool.example"), List.of(),
              new Auth.Custom(request -> request.withHeader("X-Part", Part.found())),
              Map.of("source", Part.found(), "loading", AT_LOADING),
              List.of(
                  new Kind.Code("code", Desk::read),
                  new Kind.Code("broken", (api, pages) -> { throw new StackOverflowError("deep"); }),
                  Kind.Api.of("list", "/list", JsonPointer.empty(), new Pagination.None())
                      .lookedUpBy(Desk.lookUp())),
              Optional.empty(), Source.Limits.DEFAULT, Optional.of(new Events()));
        }
        static LookUp lookUp() {
          return new LookUp(
              List.of(),
              list ->
                  list.target().equals("/" + Part.found())
                      ? Optional.of(Desk::steps)
                      : Optional.empty());
        }
        static List<LookUp.Step> steps(String id) {
          ApiRequest request = ApiRequest.get("/" + Part.found() + "/" + id);
          return List.of(new LookUp.Step(request, JsonPointer.empty()));
        }
        static void read(ApiClient api, Consumer<Page> pages) {
          api.send(ApiRequest.get("/" + Part.found()));
          pages.accept(new Page(List.of(TextNode.valueOf(Part.found()))));
        }
        record Events() implements LiveEvents {
          public String path() { return Part.found(); }
          public Optional<String> refusal(Delivery delivery) { return Optional.of(Part.found()); }
          public Event event(Delivery delivery) {
            return new Event(Part.found(), Optional.empty(), "", List.of());
          }
          public java.util.Set<String> tellingFields(String kind) {
            return java.util.Set.of(Part.found());
          }
        }
      }
      """;

  @TempDir Path folder;
  private Path plugins;

  @BeforeEach
  void install() throws IOException {
    plugins = folder.resolve("plugins");
    new JarMaker(folder)
        .source("org.example.Part", PARTS)
        .source(
            "org.example.Leg",
            "package org.example; public class Leg implements Part {"
                + " public String name() { return \"leg\"; } }")
        .source("org.example.Desk", DESK)
        .resource("META-INF/services/org.example.Part", "org.example.Leg")
        .resource("META-INF/services/dev.seaway.connector.Connector", "org.example.Desk")
        .write(plugins.resolve("desk/desk.jar"));
  }

  @Test
  void findsItsServicesWhereverItIsCalled() throws Exception {
    ClassLoader ours = Thread.currentThread().getContextClassLoader();
    try (Plugins found = Plugins.load(plugins)) {
      Source source = source(found);

      assertThat(source.headers()).isEqualTo(Map.of("source", "leg", "loading", "leg"));
      Auth.Custom auth = (Auth.Custom) source.auth();
      assertThat(auth.signer().apply(ApiRequest.get("/")).headers()).containsEntry("X-Part", "leg");
      assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(ours);
    }
  }

  @Test
  void findsItsServicesInLiveEvents() throws Exception {
    try (Plugins found = Plugins.load(plugins)) {
      LiveEvents events = source(found).events().orElseThrow();
      Delivery delivery = new Delivery(Map.of(), new byte[0]);
      assertThat(events.path()).isEqualTo("leg");
      assertThat(events.refusal(delivery)).hasValue("leg");
      assertThat(events.event(delivery).name()).isEqualTo("leg");
      assertThat(events.tellingFields("list")).containsExactly("leg");
    }
  }

  @Test
  void findsItsServicesWhereRecordsAreAskedFor() throws Exception {
    try (Plugins found = Plugins.load(plugins)) {
      Kind.Api list = (Kind.Api) source(found).kinds().getLast();

      LookUp.Steps steps =
          list.lookUp().orElseThrow().lists().steps(ApiRequest.get("/leg")).orElseThrow();
      assertThat(steps.of("1").getFirst().request().target()).isEqualTo("/leg/1");
    }
  }

  @Test
  void runsWithItsOwnLoaderAndTheEngineWithTheEngines() throws Exception {
    ClassLoader ours = Thread.currentThread().getContextClassLoader();
    List<ClassLoader> loaders = new ArrayList<>();
    List<Page> pages = new ArrayList<>();
    FakeApi api =
        new FakeApi(
            _ -> {
              loaders.add(Thread.currentThread().getContextClassLoader());
              return "{}";
            });
    try (Plugins found = Plugins.load(plugins)) {
      Kind.Code code = (Kind.Code) source(found).kinds().getFirst();

      code.reader()
          .read(
              api,
              page -> {
                loaders.add(Thread.currentThread().getContextClassLoader());
                pages.add(page);
              });
    }

    assertThat(api.asked()).containsExactly("GET /leg");
    assertThat(pages.getFirst().records().getFirst().textValue()).isEqualTo("leg");
    assertThat(loaders).containsExactly(ours, ours);
  }

  @Test
  void isNamedByWhatItThrows() throws Exception {
    try (Plugins found = Plugins.load(plugins)) {
      Kind.Code broken = (Kind.Code) source(found).kinds().get(1);

      assertThatThrownBy(() -> broken.reader().read(new FakeApi(_ -> "{}"), _ -> {}))
          .isInstanceOfSatisfying(
              StackOverflowError.class,
              error ->
                  assertThat(FaultOrigin.describe(error))
                      .isEqualTo(
                          "java.lang.StackOverflowError: deep, in the plug-in "
                              + plugins.resolve("desk")));
    }
    assertThat(FaultOrigin.describe(new IllegalStateException("ours")))
        .isEqualTo("java.lang.IllegalStateException: ours");
  }

  @Test
  void findsJarsThatLieBesideTheFolders() throws IOException {
    Files.copy(plugins.resolve("desk/desk.jar"), plugins.resolve("stray.jar"));
    Files.writeString(plugins.resolve("README"), "");

    assertThat(PluginFolder.looseJars(plugins)).containsExactly(plugins.resolve("stray.jar"));
    assertThat(PluginFolder.looseJars(folder.resolve("none"))).isEmpty();
  }

  private static Source source(Plugins found) throws Exception {
    return source(found, found.find("desk").orElseThrow());
  }

  private static <C extends Record> Source source(Plugins found, Connector<C> connector)
      throws Exception {
    C config = connector.configType().getDeclaredConstructor().newInstance();
    return found.isolated(connector, found.calling(connector, () -> connector.source(config)));
  }
}
