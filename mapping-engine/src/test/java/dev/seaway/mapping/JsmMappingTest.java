package dev.seaway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.jq.JqEngine;
import dev.seaway.jq.JqProgram;
import dev.seaway.jq.Programs;
import dev.seaway.mapping.MappingDocument.Parsed;
import dev.seaway.mapping.jackson.JacksonJq;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The mapping that Port's guide for Jira Service Management tells its users to enter. */
@ParameterizedClass
@MethodSource("engines")
class JsmMappingTest {

  private static final String MAPPING =
      """
      {resources: [
        {kind: "/rest/servicedeskapi/servicedesk",
         selector: {query: "true", data_path: ".values"},
         port: {entity: {mappings: {
           identifier: ".id | tostring",
           title: ".projectName // .projectKey // .id",
           blueprint: "\\"jsmServiceDesk\\"",
           properties: {
             projectId: ".projectId | tostring",
             projectKey: ".projectKey",
             projectName: ".projectName"}}}}},
        {kind: "/rest/servicedeskapi/request",
         selector: {query: "true", data_path: ".values"},
         port: {entity: {mappings: {
           identifier: ".issueId | tostring",
           title: ".summary // .issueKey",
           blueprint: "\\"jsmCustomerRequest\\"",
           properties: {
             issueKey: ".issueKey",
             summary: ".summary",
             status: ".currentStatus.status",
             createdAt: ".createdDate.iso8601"},
           relations: {serviceDesk: ".serviceDeskId | tostring"}}}}},
        {kind: "/rest/servicedeskapi/organization",
         selector: {query: "true", data_path: ".values"},
         port: {entity: {mappings: {
           identifier: ".id | tostring",
           title: ".name",
           blueprint: "\\"jsmOrganization\\"",
           properties: {name: ".name", scimManaged: ".scimManaged"}}}}}]}
      """;

  private final MappingDocument document;

  static Stream<JqEngine> engines() {
    return Stream.of(Programs.of(Map.of()), JacksonJq.of(Map.of()));
  }

  JsmMappingTest(JqEngine jq) {
    Parsed parsed = MappingDocument.parse(Json.of(MAPPING), jq);
    assertThat(parsed.problems()).isEmpty();
    document = parsed.document().orElseThrow();
  }

  @Test
  void findsTheRecordsOfAPage() {
    JsonNode page =
        Json.of(
            """
            {"size": 2, "start": 0, "limit": 50, "isLastPage": true, "_links": {},
             "values": [{"id": "1"}, {"id": "2"}]}
            """);
    JqProgram dataPath = document.resources().getFirst().selector().dataPath().orElseThrow();

    assertThat(dataPath.first(page)).isSameAs(page.get("values"));
  }

  @Test
  void mapsAServiceDesk() {
    assertThat(
            entity(
                0,
                """
                {"id": "10", "projectId": "10110", "projectName": "IT Help", "projectKey": "ITH",
                 "portalId": "10", "_links": {"self": "https://x.atlassian.net/rest/10"}}
                """))
        .isEqualTo(
            Json.of(
                """
                {"identifier": "10", "blueprint": "jsmServiceDesk", "title": "IT Help",
                 "properties":
                   {"projectId": "10110", "projectKey": "ITH", "projectName": "IT Help"}}
                """));
  }

  @Test
  void mapsARequest() {
    assertThat(
            entity(
                1,
                """
                {"issueId": "107001", "issueKey": "HELPDESK-1", "requestTypeId": "25",
                 "serviceDeskId": "10", "summary": "Request JSD help via REST",
                 "createdDate": {"iso8601": "2015-10-08T14:42:00+0700",
                   "jira": "2015-10-08T14:42:00.000+0700", "friendly": "Monday 14:42 PM",
                   "epochMillis": 1444290120000},
                 "reporter": {"accountId": "qm:a7", "displayName": "Fred F. User", "active": true},
                 "requestFieldValues": [{"fieldId": "summary", "label": "What do you need?",
                   "value": "Request JSD help via REST"}],
                 "currentStatus": {"status": "Waiting for Support", "statusCategory": "NEW",
                   "statusDate": {"iso8601": "2015-10-08T14:01:00+0700"}}}
                """))
        .isEqualTo(
            Json.of(
                """
                {"identifier": "107001", "blueprint": "jsmCustomerRequest",
                 "title": "Request JSD help via REST",
                 "properties": {"issueKey": "HELPDESK-1", "summary": "Request JSD help via REST",
                   "status": "Waiting for Support", "createdAt": "2015-10-08T14:42:00+0700"},
                 "relations": {"serviceDesk": "10"}}
                """));
  }

  @Test
  void mapsARequestThatLacksNearlyEverything() {
    assertThat(
            entity(1, "{\"issueId\": 107002, \"issueKey\": \"HELPDESK-2\", \"serviceDeskId\": 10}"))
        .isEqualTo(
            Json.of(
                """
                {"identifier": "107002", "blueprint": "jsmCustomerRequest", "title": "HELPDESK-2",
                 "properties": {"issueKey": "HELPDESK-2", "summary": null, "status": null,
                   "createdAt": null},
                 "relations": {"serviceDesk": "10"}}
                """));
  }

  @Test
  void mapsAnOrganization() {
    assertThat(
            entity(
                2,
                """
                {"id": "1", "name": "Charlie Cakes Franchises", "scimManaged": false,
                 "_links": {"self": "https://x.atlassian.net/rest/servicedeskapi/organization/1"}}
                """))
        .isEqualTo(
            Json.of(
                """
                {"identifier": "1", "blueprint": "jsmOrganization",
                 "title": "Charlie Cakes Franchises",
                 "properties": {"name": "Charlie Cakes Franchises", "scimManaged": false}}
                """));
  }

  @Test
  void knowsTheBlueprintsAndWhatToAskTheCatalogFor() {
    Mapping requests = document.resources().get(1).mapping();

    assertThat(requests.blueprints()).containsExactly("jsmCustomerRequest");
    assertThat(requests.properties()).containsExactly("issueKey", "summary", "status", "createdAt");
    assertThat(requests.relations()).containsExactly("serviceDesk");
  }

  private JsonNode entity(int resource, String record) {
    Outcome outcome =
        document.resources().get(resource).mapping().apply(Json.of(record)).getFirst();
    assertThat(outcome).isInstanceOf(Outcome.Mapped.class);
    assertThat(((Outcome.Mapped) outcome).faults()).isEmpty();
    return ((Outcome.Mapped) outcome).entity().json();
  }
}
