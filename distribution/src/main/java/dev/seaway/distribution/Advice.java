package dev.seaway.distribution;

import java.util.List;

/** What to do next, as commands to copy. */
final class Advice {

  private Advice() {}

  /** How to list what a catalog holds. The credentials are the embedded catalog's own. */
  static List<String> listEntities(Engine.OpenCatalog catalog) {
    return List.of(
        "List its entities with:",
        "  TOKEN=$(curl -s %s/v1/auth/access_token -H 'Content-Type: application/json' \\"
            .formatted(catalog.address()),
        "    -d '{\"clientId\":\"%s\",\"clientSecret\":\"%s\"}' | sed 's/.*\"accessToken\":\"\\([^\"]*\\).*/\\1/')"
            .formatted(catalog.clientId(), catalog.clientSecret()),
        "  curl -s -H \"Authorization: Bearer $TOKEN\" %s/v1/blueprints/jsmServiceDesk/entities"
            .formatted(catalog.address()));
  }

  /** How to go from the demonstration to one's own site, in three lines. */
  static List<String> ownSite() {
    return List.of(
        "To read your own site, set OCEAN__INTEGRATION__TYPE=jsm and"
            + " OCEAN__INTEGRATION__CONFIG__BASE_URL=https://your-domain.atlassian.net,",
        "OCEAN__INTEGRATION__CONFIG__AUTH_TYPE=basic, ..._USERNAME=<e-mail> and"
            + " ..._PASSWORD=<API token>; name your catalog in OCEAN__PORT__BASE_URL,",
        "OCEAN__PORT__CLIENT_ID and OCEAN__PORT__CLIENT_SECRET; then:"
            + " OCEAN__EVENT_LISTENER__TYPE=ONCE seaway run");
  }
}
