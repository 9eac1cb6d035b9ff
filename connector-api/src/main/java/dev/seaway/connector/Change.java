package dev.seaway.connector;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What an event may have changed in one declared kind. */
public sealed interface Change {

  /** The name of the declared kind. */
  String kind();

  /** A record that was made or changed, as the kind's list holds it. */
  record Upserted(String kind, ObjectNode record) implements Change {}

  /**
   * A record that is gone.
   *
   * @param known those of its fields that the event tells, each as the list would hold it: the
   *     entities that can be named by these are deleted, all others are left to the next resync
   */
  record Deleted(String kind, ObjectNode known) implements Change {}

  /**
   * A record that must be read to know what it is now, as the kind's {@link LookUp} says. One that
   * cannot be found is left to the next resync, for absence proves nothing.
   *
   * @param id by which it is asked for
   * @param known fields that its record must have, so that no other is taken for it
   */
  record Stale(String kind, String id, ObjectNode known) implements Change {}
}
