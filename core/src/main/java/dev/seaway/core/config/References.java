package dev.seaway.core.config;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces {@code ${NAME}} by the variable of that name. */
record References(Map<String, String> variables) {

  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

  String resolve(String text) {
    return REFERENCE
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(value(match.group(1))));
  }

  private String value(String name) {
    return Optional.ofNullable(variables.get(name))
        .orElseThrow(
            () ->
                new InvalidValue(
                    "refers to ${" + name + "}, but the environment has no variable " + name));
  }
}
