package dev.seaway.distribution.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the types to the words of {@code docs/glossary.md}. */
class GlossaryTest {

  private static final Path ROOT = Path.of("..");
  private static final Pattern TYPE = Pattern.compile("`([A-Z][A-Za-z]{1,60})`");

  /** What types were once called, and nobody guesses. */
  private static final Set<String> PRIVATE_WORDS =
      Set.of(
          "Course",
          "Killed",
          "Begun",
          "Recalls",
          "Ledger",
          "Subjects",
          "Ticks",
          "Surroundings",
          "Listening",
          "Given",
          "Rejected",
          "Prospect",
          "Census",
          "Reach",
          "Wave",
          "Shipping",
          "Shipments",
          "Remains",
          "Waits");

  @Test
  void namesTypesThatExist() throws IOException {
    String page = Files.readString(ROOT.resolve("docs/glossary.md"));
    List<String> named =
        TYPE.matcher(page).results().map(found -> found.group(1)).distinct().toList();

    assertThat(named).hasSizeGreaterThan(25);
    assertThat(types()).containsAll(named);
  }

  @Test
  void knowsNoPrivateWords() throws IOException {
    assertThat(types()).doesNotContainAnyElementsOf(PRIVATE_WORDS);
  }

  /** The names of all files of the program's own types. */
  private static Set<String> types() throws IOException {
    try (Stream<Path> modules = Files.list(ROOT)) {
      List<Path> sources =
          modules
              .map(module -> module.resolve("src/main/java"))
              .filter(Files::isDirectory)
              .toList();
      Stream<Path> files = Stream.empty();
      for (Path source : sources) {
        try (Stream<Path> found = Files.walk(source)) {
          files = Stream.concat(files, found.toList().stream());
        }
      }
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".java"))
          .map(name -> name.substring(0, name.length() - ".java".length()))
          .collect(Collectors.toSet());
    }
  }
}
