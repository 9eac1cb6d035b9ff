package dev.seaway.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.seaway.core.SeawayException;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourcesTest {

  @TempDir Path folder;

  @Test
  void areThoseOfTheConnectorsJar() throws IOException {
    plugin()
        .resource("connectors/desk/blueprints.json", "[{\"identifier\":\"desk\"}]")
        .resource("connectors/desk/mapping.yml", "resources:\n  - kind: desk\n")
        .write(folder.resolve("plugins/desk/desk.jar"));

    Resources resources = read();

    JsonMapper json = new JsonMapper();
    assertThat(resources.blueprints()).contains(json.readTree("[{\"identifier\":\"desk\"}]"));
    assertThat(resources.mapping())
        .contains(json.readTree("{\"resources\":[{\"kind\":\"desk\"}]}"));
  }

  @Test
  void mayBeAbsent() throws IOException {
    plugin().write(folder.resolve("plugins/desk/desk.jar"));

    Resources resources = read();

    assertThat(resources.blueprints()).isEmpty();
    assertThat(resources.mapping()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "blueprints.json|{\"a\":",
        "blueprints.json|''",
        "blueprints.json|{} {}",
        "mapping.yml|a: b: c",
        "mapping.yml|''",
      })
  void nameTheFileThatIsMalformed(String name, String text) throws IOException {
    plugin()
        .resource("connectors/desk/" + name, text)
        .write(folder.resolve("plugins/desk/desk.jar"));

    assertThatThrownBy(this::read)
        .isInstanceOfSatisfying(
            SeawayException.class,
            e -> assertThat(e.category()).isEqualTo(SeawayException.Category.INTERNAL))
        .hasMessageStartingWith(
            "The connector desk brings a malformed connectors/desk/" + name + ": ");
  }

  private JarMaker plugin() {
    return new JarMaker(folder)
        .connector("org.example.Desk", "\"desk\"", "throw new IllegalStateException();");
  }

  private Resources read() {
    try (Plugins plugins = Plugins.load(folder.resolve("plugins"))) {
      return Resources.of(plugins.find("desk").orElseThrow());
    }
  }
}
