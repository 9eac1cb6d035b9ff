package dev.seaway.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.seaway.core.SeawayException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingFileTest {

  @TempDir Path folder;

  @Test
  void readsYaml() throws IOException {
    Path file =
        write(
            "mapping.yml",
            """
            resources:
              - kind: /rest/servicedeskapi/request
                selector: {query: "true", data_path: .values}
                port:
                  entity:
                    mappings:
                      identifier: .issueId | tostring
                      blueprint: '"jsmCustomerRequest"'
            """);

    assertThat(MappingFile.read(file))
        .isEqualTo(
            new JsonMapper()
                .readTree(
                    """
                    {"resources":[{"kind":"/rest/servicedeskapi/request",
                      "selector":{"query":"true","data_path":".values"},
                      "port":{"entity":{"mappings":{
                        "identifier":".issueId | tostring",
                        "blueprint":"\\"jsmCustomerRequest\\""}}}}]}\
                    """));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "true|true",
        "no|false",
        "\"no\"|\"no\"",
        "~|null",
        "|null",
        "42|42",
        "-7|-7",
        "4200000000|4200000000",
        "42000000000000000000|42000000000000000000",
        "0.9|0.9",
        "1e3|1000.0",
        "010|\"010\"",
        "0x1F|\"0x1F\"",
        "12:30|\"12:30\"",
        "1_000|\"1_000\"",
        ".inf|\".inf\"",
        "2026-08-01|\"2026-08-01\"",
        "2026-08-01T10:00:00Z|\"2026-08-01T10:00:00Z\"",
        "[a, 1]|[\"a\",1]",
      })
  void readsValues(String yaml, String json) throws IOException {
    String value = yaml == null ? "" : yaml;

    assertThat(MappingFile.read(write("mapping.yml", "x: " + value)))
        .isEqualTo(new JsonMapper().readTree("{\"x\":" + json + "}"));
  }

  @Test
  void followsAliasesAndMerges() throws IOException {
    String yaml =
        """
        base: &base {method: GET, limit: 1}
        one: *base
        two: {<<: *base, limit: 2}
        three: {limit: 3, <<: [*base, {extra: true}]}
        """;

    assertThat(MappingFile.read(write("mapping.yml", yaml)))
        .isEqualTo(
            new JsonMapper()
                .readTree(
                    """
                    {"base":{"method":"GET","limit":1},
                     "one":{"method":"GET","limit":1},
                     "two":{"limit":2,"method":"GET"},
                     "three":{"limit":3,"method":"GET","extra":true}}\
                    """));
  }

  @Test
  void readsJson() throws IOException {
    assertThat(MappingFile.read(write("mapping.json", "{\n\t\"resources\": []\n}")))
        .isEqualTo(new JsonMapper().readTree("{\"resources\":[]}"));
  }

  @Test
  void readsPastAByteOrderMark() {
    assertThat(MappingFile.read(write("mapping.yml", "\uFEFFresources: []")).has("resources"))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a: b: c|line 1, column 5: mapping values are not allowed here",
        "a: 1\\nb: 2\\na: 3|line 3, column 1: the key a is repeated",
        "a: !!java.net.URL [x]|line 1, column 4: Global tag is not allowed:"
            + " tag:yaml.org,2002:java.net.URL",
        "a: !env HOME|line 1, column 4: the tag !env is not accepted",
        "a: !!binary x|line 1, column 4: the tag tag:yaml.org,2002:binary is not accepted",
        "? [a]\\n: b|line 1, column 3: a key must be a word, not a list or a mapping",
        "a: {<<: 1}|line 1, column 9: only mappings can be merged with <<",
        "a: &x [*x]|line 1, column 4: the aliases unfold to too many values",
        "a: *x|line 1, column 4: found undefined alias x",
        "- a|a mapping is an object with the key resources, but this is not one",
        "# nothing|the file is empty",
        "a: 1\\n---\\nb: 2|line 2, column 1: but found another document",
      })
  void namesTheFaultAndItsPlace(String yaml, String reason) {
    Path file = write("mapping.yml", yaml.replace("\\n", "\n"));

    assertThatThrownBy(() -> MappingFile.read(file))
        .isInstanceOfSatisfying(
            SeawayException.class,
            e -> assertThat(e.category()).isEqualTo(SeawayException.Category.USER))
        .hasMessage("The mapping " + file + " is at fault: " + reason);
  }

  @Test
  void namesTheFaultOfJson() {
    Path file = write("mapping.json", "{\"a\": 1,\n\"a\": 2}");

    assertThatThrownBy(() -> MappingFile.read(file))
        .hasMessageMatching(
            "The mapping .* must be valid JSON \\(the fault is at line 2, column \\d\\); a key is"
                + " repeated");
  }

  @Test
  void boundsWhatAliasesUnfoldTo() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int level = 1; level < 9; level++) {
      String alias = "*a" + (level - 1);
      bomb.append("a%d: &a%d [%s]\n".formatted(level, level, (alias + ", ").repeat(10) + alias));
    }
    Path file = write("mapping.yml", bomb.toString());

    assertThatThrownBy(() -> MappingFile.read(file))
        .hasMessageContaining("the aliases unfold to too many values");
  }

  @Test
  void boundsDepthAndSize() {
    Path deep = write("deep.yml", "a: " + "[".repeat(10_000));
    Path large = write("large.yml", "a: " + "x".repeat(5_000_000));

    assertThatThrownBy(() -> MappingFile.read(deep)).hasMessageContaining("Nesting Depth exceeded");
    assertThatThrownBy(() -> MappingFile.read(large)).hasMessageEndingWith("larger than 4 MiB");
  }

  @Test
  void saysWhereThereIsNoFileOrNoText() throws IOException {
    Path absent = folder.resolve("absent.yml");
    Path binary = Files.write(folder.resolve("binary.yml"), new byte[] {(byte) 0xC3, 0x28});

    assertThatThrownBy(() -> MappingFile.read(absent))
        .hasMessageEndingWith("there is no such file");
    assertThatThrownBy(() -> MappingFile.read(binary))
        .hasMessageEndingWith("the file is not text in UTF-8");
    assertThatThrownBy(() -> MappingFile.read(folder)).hasMessageContaining("it is a folder");
  }

  private Path write(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
