package dev.seaway.core.resync;

import dev.seaway.core.SeawayException;
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
 */
public record KindReport(
    String kind,
    Set<String> blueprints,
    Counts counts,
    Optional<SeawayException> failure,
    List<Remark> remarks) {

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
   * @param example names one of them
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
      return of >= count
          ? "%s in %d of %d %s, for example %s"
              .formatted(what, count, of, of == 1 ? "record" : "records", example)
          : "%s (%d %s, for example %s)"
              .formatted(what, count, count == 1 ? "time" : "times", example);
    }
  }

  /** Read to a proven end, and every record mapped. */
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
        .or(() -> first(Remark.Severity.DOUBT));
  }

  /** Why nothing that this kind feeds may be deleted; empty where it may. */
  public Optional<String> doubt() {
    return incompleteness().or(() -> first(Remark.Severity.CAUTION));
  }

  private Optional<String> first(Remark.Severity severity) {
    return remarks.stream()
        .filter(remark -> remark.severity() == severity)
        .findFirst()
        .map(remark -> kind + ": " + remark);
  }
}
