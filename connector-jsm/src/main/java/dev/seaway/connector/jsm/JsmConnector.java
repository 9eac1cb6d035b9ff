package dev.seaway.connector.jsm;

import com.fasterxml.jackson.core.JsonPointer;
import dev.seaway.connector.Connector;
import dev.seaway.connector.EndSigns;
import dev.seaway.connector.Kind;
import dev.seaway.connector.Pagination;
import dev.seaway.connector.Secret;
import dev.seaway.connector.Source;
import dev.seaway.connector.rest.RestConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Jira Service Management Cloud: its service desk API, and what it needs of Jira's. */
public final class JsmConnector implements Connector<RestConfig> {

  private static final JsonPointer VALUES = JsonPointer.compile("/values");

  @Override
  public String name() {
    return "jsm";
  }

  @Override
  public Class<RestConfig> configType() {
    return RestConfig.class;
  }

  @Override
  public Map<String, String> defaults() {
    return Map.of(
        "authType", "basic",
        "paginationType", "offset",
        "paginationParam", "start",
        "sizeParam", "limit",
        "pageSize", "50",
        "lastPagePath", "isLastPage",
        "hasMorePath", "_links.next",
        "nextLinkPath", "_links.next");
  }

  @Override
  public Source source(RestConfig config) {
    Source source = config.source(VALUES);
    Source.Defaults serviceDesk = source.undeclared().orElseThrow();
    Pagination pages = serviceDesk.pagination();
    var flag = new EndSigns(List.of(), List.of(JsonPointer.compile("/isLast")));
    var projects = new Pagination.Offset("startAt", "maxResults", config.pageSize(), flag);
    var tokens = List.of(JsonPointer.compile("/nextPageToken"));
    var issues =
        new Pagination.Cursor("nextPageToken", "maxResults", config.pageSize(), tokens, flag);
    Optional<Secret> secret = config.webhookSecret().filter(set -> !set.reveal().isEmpty());
    return source
        .withEvents(new JiraWebhooks(secret))
        .withKinds(
            List.of(
                Kind.Api.of("service-desk", "/rest/servicedeskapi/servicedesk", VALUES, pages)
                    .lookedUpBy(JiraLookUps.serviceDesks()),
                Kind.Api.of("customer-request", "/rest/servicedeskapi/request", VALUES, pages)
                    .lookedUpBy(JiraLookUps.requests()),
                Kind.Api.of("organization", "/rest/servicedeskapi/organization", VALUES, pages)
                    .lookedUpBy(JiraLookUps.organizations()),
                Kind.Api.of("project", "/rest/api/3/project/search", VALUES, projects)
                    .lookedUpBy(JiraLookUps.projects()),
                Kind.Api.of(
                        "issue", "/rest/api/3/search/jql", JsonPointer.compile("/issues"), issues)
                    .lookedUpBy(JiraLookUps.issues()),
                Kind.Api.of(
                    "field", "/rest/api/3/field", JsonPointer.empty(), new Pagination.None())),
            serviceDesk);
  }
}
