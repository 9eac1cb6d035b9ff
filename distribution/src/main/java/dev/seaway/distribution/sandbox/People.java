package dev.seaway.distribution.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** Invents the people who report requests. */
final class People {

  private static final List<String> FIRST_NAMES =
      List.of("Ada", "Bruno", "Clara", "Dmitri", "Elif", "Farid", "Greta", "Hiro", "Ines", "Joel");
  private static final List<String> LAST_NAMES =
      List.of(
          "Quillfeather", "Marlowick", "Ostrander-Vale", "Pemberlight", "Rookhaven", "Stonemallow");

  private final URI site;

  People(URI site) {
    this.site = site;
  }

  ObjectNode person(int index) {
    String name =
        FIRST_NAMES.get(index % FIRST_NAMES.size())
            + " "
            + LAST_NAMES.get(index / FIRST_NAMES.size() % LAST_NAMES.size());
    return person("qm:sandbox:%04d".formatted(index), name, emailAddress(name));
  }

  ObjectNode person(String accountId, String name, String emailAddress) {
    ObjectNode person = JsonNodeFactory.instance.objectNode();
    person.put("accountId", accountId);
    person.put("emailAddress", emailAddress);
    person.put("displayName", name);
    person.put("active", true);
    person.put("timeZone", "Etc/UTC");
    String self = site + "/rest/api/3/user?accountId=" + accountId;
    ObjectNode links = person.putObject("_links");
    links.put("jiraRest", self);
    links.putObject("avatarUrls").put("48x48", site + "/avatar/48.png");
    links.put("self", self);
    return person;
  }

  static int count() {
    return FIRST_NAMES.size() * LAST_NAMES.size();
  }

  private static String emailAddress(String name) {
    return name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.com";
  }
}
