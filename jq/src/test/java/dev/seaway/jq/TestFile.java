package dev.seaway.jq;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * A file in the form of jq's own test files: groups of a program, an input and the expected
 * outputs, one per line, with blank lines and comments between them. A group that begins with
 * {@code %%FAIL} has a program that must be refused, and the message that jq gives.
 */
final class TestFile {

  private static final String REFUSED = "%%FAIL";

  /**
   * One group of the file.
   *
   * @param line where the program stands
   * @param refused whether the program must be refused; the rest is then of no account
   */
  record Case(int line, String program, boolean refused, String input, List<String> outputs) {}

  private final List<Case> cases = new ArrayList<>();
  private final Iterator<String> lines;
  private int line;

  private TestFile(List<String> lines) {
    this.lines = lines.iterator();
  }

  static List<Case> cases(Path file) throws IOException {
    return cases(Files.readAllLines(file));
  }

  static List<Case> cases(List<String> lines) {
    TestFile file = new TestFile(lines);
    while (file.lines.hasNext()) {
      file.group(file.next());
    }
    return List.copyOf(file.cases);
  }

  private void group(String first) {
    if (between(first)) {
      return;
    }
    boolean refused = first.startsWith(REFUSED);
    String program = refused ? next() : first;
    int at = line;
    String input = refused ? "null" : next();
    cases.add(new Case(at, program, refused, input, rest()));
  }

  private List<String> rest() {
    List<String> rest = new ArrayList<>();
    while (lines.hasNext()) {
      String one = next();
      if (between(one)) {
        break;
      }
      rest.add(one);
    }
    return List.copyOf(rest);
  }

  private static boolean between(String line) {
    return line.isBlank() || line.startsWith("#");
  }

  private String next() {
    line++;
    return lines.next();
  }
}
