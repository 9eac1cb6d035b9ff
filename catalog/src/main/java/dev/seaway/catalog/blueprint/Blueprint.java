package dev.seaway.catalog.blueprint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** A checked blueprint: its document as it was sent, and the rules that its entities must keep. */
public record Blueprint(
    String identifier,
    Map<String, PropertyRule> properties,
    Set<String> required,
    Map<String, RelationRule> relations,
    ObjectNode document) {

  public Blueprint {
    properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    required = Collections.unmodifiableSet(new LinkedHashSet<>(required));
    relations = Collections.unmodifiableMap(new LinkedHashMap<>(relations));
  }

  /** Users and teams belong to the people who administer the catalog: no sync makes them up. */
  public boolean bareEntitiesAllowed() {
    return !identifier.equals("_user") && !identifier.equals("_team");
  }
}
