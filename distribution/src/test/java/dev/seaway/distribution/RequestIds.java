package dev.seaway.distribution;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The identifiers of the customer requests, at both ends of a stage. */
final class RequestIds {

  private RequestIds() {}

  /** What the site has now, in its order. */
  static List<String> atSite(Stage stage) {
    return stage.site.records().requests().stream()
        .map(request -> request.path("issueId").asText())
        .toList();
  }

  /** What the catalog has now. */
  static Set<String> inCatalog(Stage stage) {
    return Stage.json(stage.port.entities())
        .valueStream()
        .filter(entity -> entity.path("blueprint").asText().equals("jsmCustomerRequest"))
        .map(entity -> entity.path("identifier").asText())
        .collect(Collectors.toSet());
  }
}
