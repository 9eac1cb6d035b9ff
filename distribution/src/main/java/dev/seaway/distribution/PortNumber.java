package dev.seaway.distribution;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the number of a port from the command line. */
final class PortNumber implements ITypeConverter<Integer> {

  private static final int LARGEST = 65_535;

  @Override
  public Integer convert(String text) {
    if (text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= LARGEST) {
      return Integer.valueOf(text);
    }
    throw new TypeConversionException(
        "'" + text + "' is not a port; give a number from 0 to 65535");
  }
}
