package dev.seaway.distribution.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** The single documents and the bare list of the platform API. */
final class Platform {

  private record Field(String id, String name, String type, boolean custom) {}

  private static final List<Field> FIELDS =
      List.of(
          new Field("summary", "Summary", "string", false),
          new Field("description", "Description", "string", false),
          new Field("issuetype", "Issue Type", "issuetype", false),
          new Field("project", "Project", "project", false),
          new Field("status", "Status", "status", false),
          new Field("priority", "Priority", "priority", false),
          new Field("assignee", "Assignee", "user", false),
          new Field("reporter", "Reporter", "user", false),
          new Field("created", "Created", "datetime", false),
          new Field("updated", "Updated", "datetime", false),
          new Field("resolutiondate", "Resolved", "datetime", false),
          new Field("customfield_10010", "Request Type", "sd-customerrequesttype", true),
          new Field("customfield_10020", "Major incident", "option", true));

  private final URI site;
  private final String username;
  private final SandboxRecords records;

  Platform(URI site, String username, SandboxRecords records) {
    this.site = site;
    this.username = username;
    this.records = records;
  }

  ObjectNode myself() {
    ObjectNode person = new People(site).person("qm:sandbox:demo", "Sandbox User", username);
    person.remove("_links");
    return person
        .put("self", site + "/rest/api/3/user?accountId=qm:sandbox:demo")
        .put("accountType", "atlassian")
        .put("locale", "en_GB");
  }

  ObjectNode serverInfo() {
    ObjectNode info = JsonNodeFactory.instance.objectNode();
    info.put("baseUrl", site.toString());
    info.put("version", "1001.0.0-SANDBOX");
    info.putArray("versionNumbers").add(1001).add(0).add(0);
    info.put("deploymentType", "Cloud");
    info.put("buildNumber", 100_000);
    info.put("serverTitle", "Sandbox site with " + records.requests().size() + " requests");
    return info;
  }

  ArrayNode fields() {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (Field field : FIELDS) {
      ObjectNode json = list.addObject();
      json.put("id", field.id()).put("key", field.id()).put("name", field.name());
      json.put("custom", field.custom()).put("orderable", true);
      json.put("navigable", true).put("searchable", true);
      json.putArray("clauseNames").add(field.id());
      json.putObject("schema").put("type", field.type());
    }
    return list;
  }

  ObjectNode tenant() {
    UUID cloudId = UUID.nameUUIDFromBytes("sandbox".getBytes(StandardCharsets.UTF_8));
    return JsonNodeFactory.instance.objectNode().put("cloudId", cloudId.toString());
  }
}
