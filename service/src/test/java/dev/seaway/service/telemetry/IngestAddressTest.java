package dev.seaway.service.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IngestAddressTest {

  @ParameterizedTest
  @CsvSource({
    "https://api.getport.io, https://ingest.getport.io/logs",
    "https://api.us.port.io, https://ingest.port.io/logs?code=1",
    "http://127.0.0.1:8090, http://127.0.0.1:8090/ingest",
    "https://catalog.example.com, https://catalog.example.com:443/ingest"
  })
  void takesTheCatalogsOriginAndPortsOwnHosts(URI catalog, String named) {
    assertThat(IngestAddress.accepted(catalog, named)).contains(URI.create(named));
  }

  @ParameterizedTest
  @CsvSource({
    "https://api.getport.io, https://ingest.example.com/logs",
    "https://api.getport.io, http://ingest.getport.io/logs",
    "https://api.getport.io, https://getport.io.example.com/logs",
    "https://api.getport.io, https://evilgetport.io/logs",
    "https://api.getport.io, https://user@ingest.getport.io/logs",
    "https://catalog.example.com, https://ingest.example.com/logs",
    "https://catalog.example.com, https://ingest.getport.io/logs",
    "http://127.0.0.1:8090, http://127.0.0.1:8091/ingest",
    "https://catalog.example.com, http://catalog.example.com/ingest",
    "https://catalog.example.com, /ingest",
    "https://catalog.example.com, 'not a URL'",
    "https://catalog.example.com, ''"
  })
  void sendsNothingAnywhereElse(URI catalog, String named) {
    assertThat(IngestAddress.accepted(catalog, named)).isEmpty();
  }
}
