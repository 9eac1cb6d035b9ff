package dev.seaway.benchmarks.floor;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * What the floor program is to do.
 *
 * @param lists the paths of the lists and the number of their records, {@code /path=500}
 * @param pageSize records of a page
 * @param written entities to write, in bulks of 20
 * @param known entities that the catalog holds: each page is searched for and all are listed; 0
 *     does neither
 */
record FloorJob(URI source, URI catalog, List<String> lists, int pageSize, int written, int known) {

  static FloorJob read(String... arguments) {
    return new FloorJob(
        URI.create(arguments[0]),
        URI.create(arguments[1]),
        List.of(arguments[2].split(",", -1)),
        Integer.parseInt(arguments[3]),
        Integer.parseInt(arguments[4]),
        Integer.parseInt(arguments[5]));
  }

  /** All pages of all lists, by position. */
  List<String> pages() {
    List<String> pages = new ArrayList<>();
    for (String list : lists) {
      int equals = list.indexOf('=');
      int count = Integer.parseInt(list.substring(equals + 1));
      for (int start = 0; start < count; start += pageSize) {
        pages.add(list.substring(0, equals) + "?start=" + start + "&limit=" + pageSize);
      }
    }
    return pages;
  }
}
