package dev.seaway.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The folder of the data is removed or replaced while the service runs. */
class LostDataTest {

  private static final String DELETED =
      "{\"webhookEvent\":\"jira:issue_deleted\",\"issue\":{\"id\":\"20001\",\"key\":\"X-1\"}}";

  @Test
  void acknowledgesNothingUntilTheFolderIsBack() throws Exception {
    try (Stage stage = Stage.small();
        LiveStage live = LiveStage.of(stage)) {
      Path data = stage.directory().resolve("seaway-data");
      assertThat(live.post("1", DELETED).status()).isEqualTo(200);
      Files.move(data, stage.directory().resolve("away"));

      assertThat(live.post("2", DELETED).status()).isEqualTo(503);
      Files.createDirectories(data.resolve("events"));
      assertThat(live.post("3", DELETED).status()).isEqualTo(503);
      Files.delete(data.resolve("events"));
      Files.delete(data);
      Files.move(stage.directory().resolve("away"), data);

      assertThat(live.post("4", DELETED).status()).isEqualTo(200);
    }
  }
}
