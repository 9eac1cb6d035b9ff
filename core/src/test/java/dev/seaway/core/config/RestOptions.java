package dev.seaway.core.config;

import com.fasterxml.jackson.core.JsonPointer;
import dev.seaway.connector.Pagination;
import dev.seaway.connector.Source;
import java.nio.file.Path;
import java.util.Map;

/** How a list is paged where a user sets these options of {@code integration.config}. */
public final class RestOptions {

  private static final Path NOWHERE = Path.of("target", "no-files");

  private RestOptions() {}

  /**
   * How a list is paged.
   *
   * @param options as they are named in {@code config.yaml}, for example {@code cursorPath}
   */
  public static Pagination pagination(Map<String, String> options) {
    Loading loading = new Loading(NOWHERE);
    options.forEach((name, value) -> loading.option(Spelling.upperSnake(name), value));
    Source source = loading.rest().source(JsonPointer.empty());
    return source.undeclared().map(Source.Defaults::pagination).orElseThrow();
  }
}
