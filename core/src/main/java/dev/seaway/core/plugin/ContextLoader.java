package dev.seaway.core.plugin;

import java.util.function.Supplier;

/**
 * Runs code with a class loader as the thread's own, by which libraries and {@code
 * ServiceLoader.load(X.class)} look for classes.
 */
public final class ContextLoader {

  private ContextLoader() {}

  public static <T> T during(ClassLoader loader, Supplier<T> code) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      return code.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  static void during(ClassLoader loader, Runnable code) {
    during(
        loader,
        () -> {
          code.run();
          return true;
        });
  }
}
