package dev.seaway.benchmarks.source;

import dev.seaway.benchmarks.wire.Bytes;
import dev.seaway.benchmarks.wire.WireRequest;
import java.nio.charset.StandardCharsets;

/** A page of requests as the site serves it. */
public final class SamplePage {

  private static final String SITE = "http://127.0.0.1:8080";

  private SamplePage() {}

  /**
   * The first page.
   *
   * @param records 1 to 100
   */
  public static byte[] ofRequests(int records) {
    WireRequest request =
        new WireRequest("GET", SiteList.REQUESTS.path, "limit=" + records, "", new byte[0], 0, 0);
    Bytes body = new Bytes();
    SiteList.REQUESTS.page(request, SiteSize.DEFAULT, SITE, SiteList.REQUESTS.template(SITE), body);
    return body.text().getBytes(StandardCharsets.UTF_8);
  }
}
