package dev.seaway.distribution.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Invents customer requests. Each is a function of its number alone, whatever the site's sizes. */
final class Requests {

  private static final Instant FIRST = Instant.parse("2026-01-05T08:00:00Z");
  private static final Duration APART = Duration.ofMinutes(97);
  private static final long SEED = 20_260_105L;

  private static final List<String> SUMMARIES =
      List.of(
          "Cannot sign in to %s after the password change",
          "Please give me access to %s",
          "Since this morning %s shows an empty page",
          "How do I export last month's figures from %s?",
          "New colleague starts on Monday and needs %s",
          "In the afternoons %s is slow",
          "Replace the licence of %s before it runs out",
          "Wrong name on my account in %s");
  private static final List<String> THINGS =
      List.of(
          "the invoice portal",
          "the VPN",
          "the \"Compass\" dashboard",
          "the shared printer on floor 3",
          "the café booking page",
          "the travel desk",
          "the build server",
          "the contract archive",
          "the video rooms");

  private record Status(String name, String category) {}

  private static final List<Status> STATUSES =
      List.of(
          new Status("Waiting for support", "INDETERMINATE"),
          new Status("In progress", "INDETERMINATE"),
          new Status("Waiting for customer", "INDETERMINATE"),
          new Status("Open", "NEW"),
          new Status("Resolved", "DONE"),
          new Status("Closed", "DONE"));

  private final URI site;
  private final Desks desks;
  private final int deskCount;
  private final People people;

  Requests(URI site, Desks desks, int deskCount) {
    this.site = site;
    this.desks = desks;
    this.deskCount = deskCount;
    this.people = new People(site);
  }

  ObjectNode request(int index) {
    Random random = new Random(SEED + index);
    int desk = index % deskCount;
    String issueId = Integer.toString(20_001 + index);
    String issueKey = desks.key(desk) + "-" + (index / deskCount + 1);
    String summary = pick(SUMMARIES, random).formatted(pick(THINGS, random));
    Instant created = FIRST.plus(APART.multipliedBy(index));

    ObjectNode request = JsonNodeFactory.instance.objectNode();
    request.put("issueId", issueId);
    request.put("issueKey", issueKey);
    request.put("summary", summary);
    request.put("requestTypeId", Integer.toString(1 + random.nextInt(8)));
    request.put("serviceDeskId", desks.id(desk));
    request.set("createdDate", Dates.json(created));
    request.set("reporter", people.person(random.nextInt(People.count())));
    request.set("requestFieldValues", fieldValues(summary));
    request.set("currentStatus", status(random, created));
    request.set("_links", links(issueId, issueKey, desks.id(desk)));
    return request;
  }

  private static ArrayNode fieldValues(String summary) {
    ArrayNode values = JsonNodeFactory.instance.arrayNode();
    values
        .addObject()
        .put("fieldId", "summary")
        .put("label", "What do you need?")
        .put("value", summary);
    values
        .addObject()
        .put("fieldId", "description")
        .put("label", "Why do you need this?")
        .put("value", "It keeps me from my work.\nThank you for looking into it.");
    return values;
  }

  private static ObjectNode status(Random random, Instant created) {
    Status status = pick(STATUSES, random);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("status", status.name());
    json.put("statusCategory", status.category());
    json.set("statusDate", Dates.json(created.plus(Duration.ofMinutes(random.nextInt(2_000)))));
    return json;
  }

  private ObjectNode links(String issueId, String issueKey, String deskId) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("jiraRest", site + "/rest/api/2/issue/" + issueId)
        .put("web", site + "/servicedesk/customer/portal/" + deskId + "/" + issueKey)
        .put("self", site + "/rest/servicedeskapi/request/" + issueId)
        .put("agent", site + "/browse/" + issueKey);
  }

  private static <T> T pick(List<T> choices, Random random) {
    return choices.get(random.nextInt(choices.size()));
  }
}
