package dev.seaway.distribution.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Each pattern of the program looks at each character of a text a bounded number of times. */
class LinearPatternsTest {

  private static final int LOOKS = 100;

  /** Not foreign: what the user's own environment and files say. */
  private static final List<String> OWN_WORDS =
      List.of("dev.seaway.core.config.", "dev.seaway.core.http.NoProxyEntry");

  @Test
  void noPatternOfTheProgramTakesMoreThanLinearWork() throws Exception {
    Map<String, Pattern> patterns = patterns();
    assertThat(patterns).hasSizeGreaterThan(40);
    List<String> slow = new ArrayList<>();
    patterns.forEach((name, pattern) -> hard(pattern).ifPresent(text -> slow.add(name + text)));
    assertThat(slow).isEmpty();
  }

  @Test
  void findsAPatternThatIsNotLinear() {
    assertThat(hard(Pattern.compile("[\\w.-]*(?:token|secret)[\\w.-]*="))).isPresent();
    assertThat(hard(Pattern.compile("(a|a)*b"))).isPresent();
    assertThat(hard(Pattern.compile("[a-z]{1,9}"))).isEmpty();
  }

  private static Optional<String> hard(Pattern pattern) {
    List<String> found = new ArrayList<>();
    Literals.texts(
        pattern,
        text -> {
          if (found.isEmpty() && !isLinear(pattern, text)) {
            found.add(": " + text.substring(0, Math.min(60, text.length())));
          }
        });
    return found.stream().findFirst();
  }

  @SuppressWarnings("StatementWithEmptyBody")
  private static boolean isLinear(Pattern pattern, String text) {
    try {
      Matcher all = pattern.matcher(new CountedText(text, LOOKS));
      while (all.find()) {}
      pattern.matcher(new CountedText(text, LOOKS)).matches();
      return true;
    } catch (CountedText.TooManyLooks | StackOverflowError slow) {
      return false;
    }
  }

  private static Map<String, Pattern> patterns() throws ReflectiveOperationException {
    Map<String, Pattern> patterns = new TreeMap<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.seaway")) {
      if (OWN_WORDS.stream().noneMatch(type.getName()::startsWith)
          && type.getDirectDependenciesFromSelf().stream()
              .anyMatch(use -> use.getTargetClass().isEquivalentTo(Pattern.class))) {
        add(type.reflect(), patterns);
      }
    }
    return patterns;
  }

  private static void add(Class<?> type, Map<String, Pattern> patterns)
      throws ReflectiveOperationException {
    for (Field field : type.getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
        field.setAccessible(true);
        add(type.getName() + "." + field.getName(), field.get(null), patterns);
      }
    }
  }

  private static void add(String name, Object value, Map<String, Pattern> patterns) {
    switch (value) {
      case Pattern pattern -> patterns.put(name + "(" + patterns.size() + ")", pattern);
      case Collection<?> all -> all.forEach(one -> add(name, one, patterns));
      case null, default -> {}
    }
  }
}
