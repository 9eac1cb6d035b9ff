package dev.seaway.core.resync;

import java.util.Set;

/**
 * What one pass has found out about one kind: a value, whoever has read it. What may be deleted is
 * decided by findings alone.
 *
 * @param report what became of its records: read to the end or not, mapped, in doubt, written,
 *     refused
 * @param firstSeen entities that the run had not seen before
 * @param namedById blueprints all of whose entities of this kind are named by an id that the source
 *     can be asked for
 * @param isEmpty whether the source has answered to the end, with not one record
 */
public record Finding(
    KindPlan plan, KindReport report, long firstSeen, Set<String> namedById, boolean isEmpty) {

  public Finding {
    namedById = Set.copyOf(namedById);
  }
}
