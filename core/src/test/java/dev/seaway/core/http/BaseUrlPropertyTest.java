package dev.seaway.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.connector.ApiRequest;
import java.net.URI;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

class BaseUrlPropertyTest {

  @Property
  void neverLeavesTheBaseUrl(
      @ForAll
          @StringLength(max = 30)
          @Chars({'/', '\\', '.', ':', '@', '%', '2', 'e', 'E', 'h', '#', '?', ' ', ';', 'ü'})
          String target) {
    BaseUrl baseUrl = new BaseUrl(URI.create("https://h/base"), List.of());
    try {
      URI url = baseUrl.of(ApiRequest.get(target));
      assertThat(url.toString()).startsWith("https://h/base/");
      assertThat(url.normalize().getHost()).isEqualTo("h");
    } catch (ApiException refused) {
      assertThat(refused.reason()).isEqualTo(ApiException.Reason.FOREIGN_ORIGIN);
    }
  }
}
