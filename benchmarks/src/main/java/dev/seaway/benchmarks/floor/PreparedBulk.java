package dev.seaway.benchmarks.floor;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Bulks of about the size that Seaway sends. */
final class PreparedBulk {

  static final int LENGTH = 20;

  private static final String ENTITY =
      """
      {"identifier":"floor-%d","blueprint":"jsmCustomerRequest",\
      "title":"The monthly report 1000001 of the branch does not open, revision 000",\
      "properties":{"issueKey":"D101-1000001",\
      "summary":"The monthly report 1000001 of the branch does not open, revision 000",\
      "status":"Waiting for support","createdAt":"2026-10-01T09:15:00+0000"},\
      "relations":{"serviceDesk":"101"}}\
      """;

  private PreparedBulk() {}

  static String of(int length) {
    return IntStream.range(0, length)
        .mapToObj(ENTITY::formatted)
        .collect(Collectors.joining(",", "{\"entities\":[", "]}"));
  }
}
