package dev.seaway.core.evidence;

/** What a word outside of the records says, whatever its spelling. */
enum SignMeaning {
  NEXT("a link to the next page or a token for it, while there is one"),
  TOKEN("a token for the next page, which some APIs repeat from the request"),
  PAGE_END("names the last record of this page, so that it is there on the last page too"),
  POSITION(
      "repeats the position that was asked for; a text that is no number leads to the next page"),
  CLOSING("filled on the last page only"),
  NEXT_POSITION("the position of the next page, which some APIs count on behind the end"),
  MORE("true while there is more"),
  LAST("true on the last page"),
  LAST_PAGE("true on the last page; or, as a number, the number of the last page"),
  LAST_NUMBER("the number of the last page, counted from 0 or from 1"),
  FIRST("true on the first page"),
  PREVIOUS("true on every page but the first"),
  TOTAL("the number of all records"),
  FILTERED_TOTAL(
      "the number of all records that a filter leaves: goes before a total where a filter was asked"
          + " for"),
  COUNT("the number of all records at some APIs, and of this page's at others"),
  RELATION("says with the value gte that a total is only a lower bound"),
  EXACT("false where a total is only an estimate"),
  ESTIMATE("true where a total is only an estimate"),
  PAGES("the number of all pages"),
  PART("true, or filled, where the answer holds a part only"),
  WHOLE("false where the answer holds a part only"),
  STATUS("a word such as timeout or failed where the answer holds a part only"),
  ERROR("filled where something failed beside the data"),
  OK("false where something failed beside the data"),
  WARNING("text for people, which may tell that something was left out"),
  MESSAGE("text or a status that stands in place of a list where something failed"),
  MAYBE_PART(
      "true, filled or above 0 where something was left out; heard where nothing proves the end"),
  MAYBE_WHOLE("false where something was left out; heard where nothing proves the end"),
  MAYBE_MORE("true, filled or above 0 where there is more; heard where nothing proves the end"),
  MAYBE_NEXT("a link or a token where there is more; heard where nothing proves the end"),
  MAYBE_TOTAL(
      "a number of records; heard where it is above what was read and nothing proves the end"),
  UNFINISHED(
      "a word such as running for a search that goes on; heard where nothing proves the end"),
  SOURCES(
      "a list of what was asked, of which one may have failed; heard where nothing proves the end"),
  UNIT("a name with that part counts no records"),
  OPTION("a name with that part repeats what was asked for, or is about something else"),
  ASIDE("speaks of the search: what lies below it is heard where nothing proves the end"),
  NOTHING(
      "says nothing of the end, and nor does what lies below it, but for words with that parent");

  private final String sentence;

  SignMeaning(String sentence) {
    this.sentence = sentence;
  }

  /** What such a word says. */
  String sentence() {
    return sentence;
  }
}
