package dev.seaway.catalog.entity;

import dev.seaway.catalog.wire.Refusal;

/** What became of one entity of a bulk. */
public sealed interface WriteResult {
  /** The place of the entity in the bulk, from 0. */
  int index();

  /** The identifier; for a failed search, what was sent. */
  String identifier();

  /** It was stored. */
  record Written(int index, String identifier, boolean created) implements WriteResult {}

  /** It was refused; nothing of it was stored. */
  record Failed(int index, String identifier, Refusal refusal) implements WriteResult {}
}
