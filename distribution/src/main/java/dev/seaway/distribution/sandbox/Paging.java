package dev.seaway.distribution.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Cuts a list into pages in the two ways of the site, and writes the envelopes. */
final class Paging {

  private static final int DEFAULT_SIZE = 50;

  private record Window(List<ObjectNode> records, int start, int limit, boolean last) {}

  private final URI site;
  private final int largestPage;

  Paging(URI site, int largestPage) {
    this.site = site;
    this.largestPage = largestPage;
  }

  /** The envelope of the service desk API. */
  SandboxAnswer serviceDesk(SandboxRequest request, String path, List<ObjectNode> list) {
    try {
      Window window =
          window(list, number(request, "start", 0), number(request, "limit", DEFAULT_SIZE));
      ObjectNode body = JsonNodeFactory.instance.objectNode();
      body.put("size", window.records().size());
      body.put("start", window.start());
      body.put("limit", window.limit());
      body.put("isLastPage", window.last());
      body.set("_links", links(request, path, window));
      body.putArray("values").addAll(window.records());
      return SandboxAnswer.ok(body);
    } catch (NumberFormatException e) {
      return SandboxAnswer.error(400, "start and limit must be whole numbers from 0");
    }
  }

  /** The envelope of the platform API. */
  SandboxAnswer platform(SandboxRequest request, String path, List<ObjectNode> list) {
    try {
      Window window =
          window(list, number(request, "startAt", 0), number(request, "maxResults", DEFAULT_SIZE));
      ObjectNode body = JsonNodeFactory.instance.objectNode();
      body.put("self", link(request, path, "startAt", window.start(), "maxResults", window));
      if (!window.last()) {
        body.put("nextPage", link(request, path, "startAt", end(window), "maxResults", window));
      }
      body.put("maxResults", window.limit());
      body.put("startAt", window.start());
      body.put("total", list.size());
      body.put("isLast", window.last());
      body.putArray("values").addAll(window.records());
      return SandboxAnswer.ok(body);
    } catch (NumberFormatException e) {
      return SandboxAnswer.error(400, "startAt and maxResults must be whole numbers from 0");
    }
  }

  private Window window(List<ObjectNode> list, int start, int wanted) {
    int limit = Math.clamp(wanted, 1, largestPage);
    int from = Math.min(start, list.size());
    int to = Math.min(from + limit, list.size());
    return new Window(list.subList(from, to), start, limit, to == list.size());
  }

  private ObjectNode links(SandboxRequest request, String path, Window window) {
    ObjectNode links = JsonNodeFactory.instance.objectNode();
    links.put("base", site.toString());
    links.put("context", "");
    links.put("self", link(request, path, "start", window.start(), "limit", window));
    if (!window.last()) {
      links.put("next", link(request, path, "start", end(window), "limit", window));
    }
    if (window.start() > 0) {
      int before = Math.max(0, window.start() - window.limit());
      links.put("prev", link(request, path, "start", before, "limit", window));
    }
    return links;
  }

  private static int end(Window window) {
    return window.start() + window.records().size();
  }

  private String link(
      SandboxRequest request,
      String path,
      String startName,
      int start,
      String limitName,
      Window window) {
    SandboxRequest target =
        request
            .withQuery(startName, Integer.toString(start))
            .withQuery(limitName, Integer.toString(window.limit()));
    return site
        + path
        + target.query().entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&", "?", ""));
  }

  private static int number(SandboxRequest request, String name, int byDefault) {
    int number = Integer.parseInt(request.query().getOrDefault(name, Integer.toString(byDefault)));
    if (number < 0) {
      throw new NumberFormatException(name);
    }
    return number;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
