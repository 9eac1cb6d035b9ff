package dev.seaway.core.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads files that people write: UTF-8, and never more than 4 MiB. */
final class TextFile {

  static final int MAX_BYTES = 4 * 1024 * 1024;

  private TextFile() {}

  /** The text; none if there is no such file. */
  static Optional<String> read(Path file) {
    try (InputStream content = Files.newInputStream(file)) {
      byte[] bytes = content.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new InvalidValue("the file is larger than 4 MiB");
      }
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (CharacterCodingException e) {
      throw new InvalidValue("the file is not text in UTF-8");
    } catch (IOException e) {
      throw new InvalidValue(
          Files.isDirectory(file)
              ? "it is a folder, not a file"
              : "the file cannot be read (" + e.getClass().getSimpleName() + ")");
    }
  }
}
