package dev.seaway.core.plugin;

import java.util.Set;

/**
 * The parent of every plug-in's class loader: the JDK, the connector contract, Jackson and the
 * annotations of nullness. All else a plug-in brings itself.
 */
final class SharedPackages extends ClassLoader {

  /** These alone: a connector's own classes lie in sub-packages of the same name. */
  private static final Set<String> EXACT =
      Set.of("dev.seaway.connector", "dev.seaway.connector.rest");

  private static final Set<String> WITH_SUBPACKAGES =
      Set.of("com.fasterxml.jackson", "org.jspecify");

  private final ClassLoader engine;

  SharedPackages(ClassLoader engine) {
    super("seaway-shared", ClassLoader.getPlatformClassLoader());
    this.engine = engine;
  }

  /** Asked when the JDK does not have the class. Resources of the engine are not shared. */
  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (isShared(packageOf(name))) {
      return engine.loadClass(name);
    }
    throw new ClassNotFoundException(name);
  }

  private static boolean isShared(String name) {
    return EXACT.contains(name)
        || WITH_SUBPACKAGES.stream()
            .anyMatch(shared -> name.equals(shared) || name.startsWith(shared + "."));
  }

  private static String packageOf(String className) {
    return className.substring(0, Math.max(0, className.lastIndexOf('.')));
  }
}
