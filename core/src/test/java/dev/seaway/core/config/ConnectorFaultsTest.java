package dev.seaway.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaway.connector.Secret;
import dev.seaway.core.SeawayException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectorFaultsTest {

  @TempDir Path folder;

  @Test
  void nameTheGroup() {
    assertThat(new Loading(folder).option("AUTH_TYPE", "basic").faults())
        .containsExactly(
            "OCEAN__INTEGRATION__CONFIG is not accepted: OCEAN__INTEGRATION__CONFIG__AUTH_TYPE"
                + " basic needs OCEAN__INTEGRATION__CONFIG__USERNAME");
  }

  record Picky(String word, Secret secret) {
    Picky {
      if (word.equals("bad")) {
        throw new IllegalArgumentException(word + " does not go with " + secret.reveal());
      }
      if (word.equals("worse")) {
        throw new IllegalStateException("a slip");
      }
    }
  }

  @Test
  void hideSecrets() {
    Loading loading =
        new Loading(folder)
            .without("OCEAN__INTEGRATION__CONFIG__BASE_URL")
            .connector(Loading.recorder(Picky.class))
            .option("WORD", "bad")
            .option("SECRET", "s3same");

    assertThat(loading.faults())
        .containsExactly("OCEAN__INTEGRATION__CONFIG is not accepted: bad does not go with ***");
  }

  @Test
  void ofTheRecordsAuthorAreInternal() {
    Loading loading =
        new Loading(folder)
            .without("OCEAN__INTEGRATION__CONFIG__BASE_URL")
            .connector(Loading.recorder(Picky.class))
            .option("WORD", "worse")
            .option("SECRET", "s3same");

    assertThatThrownBy(loading::load)
        .isInstanceOfSatisfying(
            SeawayException.class,
            e -> assertThat(e.category()).isEqualTo(SeawayException.Category.INTERNAL))
        .hasMessageContaining("Picky");
  }

  @Test
  void ofTheConnectorsAuthorAreInternal() {
    Loading.Recorder<Picky> broken =
        new Loading.Recorder<>(
            "custom",
            Picky.class,
            Map.of(),
            new ArrayList<>(),
            _ -> {
              throw new IllegalStateException("s3same");
            });
    Loading loading =
        new Loading(folder).connector(broken).option("WORD", "x").option("SECRET", "s3same");

    assertThatThrownBy(loading::load)
        .isInstanceOf(SeawayException.class)
        .hasMessage(
            "The connector custom fails to describe its source: java.lang.IllegalStateException");
  }
}
