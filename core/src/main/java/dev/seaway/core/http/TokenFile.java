package dev.seaway.core.http;

import dev.seaway.core.http.ApiException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A token that somebody else keeps in a file and renews there. Thread-safe. */
public record TokenFile(Path file) {

  /** Longer ones are no tokens. */
  private static final int LONGEST = 64 << 10;

  /**
   * The token as it is in the file now, without blanks around it.
   *
   * @throws ApiException if there is none
   */
  public String read() {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LONGEST + 1);
      String token = new String(bytes, StandardCharsets.UTF_8).strip();
      if (bytes.length > LONGEST || token.isEmpty()) {
        throw unusable(token.isEmpty() ? "is empty" : "is longer than a token can be");
      }
      return token;
    } catch (NoSuchFileException e) {
      throw unusable("does not exist");
    } catch (IOException e) {
      throw unusable("cannot be read (" + e.getClass().getSimpleName() + ")");
    }
  }

  private ApiException unusable(String what) {
    return new ApiException(
        Reason.CREDENTIALS,
        "The token file "
            + file
            + " "
            + what
            + ". It is named by OCEAN__OAUTH_ACCESS_TOKEN_FILE_PATH, and whoever renews the token"
            + " writes it");
  }
}
