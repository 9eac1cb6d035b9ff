package dev.seaway.core.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Collects what is wrong while the configuration is read, so that it is reported at once. */
final class Problems {

  private enum Sort {
    FAULT,
    WARNING,
    UNKNOWN_KEY
  }

  private record Found(Sort sort, String key, String message) {}

  /** Shorter texts are words that occur by chance. */
  private static final int SHORTEST_SECRET = 4;

  private static final Pattern WORD = Pattern.compile("[A-Za-z]++");

  private final List<Found> found = new ArrayList<>();
  private final List<String> secrets = new ArrayList<>();

  /** Keeps this text out of the refusals to come. */
  void hide(String secret) {
    if (secret.strip().length() >= SHORTEST_SECRET) {
      secrets.add(secret.strip());
    }
  }

  void fault(String key, String message) {
    found.add(new Found(Sort.FAULT, key, message));
  }

  /**
   * A fault that a connector's own code found; it may quote what it refuses.
   *
   * @param options the key of each option that it may name
   */
  void refused(String key, Map<String, String> options, IllegalArgumentException refusal) {
    String reason = Optional.ofNullable(refusal.getMessage()).orElse("no reason is given");
    for (String secret : secrets) {
      reason = reason.replace(secret, "***");
    }
    fault(key, "is not accepted: " + withKeys(reason, options));
  }

  /**
   * Names options as the user does. A plain word is an option only where it is said to be needed.
   */
  private static String withKeys(String reason, Map<String, String> options) {
    return WORD.matcher(reason)
        .replaceAll(
            word -> {
              boolean needed = reason.startsWith("needs ", Math.max(0, word.start() - 6));
              boolean isName =
                  needed || !word.group().equals(word.group().toLowerCase(Locale.ROOT));
              return isName ? options.getOrDefault(word.group(), word.group()) : word.group();
            });
  }

  void warning(String key, String message) {
    found.add(new Found(Sort.WARNING, key, message));
  }

  /** A fault where the user asked for strictness, else a warning. */
  void unknownKey(String key, String message) {
    found.add(new Found(Sort.UNKNOWN_KEY, key, message));
  }

  int faults() {
    return (int) found.stream().filter(each -> each.sort == Sort.FAULT).count();
  }

  List<ConfigProblem> list(boolean strict) {
    return found.stream()
        .map(each -> new ConfigProblem(each.key, each.message, severity(each.sort, strict)))
        .distinct()
        .toList();
  }

  private static ConfigProblem.Severity severity(Sort sort, boolean strict) {
    return switch (sort) {
      case FAULT -> ConfigProblem.Severity.ERROR;
      case WARNING -> ConfigProblem.Severity.WARNING;
      case UNKNOWN_KEY -> strict ? ConfigProblem.Severity.ERROR : ConfigProblem.Severity.WARNING;
    };
  }
}
