package dev.seaway.core.read;

import dev.seaway.connector.Page;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes the pages of a connector's code. A failure to take one is not the code's to catch: it is
 * remembered and thrown again.
 */
final class CodePages implements Consumer<Page> {

  private final Consumer<Page> pages;
  private @Nullable RuntimeException failure;
  private @Nullable Error error;

  CodePages(Consumer<Page> pages) {
    this.pages = pages;
  }

  @Override
  public void accept(Page page) {
    rethrow();
    try {
      pages.accept(page);
    } catch (RuntimeException e) {
      failure = e;
      throw e;
    } catch (Error e) {
      error = e;
      throw e;
    }
  }

  void rethrow() {
    if (error != null) {
      throw error;
    }
    if (failure != null) {
      throw failure;
    }
  }
}
