package dev.seaway.benchmarks.source;

import dev.seaway.benchmarks.wire.Bytes;
import dev.seaway.benchmarks.wire.WireRequest;

/** One list of the site: its path and how its records are made. */
enum SiteList {
  DESKS("/rest/servicedeskapi/servicedesk", "desk"),
  REQUESTS("/rest/servicedeskapi/request", "request"),
  ORGANIZATIONS("/rest/servicedeskapi/organization", "organization");

  private static final int FIRST_NUMBER = 1_000_001;
  private static final int FIRST_DESK = 101;

  final String path;
  private final String template;

  SiteList(String path, String template) {
    this.path = path;
    this.template = template;
  }

  RecordTemplate template(String site) {
    return RecordTemplate.read(template, site);
  }

  /** Writes the page that is asked for, in the envelope of the service desk API. */
  void page(WireRequest request, SiteSize size, String site, RecordTemplate template, Bytes body) {
    int count = size.count(this);
    int limit = Math.clamp(request.number("limit", 50), 1, size.largestPage());
    int start = Math.min(request.number("start", 0), count);
    int end = Math.min(start + limit, count);
    envelope(site, start, end, limit, end == count, body);
    for (int index = start; index < end; index++) {
      if (index > start) {
        body.add(",");
      }
      template.render(
          FIRST_NUMBER + index, FIRST_DESK + index % size.desks(), size.revision().of(index), body);
    }
    body.add("]}");
  }

  private void envelope(String site, int start, int end, int limit, boolean last, Bytes body) {
    body.add("{\"size\":" + (end - start) + ",\"start\":" + start + ",\"limit\":" + limit);
    body.add(",\"isLastPage\":" + last + ",\"_links\":{\"base\":\"" + site + "\",\"context\":\"\"");
    body.add(link(site, "self", start, limit));
    if (!last) {
      body.add(link(site, "next", end, limit));
    }
    body.add("},\"values\":[");
  }

  private String link(String site, String name, int start, int limit) {
    return ",\"" + name + "\":\"" + site + path + "?start=" + start + "&limit=" + limit + "\"";
  }
}
