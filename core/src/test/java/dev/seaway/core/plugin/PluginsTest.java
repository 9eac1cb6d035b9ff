package dev.seaway.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaway.connector.Connector;
import dev.seaway.connector.Source;
import dev.seaway.core.SeawayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluginsTest {

  private static final String SOURCE =
      "return Source.of(java.net.URI.create(\"https://tool.example\"), new Auth.None(),"
          + " List.of());";

  @TempDir Path folder;
  private Path plugins;

  @BeforeEach
  void nameTheDirectory() {
    plugins = folder.resolve("plugins");
  }

  @Test
  void takesAMissingDirectoryForNone() {
    try (Plugins none = Plugins.load(plugins)) {
      assertThat(none.names()).isEmpty();
      assertThat(none.find("desk")).isEmpty();
    }
  }

  @Test
  void findsTheConnectorsOfEachFolder() throws Exception {
    jar("dev.seaway.connector.desk.Desk", "\"desk\"", SOURCE, "desk/desk.jar");
    jar("org.example.Shelf", "\"shelf\"", SOURCE, "shelf/shelf-1.0.jar");
    Files.createDirectories(plugins.resolve("lost+found"));
    Files.writeString(plugins.resolve("desk/README"), "not a jar");
    Files.writeString(plugins.resolve("stray.jar"), "not in a folder");

    try (Plugins found = Plugins.load(plugins)) {
      assertThat(found.names()).containsExactly("desk", "shelf");
      assertThat(describe(found.find("desk").orElseThrow()).baseUrl())
          .hasToString("https://tool.example");
    }
  }

  @Test
  void letsAConnectorUseTheFurtherJarsOfItsFolder() throws Exception {
    new JarMaker(folder)
        .source("org.example.Kit", "package org.example; public class Kit {}")
        .write(plugins.resolve("desk/kit.jar"));
    jar(
        "org.example.Desk",
        "\"desk\"",
        """
        try {
          getClass().getClassLoader().loadClass("org.example.Kit");
        } catch (ClassNotFoundException e) {
          throw new IllegalStateException(e);
        }
        """
            + SOURCE,
        "desk/desk.jar");

    try (Plugins found = Plugins.load(plugins)) {
      assertThat(describe(found.find("desk").orElseThrow())).isNotNull();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "dev.seaway.connector.Source, true",
    "dev.seaway.connector.Source$Limits, true",
    "dev.seaway.connector.rest.RestConfig, true",
    "com.fasterxml.jackson.databind.JsonNode, true",
    "com.fasterxml.jackson.annotation.JsonAlias, true",
    "org.jspecify.annotations.Nullable, true",
    "java.sql.Connection, true",
    "dev.seaway.core.SeawayException, false",
    "dev.seaway.core.plugin.Plugins, false",
    "org.slf4j.Logger, false",
    "io.vertx.core.Vertx, false",
    "org.yaml.snakeyaml.Yaml, false",
    "org.junit.jupiter.api.Test, false",
  })
  void sharesTheContractAndNothingElse(String type, boolean shared) throws Exception {
    jar("org.example.Desk", "\"desk\"", SOURCE, "desk/desk.jar");
    Class<?> ours = Class.forName(type);

    try (Plugins found = Plugins.load(plugins)) {
      ClassLoader theirs = found.find("desk").orElseThrow().getClass().getClassLoader();
      if (shared) {
        assertThat(theirs.loadClass(type)).isSameAs(ours);
      } else {
        assertThatThrownBy(() -> theirs.loadClass(type)).isInstanceOf(ClassNotFoundException.class);
      }
    }
  }

  /** {@code dev.seaway.connector.desk} begins like a shared package, but is the plug-in's own. */
  @Test
  void takesAConnectorsOwnPackageFromItsJar() throws Exception {
    String type = "dev.seaway.connector.desk.Desk";
    jar(type, "\"one\"", SOURCE, "one/desk.jar");
    jar(type, "\"two\"", SOURCE, "two/desk.jar");

    try (Plugins found = Plugins.load(plugins)) {
      assertThat(found.names()).containsExactly("one", "two");
      assertThat(found.find("one").orElseThrow().getClass())
          .isNotSameAs(found.find("two").orElseThrow().getClass());
    }
  }

  @Test
  void showsAPluginNoResourcesOfTheEngine() throws Exception {
    jar("org.example.Desk", "\"desk\"", SOURCE, "desk/desk.jar");

    try (Plugins found = Plugins.load(plugins)) {
      ClassLoader theirs = found.find("desk").orElseThrow().getClass().getClassLoader();
      assertThat(theirs.getResource("dev/seaway/core/SeawayException.class")).isNull();
      assertThat(theirs.getResource("org/example/Desk.class")).isNotNull();
    }
  }

  @Test
  void refusesTwoConnectorsOfOneName() throws IOException {
    jar("org.example.Desk", "\"desk\"", SOURCE, "a/desk.jar");
    jar("org.example.Table", "\"desk\"", SOURCE, "b/table.jar");

    assertThatThrownBy(() -> Plugins.load(plugins))
        .isInstanceOf(SeawayException.class)
        .hasMessage(
            "Two connectors have the name desk: one of %s, one of %s; remove one of them"
                .formatted(plugins.resolve("a/desk.jar"), plugins.resolve("b/table.jar")));
  }

  @Test
  void refusesABrokenJar() throws IOException {
    Path jar = plugins.resolve("desk/desk.jar");
    Files.createDirectories(jar.getParent());
    Files.writeString(jar, "this is no jar");

    assertThatThrownBy(() -> Plugins.load(plugins))
        .isInstanceOf(SeawayException.class)
        .hasMessageStartingWith("The plug-in jar " + jar + " cannot be read (")
        .hasMessageEndingWith("; install it again");
  }

  @Test
  void refusesAFolderWithoutConnectors() throws IOException {
    new JarMaker(folder).resource("readme", "nothing").write(plugins.resolve("desk/desk.jar"));

    assertThatThrownBy(() -> Plugins.load(plugins))
        .hasMessage(
            "The plug-in folder %s holds no connector: none of its jars has"
                    .formatted(plugins.resolve("desk"))
                + " META-INF/services/dev.seaway.connector.Connector");
  }

  @Test
  void namesTheJarOfAConnectorThatIsMissing() throws IOException {
    Path jar =
        new JarMaker(folder)
            .resource("META-INF/services/dev.seaway.connector.Connector", "org.example.Gone")
            .write(plugins.resolve("desk/desk.jar"));

    assertThatThrownBy(() -> Plugins.load(plugins))
        .isInstanceOf(SeawayException.class)
        .hasMessageStartingWith("A connector of " + jar + " cannot be loaded: ")
        .hasMessageContaining("org.example.Gone");
  }

  @Test
  void namesTheJarOfAConnectorThatThrows() throws IOException {
    Path jar = plugins.resolve("desk/desk.jar");
    new JarMaker(folder)
        .resource("META-INF/services/dev.seaway.connector.Connector", "org.example.Desk")
        .source(
            "org.example.Desk",
            """
            package org.example;
            import dev.seaway.connector.*;
            public class Desk implements Connector<Desk.Config> {
              public record Config() {}
              public Desk() { throw new IllegalStateException("no legs"); }
              public String name() { return "desk"; }
              public Class<Config> configType() { return Config.class; }
              public Source source(Config config) { return null; }
            }
            """)
        .write(jar);

    assertThatThrownBy(() -> Plugins.load(plugins))
        .isInstanceOf(SeawayException.class)
        .hasMessageStartingWith("A connector of " + jar + " cannot be loaded: ")
        .hasMessageContaining("no legs");
  }

  @Test
  void namesTheJarOfAConnectorWithoutAName() throws IOException {
    Path jar = jar("org.example.Desk", "String.valueOf(1 / 0)", SOURCE, "desk/desk.jar");

    assertThatThrownBy(() -> Plugins.load(plugins))
        .hasMessage(
            "The connector org.example.Desk of %s cannot tell its name:".formatted(jar)
                + " java.lang.ArithmeticException: / by zero");
  }

  @Test
  void refusesANameThatNobodyCouldWrite() throws IOException {
    jar("org.example.Desk", "\"My Desk\"", SOURCE, "desk/desk.jar");

    assertThatThrownBy(() -> Plugins.load(plugins))
        .hasMessageEndingWith(
            "is named \"My Desk\"; a name has small letters, digits, - and _ only");
  }

  @Test
  void refusesAFileInPlaceOfTheDirectory() throws IOException {
    Files.writeString(plugins, "");

    assertThatThrownBy(() -> Plugins.load(plugins))
        .hasMessage("The plug-in folder " + plugins + " cannot be read");
  }

  private Path jar(String type, String name, String body, String path) throws IOException {
    return new JarMaker(folder).connector(type, name, body).write(plugins.resolve(path));
  }

  private static <C extends Record> Source describe(Connector<C> connector) throws Exception {
    return connector.source(connector.configType().getDeclaredConstructor().newInstance());
  }
}
