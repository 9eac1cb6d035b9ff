package dev.seaway.connector.jsm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.connector.Change;
import dev.seaway.connector.Change.Deleted;
import dev.seaway.connector.Change.Stale;
import dev.seaway.connector.Delivery;
import dev.seaway.connector.LiveEvents;
import dev.seaway.connector.Secret;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Webhooks of a Jira site, as its administrators set them up. An event names what changed; what it
 * is now is read from the site, so that late and repeated deliveries do no harm.
 *
 * @param secret by which the site signs; empty: every delivery is refused
 */
record JiraWebhooks(Optional<Secret> secret) implements LiveEvents {

  static final String CUSTOMER_REQUEST = "customer-request";
  static final String ISSUE = "issue";
  static final String SERVICE_DESK = "service-desk";
  static final String PROJECT = "project";

  private static final String SIGNATURE = "X-Hub-Signature";
  private static final Pattern ID = Pattern.compile("[0-9]{1,19}");
  private static final Pattern PROJECT_KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,254}");

  @Override
  public String path() {
    return "webhook";
  }

  @Override
  public Optional<String> refusal(Delivery delivery) {
    if (secret.isEmpty()) {
      return Optional.of("no webhookSecret is set, so that nobody can sign");
    }
    if (delivery.header(SIGNATURE).isEmpty()) {
      return Optional.of("it has no " + SIGNATURE + "; give the webhook its secret in Jira");
    }
    return delivery.isSigned(SIGNATURE, "sha256=", secret.get())
        ? Optional.empty()
        : Optional.of("its " + SIGNATURE + " is not made with webhookSecret");
  }

  @Override
  public Event event(Delivery delivery) {
    JsonNode body = delivery.json();
    String name = body.path("webhookEvent").asText();
    Optional<String> key = delivery.header("X-Atlassian-Webhook-Identifier");
    return switch (name) {
      case "jira:issue_created", "jira:issue_updated" -> {
        String id = id(body, "issue");
        yield new Event(name, key, "issue/" + id, issueChanged(id));
      }
      case "jira:issue_deleted" -> {
        String id = id(body, "issue");
        yield new Event(name, key, "issue/" + id, issueDeleted(id, body.path("issue")));
      }
      case "project_created", "project_updated" -> {
        String id = id(body, "project");
        yield new Event(name, key, "project/" + id, projectChanged(id, body.path("project")));
      }
      case "project_deleted" -> {
        String id = id(body, "project");
        yield new Event(name, key, "project/" + id, projectDeleted(id, body.path("project")));
      }
      case "" -> throw new IllegalArgumentException("it names no webhookEvent");
      default -> new Event(name, key, name, List.of());
    };
  }

  private static String id(JsonNode body, String what) {
    String id = body.path(what).path("id").asText();
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("its " + what + " has no id of digits");
    }
    return id;
  }

  private static List<Change> issueChanged(String id) {
    return List.of(
        new Stale(CUSTOMER_REQUEST, id, object("issueId", id)),
        new Stale(ISSUE, id, object("id", id)));
  }

  private static List<Change> issueDeleted(String id, JsonNode issue) {
    ObjectNode request = object("issueId", id);
    ObjectNode platform = object("id", id);
    String key = issue.path("key").asText();
    if (!key.isEmpty()) {
      request.put("issueKey", key);
      platform.put("key", key);
    }
    return List.of(new Deleted(CUSTOMER_REQUEST, request), new Deleted(ISSUE, platform));
  }

  private static List<Change> projectChanged(String id, JsonNode project) {
    return List.of(
        new Stale(SERVICE_DESK, key(project), object("projectId", id)),
        new Stale(PROJECT, id, object("id", id)));
  }

  /** The service desk's own id is not known here: an entity named by it is left to the resync. */
  private static List<Change> projectDeleted(String id, JsonNode project) {
    String key = key(project);
    return List.of(
        new Deleted(SERVICE_DESK, object("projectId", id).put("projectKey", key)),
        new Deleted(PROJECT, object("id", id).put("key", key)));
  }

  private static String key(JsonNode project) {
    String key = project.path("key").asText();
    if (!PROJECT_KEY.matcher(key).matches()) {
      throw new IllegalArgumentException("its project has no key");
    }
    return key;
  }

  @Override
  public Set<String> tellingFields(String kind) {
    return switch (kind) {
      case CUSTOMER_REQUEST -> Set.of("issueId", "issueKey");
      case SERVICE_DESK -> Set.of("id", "projectId", "projectKey");
      case ISSUE, PROJECT -> Set.of("id", "key");
      default -> Set.of();
    };
  }

  private static ObjectNode object(String field, String value) {
    return JsonNodeFactory.instance.objectNode().put(field, value);
  }
}
