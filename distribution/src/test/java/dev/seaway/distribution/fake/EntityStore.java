package dev.seaway.distribution.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The blueprints and entities of a {@link FakePort}. Guarded by the port's lock. */
final class EntityStore {

  /** How an upsert is to be done, and who asks for it. */
  record Upsert(boolean upsert, boolean merge, boolean createMissing, String datasource) {}

  /** What became of one entity: created or not, or the reason why it was refused. */
  record Outcome(boolean created, Optional<Refusal> refusal) {}

  record Refusal(int statusCode, String error, String message) {}

  private record Key(String blueprint, String identifier) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byBlueprint = blueprint.compareTo(other.blueprint);
      return byBlueprint != 0 ? byBlueprint : identifier.compareTo(other.identifier);
    }
  }

  private static final Pattern IDENTIFIER = Pattern.compile("[\\p{L}0-9@_.+:\\\\/='-]{1,1000}");

  private final Map<String, ObjectNode> blueprints = new TreeMap<>();
  private final Map<Key, StoredEntity> entities = new TreeMap<>();
  private final InstantSource clock;

  EntityStore(InstantSource clock) {
    this.clock = clock;
  }

  void putBlueprint(ObjectNode blueprint) {
    blueprints.put(blueprint.path("identifier").asText(), blueprint.deepCopy());
  }

  void removeBlueprint(String identifier) {
    blueprints.remove(identifier);
  }

  Optional<ObjectNode> blueprint(String identifier) {
    return Optional.ofNullable(blueprints.get(identifier));
  }

  List<ObjectNode> blueprints() {
    return List.copyOf(blueprints.values());
  }

  Outcome upsert(String blueprint, JsonNode sent, Upsert how) {
    String identifier = sent.path("identifier").asText();
    if (!IDENTIFIER.matcher(identifier).matches() || identifier.matches("\\.{1,2}")) {
      return refused(422, "invalid_request", "The identifier is not allowed: " + identifier);
    }
    Key key = new Key(blueprint, identifier);
    StoredEntity before = entities.get(key);
    if (before != null && !how.upsert()) {
      return refused(409, "entity_exists", "There is already an entity " + identifier);
    }
    ObjectNode content =
        StoredEntity.combined(
            before == null ? JsonNodeFactory.instance.objectNode() : before.content(),
            sent,
            how.merge());
    var now = clock.instant();
    var created = before == null ? now : before.createdAt();
    var entity = new StoredEntity(blueprint, identifier, content, how.datasource(), created, now);
    Optional<Refusal> missing = relate(entity, how);
    if (missing.isPresent()) {
      return new Outcome(false, missing);
    }
    entities.put(key, entity);
    return new Outcome(before == null, Optional.empty());
  }

  Optional<StoredEntity> find(String blueprint, String identifier) {
    return Optional.ofNullable(entities.get(new Key(blueprint, identifier)));
  }

  List<StoredEntity> entities(Predicate<StoredEntity> wanted) {
    return entities.values().stream().filter(wanted).toList();
  }

  void remove(StoredEntity entity) {
    entities.remove(new Key(entity.blueprint(), entity.identifier()));
  }

  /** The entities that name this one in a relation. */
  List<StoredEntity> dependents(StoredEntity target) {
    return entities(
        entity ->
            entity
                .relationNames()
                .filter(relation -> target(entity, relation).equals(target.blueprint()))
                .anyMatch(relation -> entity.related(relation).contains(target.identifier())));
  }

  private Optional<Refusal> relate(StoredEntity entity, Upsert how) {
    for (String relation : entity.relationNames().toList()) {
      String target = target(entity, relation);
      if (target.isEmpty()) {
        return Optional.of(new Refusal(422, "invalid_request", "Unknown relation " + relation));
      }
      for (String related : entity.related(relation)) {
        if (find(target, related).isEmpty()
            && (!how.createMissing() || !create(target, related, how))) {
          return Optional.of(
              new Refusal(404, "not_found", "Relation " + relation + " misses " + related));
        }
      }
    }
    return Optional.empty();
  }

  private boolean create(String blueprint, String identifier, Upsert how) {
    ObjectNode bare = JsonNodeFactory.instance.objectNode().put("identifier", identifier);
    return blueprints.containsKey(blueprint) && upsert(blueprint, bare, how).refusal().isEmpty();
  }

  private String target(StoredEntity entity, String relation) {
    return blueprint(entity.blueprint())
        .map(blueprint -> blueprint.path("relations").path(relation).path("target").asText())
        .orElse("");
  }

  private static Outcome refused(int status, String error, String message) {
    return new Outcome(false, Optional.of(new Refusal(status, error, message)));
  }
}
