package dev.seaway.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.distribution.fake.Recorded;
import dev.seaway.distribution.fake.RecordingServer;
import dev.seaway.distribution.fake.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Runs what {@code docs/settings.md} shows. */
class SettingsPageTest {

  private static final Path PAGE = Path.of("..", "docs", "settings.md");
  private static final String TOKEN = "s3cret-token";

  private static final String TEAMS = "{'teams':[{'id':'t1','name':'Platform'}],'next':'none'}";
  private static final String SERVICES =
      "{'services':[{'id':'s1','name':'Shop','state':'live','team_id':'t1'},"
          + "{'id':'s2','name':'Old','state':'retired','team_id':'t1'}],'next':'none'}";

  @Test
  void readsByTheFilesThatItShows() throws IOException {
    try (RecordingServer tool = RecordingServer.start(request -> answer(request, TOKEN));
        Stage stage = new Stage(Stage.smallSettings())) {
      stage
          .unset("OCEAN__INTEGRATION")
          .unset("OCEAN__EVENT_LISTENER")
          .set("TOOL_URL", tool.address().toString())
          .set("TOOL_TOKEN", TOKEN);
      Files.writeString(stage.directory().resolve("config.yaml"), blocks("yaml").get(0));
      Files.writeString(stage.directory().resolve("mapping.yml"), blocks("yaml").get(1));
      Files.writeString(stage.directory().resolve("blueprints.json"), blocks("json").get(0));

      Stage.Ending ending = stage.run();

      assertThat(ending.exitCode()).as(ending.all()).isZero();
      assertThat(ending.all()).doesNotContain(TOKEN);
      assertThat(stage.port.entities())
          .contains("Platform", "Shop", "\"owner\":\"t1\"")
          .doesNotContain("Old");
    }
  }

  @Test
  void asksForTheTokenThatItShows() throws IOException {
    try (RecordingServer tool =
            RecordingServer.start(
                request ->
                    request.path().equals("/oauth/token")
                        ? issue(request)
                        : answer(request, "issued-token"));
        Stage stage = new Stage(Stage.smallSettings())) {
      stage
          .unset("OCEAN__INTEGRATION__SECRETS")
          .with("PAGINATION_TYPE", "cursor")
          .with("CURSOR_PATH", "next")
          .with("END_CURSORS", "[\"none\"]")
          .with("BASE_URL", tool.address().toString())
          .with("AUTH_TYPE", "custom")
          .with("CUSTOM_AUTH_REQUEST", blocks("json").get(1).replace("...", TOKEN))
          .with("CUSTOM_AUTH_REQUEST_TEMPLATE", blocks("json").get(2))
          .set("OCEAN__CONFIG_PATH", "mapping.yml");
      Files.writeString(stage.directory().resolve("mapping.yml"), blocks("yaml").get(1));
      Files.writeString(stage.directory().resolve("blueprints.json"), blocks("json").get(0));

      Stage.Ending ending = stage.run();

      assertThat(ending.exitCode()).as(ending.all()).isZero();
      assertThat(ending.all()).doesNotContain(TOKEN, "issued-token");
    }
  }

  private static Reply issue(Recorded request) {
    assertThat(request.header("x-client")).contains("seaway");
    assertThat(request.body()).contains("client_id=seaway-client", "client_secret=" + TOKEN);
    return ScriptedApi.json("{'access_token':'issued-token'}");
  }

  private static Reply answer(Recorded request, String token) {
    if (!request.header("authorization").equals(Optional.of("Bearer " + token))) {
      return ScriptedApi.json(401, Map.of(), "{}");
    }
    return ScriptedApi.json(request.path().equals("/teams") ? TEAMS : SERVICES);
  }

  private static List<String> blocks(String language) throws IOException {
    return Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL)
        .matcher(Files.readString(PAGE))
        .results()
        .map(block -> block.group(1))
        .toList();
  }
}
