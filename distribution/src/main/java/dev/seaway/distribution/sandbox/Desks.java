package dev.seaway.distribution.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** Invents service desks and the projects behind them. */
final class Desks {

  private static final List<String> TEAMS =
      List.of(
          "Billing",
          "Network",
          "Payroll",
          "Facilities",
          "Legal",
          "Procurement",
          "Security",
          "Travel",
          "Workplace",
          "Data");
  private static final List<String> SERVICES =
      List.of("Support", "Operations", "Requests", "Incidents", "Help");

  private final URI site;

  Desks(URI site) {
    this.site = site;
  }

  ObjectNode serviceDesk(int index) {
    ObjectNode desk = JsonNodeFactory.instance.objectNode();
    desk.put("id", id(index));
    desk.put("projectId", projectId(index));
    desk.put("projectName", name(index));
    desk.put("projectKey", key(index));
    desk.putObject("_links").put("self", site + "/rest/servicedeskapi/servicedesk/" + id(index));
    return desk;
  }

  ObjectNode project(int index) {
    ObjectNode project = JsonNodeFactory.instance.objectNode();
    project.put("self", site + "/rest/api/3/project/" + projectId(index));
    project.put("id", projectId(index));
    project.put("key", key(index));
    project.put("name", name(index));
    project.put("projectTypeKey", "service_desk");
    project.put("simplified", false);
    project.put("style", "classic");
    project.put("isPrivate", false);
    return project;
  }

  String id(int index) {
    return Integer.toString(index + 1);
  }

  String key(int index) {
    return team(index).substring(0, 3).toUpperCase(Locale.ROOT)
        + service(index).charAt(0)
        + round(index, "");
  }

  private String projectId(int index) {
    return Integer.toString(10_000 + index);
  }

  private String name(int index) {
    return team(index) + " " + service(index) + round(index, " ");
  }

  private String team(int index) {
    return TEAMS.get(index % TEAMS.size());
  }

  private String service(int index) {
    return SERVICES.get(index / TEAMS.size() % SERVICES.size());
  }

  /** Beyond 50 desks the names repeat, so they get a number. */
  private String round(int index, String before) {
    int round = index / (TEAMS.size() * SERVICES.size());
    return round == 0 ? "" : before + (round + 1);
  }
}
