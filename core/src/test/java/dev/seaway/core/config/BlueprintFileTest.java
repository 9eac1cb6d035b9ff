package dev.seaway.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaway.core.SeawayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlueprintFileTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void liesBesideTheMapping() throws IOException {
    write("[{\"identifier\": \"item\"}]");

    assertThat(BlueprintFile.beside(folder.resolve("mapping.yml")).orElseThrow())
        .extracting(blueprint -> blueprint.path("identifier").asText())
        .containsExactly("item");
  }

  @Test
  void mayBeAbsent() {
    assertThat(BlueprintFile.beside(folder.resolve("mapping.yml"))).isEmpty();
  }

  @Test
  void saysWhatIsWrongAndWhere() throws IOException {
    assertThatFaultOf("{\"identifier\": \"item\"}").contains("must be a JSON list of blueprints");
    assertThatFaultOf("[{\"identifier\": \"item\"}, {}]").contains("blueprint 2 of the list");
    assertThatFaultOf("[{]").contains("line 1, column 3");
  }

  private org.assertj.core.api.AbstractStringAssert<?> assertThatFaultOf(String text)
      throws IOException {
    write(text);
    return assertThatThrownBy(() -> BlueprintFile.beside(folder.resolve("mapping.yml")))
        .isInstanceOf(SeawayException.class)
        .hasMessageContaining("blueprints.json")
        .message();
  }

  private void write(String text) throws IOException {
    Files.writeString(folder.resolve(BlueprintFile.NAME), text);
  }
}
