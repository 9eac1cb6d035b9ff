package dev.seaway.core.resync;

import dev.seaway.core.SeawayException;
import dev.seaway.core.evidence.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What became of one kind.
 *
 * @param blueprints what it may feed; empty: any
 * @param failure why it was not read to its end
 * @param remarks records dropped or failed, fields in error, entities refused: each once, with a
 *     count and an example
 * @param evidence whether its lists were read to their end; empty where none was
 * @param settled whether a list that has moved was read again, and nothing new was found then
 */
public record KindReport(
    String kind,
    Set<String> blueprints,
    Counts counts,
    Optional<SeawayException> failure,
    List<Remark> remarks,
    Optional<Verdict> evidence,
    boolean settled) {

  public KindReport {
    remarks = List.copyOf(remarks);
  }

  /**
   * Counted in records: {@code records skipped dropped failed}; counted in entities: the others.
   *
   * @param skipped left out by the selector
   * @param dropped without identifier or blueprint
   * @param failed in error in selector, identifier or blueprint
   */
  public record Counts(
      int pages,
      long records,
      long skipped,
      long dropped,
      long failed,
      long upserted,
      long unchanged,
      long refused) {}

  /**
   * Something that happened to several records in the same way.
   *
   * @param of how many records there were; 0 if it is not about records
   * @param example names one of them; empty where the sentence says all
   */
  public record Remark(Severity severity, String what, long count, long of, String example) {

    /** What it means for the run. */
    public enum Severity {
      /** The mapping's author may have meant it. */
      NOTE,
      /** The author may have meant it, but nothing may be deleted by it. */
      CAUTION,
      /** The kind is incomplete by it. */
      DOUBT,
      /** The catalog lacks it. */
      REFUSED
    }

    Remark again() {
      return new Remark(severity, what, count + 1, of, example);
    }

    Remark of(long records) {
      return new Remark(severity, what, count, records, example);
    }

    /** One record may make several entities: then the records are not what is counted. */
    @Override
    public String toString() {
      if (example.isEmpty()) {
        return what;
      }
      return of >= count
          ? "%s in %d of %d %s, for example %s"
              .formatted(what, count, of, of == 1 ? "record" : "records", example)
          : "%s (%d %s, for example %s)"
              .formatted(what, count, count == 1 ? "time" : "times", example);
    }
  }

  /** Read to an end that nothing contradicts, and every record mapped. */
  public boolean complete() {
    return incompleteness().isEmpty();
  }

  /** Everything that was read is in the catalog. */
  public boolean written() {
    return counts.refused() == 0;
  }

  /** Why it is not complete; empty where it is. */
  public Optional<String> incompleteness() {
    return failure
        .map(cause -> kind + " was not read to its end: " + cause.getMessage())
        .or(() -> contradiction().filter(_ -> !settled).map(this::named))
        .or(() -> first(Remark.Severity.DOUBT));
  }

  /** Why nothing that this kind feeds may be deleted; empty where it may. */
  public Optional<String> doubt() {
    return failure
        .map(cause -> kind + " was not read to its end: " + cause.getMessage())
        .or(() -> contradiction().filter(_ -> !isMoved()).map(this::named))
        .or(() -> first(Remark.Severity.DOUBT))
        .or(() -> first(Remark.Severity.CAUTION));
  }

  /** Why an end is only inferred; empty where it is proven, or contradicted. */
  public Optional<String> inference() {
    return evidence.filter(Verdict.Inferred.class::isInstance).map(this::named);
  }

  /** How a list has changed while it was read; empty where none is known to have. */
  public Optional<String> movement() {
    return isMoved() ? contradiction().map(this::named) : Optional.empty();
  }

  /** Whether a list has changed while it was read, and nothing worse is known. */
  public boolean isMoved() {
    return failure.isEmpty()
        && contradiction().filter(found -> found.contradiction().isMovement()).isPresent();
  }

  /** Whether a list has changed, and it is known that something was passed over by that. */
  boolean isLost() {
    return isMoved()
        && contradiction()
            .filter(found -> found.contradiction() == Verdict.Contradiction.LOST)
            .isPresent();
  }

  /** The same, once it is known what a second reading has shown. */
  KindReport with(Optional<Verdict> shown, boolean nothingNew) {
    return new KindReport(kind, blueprints, counts, failure, remarks, shown, nothingNew);
  }

  private Optional<Verdict.Contradicted> contradiction() {
    return evidence
        .filter(Verdict.Contradicted.class::isInstance)
        .map(Verdict.Contradicted.class::cast);
  }

  private String named(Verdict verdict) {
    return kind + ": " + verdict.text();
  }

  private Optional<String> first(Remark.Severity severity) {
    return remarks.stream()
        .filter(remark -> remark.severity() == severity)
        .findFirst()
        .map(remark -> kind + ": " + remark);
  }
}
