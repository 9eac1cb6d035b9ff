package dev.seaway.distribution;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Names the version of Seaway and of the Java that runs it. */
final class SeawayVersion implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"Seaway " + number() + ", Java " + Runtime.version()};
  }

  /** The version alone. */
  static String number() {
    return Optional.ofNullable(SeawayVersion.class.getPackage().getImplementationVersion())
        .orElse("unpackaged");
  }
}
