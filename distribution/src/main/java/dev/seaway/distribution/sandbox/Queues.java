package dev.seaway.distribution.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The queues of each desk: queue 1 holds what is open, queue 2 what is done. */
final class Queues {

  private record Queue(String name, String jql, boolean done) {}

  private static final List<Queue> QUEUES =
      List.of(
          new Queue("All open", "statusCategory != Done ORDER BY created", false),
          new Queue("Resolved", "statusCategory = Done ORDER BY created", true));

  private final URI site;
  private final SandboxRecords records;

  Queues(URI site, SandboxRecords records) {
    this.site = site;
    this.records = records;
  }

  Optional<List<ObjectNode>> of(String deskId) {
    return exists(deskId)
        ? Optional.of(IntStream.range(0, QUEUES.size()).mapToObj(i -> queue(deskId, i)).toList())
        : Optional.empty();
  }

  Optional<List<ObjectNode>> issues(String deskId, String queueId) {
    return exists(deskId)
        ? IntStream.range(0, QUEUES.size())
            .filter(index -> id(index).equals(queueId))
            .mapToObj(index -> issues(deskId, QUEUES.get(index)))
            .findFirst()
        : Optional.empty();
  }

  private boolean exists(String deskId) {
    return records.serviceDesks().stream()
        .anyMatch(desk -> desk.path("id").textValue().equals(deskId));
  }

  private ObjectNode queue(String deskId, int index) {
    Queue queue = QUEUES.get(index);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", id(index)).put("name", queue.name()).put("jql", queue.jql());
    json.putArray("fields").add("issuekey").add("summary").add("status").add("created");
    json.put("issueCount", issues(deskId, queue).size());
    json.putObject("_links")
        .put("self", site + "/rest/servicedeskapi/servicedesk/" + deskId + "/queue/" + id(index));
    return json;
  }

  private List<ObjectNode> issues(String deskId, Queue queue) {
    return records.requests().stream()
        .filter(request -> request.path("serviceDeskId").textValue().equals(deskId))
        .filter(request -> done(request) == queue.done())
        .map(this::issue)
        .toList();
  }

  private ObjectNode issue(JsonNode request) {
    ObjectNode issue = JsonNodeFactory.instance.objectNode();
    issue.set("id", request.path("issueId"));
    issue.set("key", request.path("issueKey"));
    issue.put("self", site + "/rest/api/2/issue/" + request.path("issueId").textValue());
    ObjectNode fields = issue.putObject("fields");
    fields.set("summary", request.path("summary"));
    fields.set("created", request.path("createdDate").path("jira"));
    fields.putObject("status").set("name", request.path("currentStatus").path("status"));
    return issue;
  }

  private static boolean done(JsonNode request) {
    return request.path("currentStatus").path("statusCategory").textValue().equals("DONE");
  }

  private static String id(int index) {
    return Integer.toString(index + 1);
  }
}
