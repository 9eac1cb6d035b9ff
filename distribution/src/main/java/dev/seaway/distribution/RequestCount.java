package dev.seaway.distribution;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads from the command line how many requests the sandbox site shall hold. */
final class RequestCount implements ITypeConverter<Integer> {

  private static final int MOST = 1_000_000;

  @Override
  public Integer convert(String text) {
    if (text.matches("[0-9]{1,7}") && Integer.parseInt(text) <= MOST) {
      return Integer.valueOf(text);
    }
    throw new TypeConversionException(
        "'" + text + "' is not a number of requests; give one from 0 to " + MOST);
  }
}
