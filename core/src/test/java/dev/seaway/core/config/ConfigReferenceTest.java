package dev.seaway.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfigReferenceTest {

  @Test
  void listsSeawaysOwnKeys() {
    assertThat(ConfigReference.own())
        .extracting(ConfigReference.Key::name)
        .contains(
            "OCEAN__PORT__CLIENT_SECRET",
            "OCEAN__SSL__THIRD_PARTY__VERIFY",
            "OCEAN__STRICT",
            "OCEAN__INTEGRATION__TYPE",
            "OCEAN__EVENT_LISTENER__TYPE",
            "OCEAN__EVENT_LISTENER__RESYNC_ON_START",
            "APPLICATION__LOG_LEVEL",
            "HTTPS_PROXY")
        .doesNotHaveDuplicates();
  }

  @Test
  void describesEachKey() {
    assertThat(ConfigReference.own())
        .allSatisfy(key -> assertThat(key.meaning()).as(key.name()).isNotEmpty())
        .contains(
            new ConfigReference.Key(
                "OCEAN__CLIENT_TIMEOUT",
                "Seconds that one request to the catalog may take",
                "seconds from 1 to 3600",
                Optional.of("60"),
                false,
                false));
  }

  @Test
  void listsAConnectorsKeysWithItsDefaults() {
    List<ConfigReference.Key> keys =
        ConfigReference.of(Loading.rest("jsm", Map.of("paginationType", "next_link")));

    assertThat(keys)
        .contains(
            new ConfigReference.Key(
                "OCEAN__INTEGRATION__CONFIG__PAGINATION_TYPE",
                "How the source divides a list into pages",
                "none, offset, page, cursor, next_link (or link), header_link",
                Optional.of("next_link"),
                false,
                false));
    assertThat(keys)
        .filteredOn(ConfigReference.Key::required)
        .extracting(ConfigReference.Key::name)
        .containsExactly("OCEAN__INTEGRATION__CONFIG__BASE_URL");
    assertThat(keys)
        .filteredOn(ConfigReference.Key::secret)
        .extracting(ConfigReference.Key::name)
        .contains("OCEAN__INTEGRATION__CONFIG__PASSWORD");
  }
}
