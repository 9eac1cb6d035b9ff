package dev.seaway.distribution.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Invents customer organizations. */
final class Organizations {

  private static final List<String> PLACES =
      List.of(
          "Northlight",
          "Harbourfield",
          "Quillstone",
          "Amberwick",
          "Fernhollow",
          "Saltmarsh",
          "Copperdale",
          "Windmere",
          "Thistledown",
          "Larkspur");
  private static final List<String> TRADES =
      List.of(
          "Bakery",
          "Logistics",
          "Instruments",
          "Dairy",
          "Printing",
          "Glassworks",
          "Outdoor",
          "Textiles",
          "Robotics",
          "Gardens");

  private final URI site;

  Organizations(URI site) {
    this.site = site;
  }

  ObjectNode organization(int index) {
    String id = Integer.toString(index + 1);
    ObjectNode organization = JsonNodeFactory.instance.objectNode();
    organization.put("id", id);
    organization.put("name", name(index));
    organization.put("scimManaged", index % 4 == 0);
    organization.put("uuid", uuid(id).toString());
    organization.putObject("_links").put("self", site + "/rest/servicedeskapi/organization/" + id);
    return organization;
  }

  private static String name(int index) {
    int round = index / (PLACES.size() * TRADES.size());
    return PLACES.get(index % PLACES.size())
        + " "
        + TRADES.get(index / PLACES.size() % TRADES.size())
        + (round == 0 ? "" : " " + (round + 1));
  }

  private static UUID uuid(String id) {
    return UUID.nameUUIDFromBytes(("organization " + id).getBytes(StandardCharsets.UTF_8));
  }
}
