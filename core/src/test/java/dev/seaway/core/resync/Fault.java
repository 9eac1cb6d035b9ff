package dev.seaway.core.resync;

/**
 * Something that goes wrong in a run.
 *
 * @param at the page at which it does, from 0, or how many records it concerns
 * @param list which of the lists; -1: all
 * @param reading the reading in which it does: 1, 2, or 0 for both
 */
record Fault(Kind kind, int at, int list, int reading, int form) {

  enum Kind {
    /** The server shows the first records only. */
    CAPPED,
    /** A page names no next one, though there is one. */
    NEXT_DROPPED,
    /** The list is read as if it had one page. */
    READ_AS_ONE_PAGE,
    /** The first page is counted otherwise. */
    WRONG_START,
    /** An error object, and no list. */
    ERROR_OBJECT,
    /** A filled error beside the data, of which a part is missing. */
    ERROR_BESIDE,
    /** Fewer records, and a word that says so. */
    PARTIAL,
    /** Fewer records, and a status in the body that says so. */
    BAD_STATUS,
    /** Fewer records, and a text that says so. */
    WARNING,
    /** Fewer records, and 202, 206 or 207. */
    HTTP_STATUS,
    /** A page fails. */
    FAILURE,
    /** Records of which nothing can be known. */
    BAD_RECORDS,
    /** A record comes in place of another. */
    DUPLICATE,
    /** Something is added before what was read. */
    INSERTED,
    /** Something that was read is deleted, so that the next record is passed over. */
    DELETED_BEHIND,
    /** What was not read yet moves before what was. */
    REORDERED,
    /** Records of one rank come in another order with each request (NetBox, OData, Postgres). */
    UNSTABLE_ORDER,
    /** The total is another one than that of the list. */
    TOTAL_LAGS,
    /** A page without records, and further ones behind it. */
    EMPTY_PAGE,
    /** A page comes twice. */
    PAGE_REPEATED,
    /** Position and page size are not heeded (AccuLynx, Numista). */
    POSITION_IGNORED,
    /** Records are left out of pages after these were cut (permissions: MLRun, Boundary). */
    FILTERED_AFTER_PAGING,
    /** The list is empty, and its total is not (Stash). */
    EMPTY_BESIDE_TOTAL,
    /** The account loses sight of parents. */
    PARENTS_HIDDEN,
    /** The mapping leaves out records. */
    SELECTOR_NARROWED
  }

  static Fault of(Choices choices) {
    return new Fault(
        choices.oneOf(Kind.values()),
        choices.below(6),
        choices.between(-1, 4),
        choices.oneOf(0, 1, 2),
        choices.below(12));
  }

  boolean holds(int nowReading, int ofList) {
    return (reading == 0 || reading == nowReading) && (list < 0 || list == ofList);
  }

  @Override
  public String toString() {
    return "%s at %d (form %d) in %s, in %s"
        .formatted(
            kind,
            at,
            form,
            list < 0 ? "all lists" : list == 0 ? "the first list" : "list " + list,
            reading == 0 ? "both readings" : "reading " + reading);
  }
}
