package dev.seaway.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxiesTest {

  private static final Optional<URI> HTTP = Optional.of(URI.create("http://u:hush@a:1"));
  private static final Optional<URI> HTTPS = Optional.of(URI.create("http://b:2"));
  private static final Optional<URI> ALL = Optional.of(URI.create("http://c:3"));

  @Test
  void theSchemeOfTheTargetChooses() {
    Proxies proxies = new Proxies(HTTP, HTTPS, ALL, List.of());
    assertThat(proxies.forTarget(URI.create("http://h/x"))).isEqualTo(HTTP);
    assertThat(proxies.forTarget(URI.create("https://h/x"))).isEqualTo(HTTPS);
    Proxies onlyAll = new Proxies(Optional.empty(), Optional.empty(), ALL, List.of());
    assertThat(onlyAll.forTarget(URI.create("https://h/x"))).isEqualTo(ALL);
    assertThat(Proxies.NONE.forTarget(URI.create("https://h/x"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "*, http://h, true",
    "example.com, http://example.com, true",
    "example.com, http://API.Example.com., true",
    ".example.com, http://api.example.com, true",
    "*.example.com, http://api.example.com, true",
    "example.com, http://notexample.com, false",
    "example.com, http://example.com.evil.org, false",
    "example.com:8080, http://example.com:8080, true",
    "example.com:8080, http://example.com, false",
    "example.com:80, http://example.com, true",
    "example.com:443, https://api.example.com, true",
    "127.0.0.1, http://127.0.0.1:8080, true",
    "10.0.0.0/8, http://10.1.2.3, true",
    "10.0.0.0/8, http://11.1.2.3, false",
    "10.0.0.0/8, http://ten.example.com, false",
    "192.168.4.0/22, http://192.168.7.255, true",
    "192.168.4.0/22, http://192.168.8.0, false",
    "fd00::/8, 'http://[fd12::1]', true",
    "fd00::/8, 'http://10.0.0.1', false",
    "'[0:0:0:0:0:0:0:1]:8080', 'http://[::1]:8080', true",
    "::1, 'http://[::1]', true",
    "'', http://h, false",
    "' h ', http://h, true"
  })
  void noProxyNamesWhatIsReachedDirectly(String entry, URI target, boolean direct) {
    Proxies proxies = new Proxies(HTTP, HTTPS, ALL, List.of("unrelated", entry));
    assertThat(proxies.forTarget(target).isEmpty()).isEqualTo(direct);
  }

  @Test
  void neverShowsAPassword() {
    assertThat(new Proxies(HTTP, HTTPS, ALL, List.of("x")).toString()).doesNotContain("hush");
  }
}
