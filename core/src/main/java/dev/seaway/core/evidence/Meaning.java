package dev.seaway.core.evidence;

/** What a word outside of the records says, whatever its spelling. */
enum Meaning {
  /** A link to the next page or a token for it, while there is one. */
  NEXT,
  /** A token that some APIs give on the last page too, or repeat from the request. */
  TOKEN,
  /** The position of the next page, which some APIs count on behind the end. */
  NEXT_POSITION,
  /** True while there is more. */
  MORE,
  /** True on the last page. */
  LAST,
  /** True on the last page; or, as a number, the number of the last page. */
  LAST_PAGE,
  /** True on the first page. */
  FIRST,
  /** True on every page but the first. */
  PREVIOUS,
  /** The number of all records. */
  TOTAL,
  /** The number of all records that a filter leaves: goes before a total. */
  FILTERED_TOTAL,
  /** The number of all records at some APIs, and of this page's at others. */
  COUNT,
  /** Says with the value gte that a total is only a lower bound. */
  RELATION,
  /** The number of all pages. */
  PAGES,
  /** True, or filled, where the answer holds a part only. */
  PART,
  /** False where the answer holds a part only. */
  WHOLE,
  /** A word such as timeout or failed where the answer holds a part only. */
  STATUS,
  /** Filled where something failed beside the data. */
  ERROR,
  /** False where something failed beside the data. */
  OK,
  /** Text for people, which may tell that something was left out. */
  WARNING,
  /** Text or a status that stands in place of a list where something failed. */
  MESSAGE,
  /** Says nothing of the end, and nor does what lies below it, but for words with that parent. */
  NOTHING
}
