package dev.seaway.core.mask;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Takes out of a text what looks like a secret: private keys, what follows a telling name, tokens
 * of known forms, passwords in addresses. Every step goes through the text once, so that a text
 * made to be slow is not.
 */
public final class SecretText {

  static final String MASK = "***";

  private static final List<UnaryOperator<String>> STEPS =
      List.of(KeyBlocks::mask, NamedValues::mask, KnownTokens::mask, AddressPasswords::mask);

  private SecretText() {}

  /** The text with every secret replaced. */
  public static String mask(String text) {
    String masked = text;
    for (UnaryOperator<String> step : STEPS) {
      masked = step.apply(masked);
    }
    return masked;
  }
}
