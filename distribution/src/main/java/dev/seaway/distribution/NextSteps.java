package dev.seaway.distribution;

import java.util.List;

/** What to do next, as commands to copy. */
final class NextSteps {

  private NextSteps() {}

  /** How to list what a catalog holds. The credentials are the embedded catalog's own. */
  static List<String> listEntities(Engine.OpenCatalog catalog, String blueprint) {
    return List.of(
        "List what it holds, for example the entities of " + blueprint + ", with:",
        "  TOKEN=$(curl -s %s/v1/auth/access_token -H 'Content-Type: application/json' \\"
            .formatted(catalog.address()),
        "    -d '{\"clientId\":\"%s\",\"clientSecret\":\"%s\"}' | sed 's/.*\"accessToken\":\"\\([^\"]*\\).*/\\1/')"
            .formatted(catalog.clientId(), catalog.clientSecret()),
        "  curl -s -H \"Authorization: Bearer $TOKEN\" %s/v1/blueprints"
            .formatted(catalog.address()),
        "  curl -s -H \"Authorization: Bearer $TOKEN\" %s/v1/blueprints/%s/entities"
            .formatted(catalog.address(), blueprint));
  }

  /** How to go from the demonstration to one's own site, in three lines. */
  static List<String> ownSite() {
    return List.of(
        "To read your own site into an embedded catalog:",
        "  export OCEAN__EVENT_LISTENER__TYPE=ONCE OCEAN__INTEGRATION__TYPE=jsm"
            + " OCEAN__INTEGRATION__CONFIG__BASE_URL=https://your-domain.atlassian.net",
        "  export OCEAN__INTEGRATION__CONFIG__USERNAME=you@example.com"
            + " OCEAN__INTEGRATION__CONFIG__PASSWORD='an Atlassian API token'",
        "  ./seaway run    # with OCEAN__PORT__CLIENT_ID and OCEAN__PORT__CLIENT_SECRET: into"
            + " Port");
  }
}
