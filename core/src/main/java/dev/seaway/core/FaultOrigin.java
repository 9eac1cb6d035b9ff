package dev.seaway.core;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells of a failure in code whether it is a plug-in's. */
public final class FaultOrigin {

  private static final String PLUGIN = "plug-in ";
  private static final int CAUSES = 10;

  private FaultOrigin() {}

  /** The name of the class loader of the plug-in in that place, by which its code is known. */
  public static String loaderName(String place) {
    return PLUGIN + place;
  }

  /**
   * What failed, for people: {@code java.lang.StackOverflowError in the plug-in plugins/desk}. The
   * plug-in is the one whose code was running, where there is one.
   */
  public static String describe(Throwable failure) {
    return describe(failure, failure.toString());
  }

  /** The same with a text of one's own, where the failure's may hold a secret. */
  public static String describe(Throwable failure, String text) {
    return text + plugin(failure).map(name -> ", in the " + name).orElse("");
  }

  private static Optional<String> plugin(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .limit(CAUSES)
        .flatMap(cause -> Arrays.stream(cause.getStackTrace()))
        .map(StackTraceElement::getClassLoaderName)
        .filter(name -> name != null && name.startsWith(PLUGIN))
        .findFirst();
  }
}
