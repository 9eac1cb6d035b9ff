package dev.seaway.benchmarks.floor;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Searches of the size that Seaway sends for each page, which the catalog answers in full. */
final class PreparedSearch {

  static final String PATH =
      "/v1/entities/search?exclude_calculated_properties=true&include=blueprint&include=identifier"
          + "&include=title&include=properties.issueKey&include=properties.summary"
          + "&include=properties.status&include=properties.createdAt&include=relations.serviceDesk";

  private static final int FIRST_REQUEST = 1_000_001;

  private PreparedSearch() {}

  static String of(int start, int length) {
    return IntStream.range(start, start + length)
        .mapToObj(index -> "\"" + (FIRST_REQUEST + index) + "\"")
        .collect(
            Collectors.joining(
                ",",
                "{\"combinator\":\"and\",\"rules\":["
                    + "{\"property\":\"$identifier\",\"operator\":\"in\",\"value\":[",
                "]},{\"property\":\"$blueprint\",\"operator\":\"=\",\"value\":\"jsmCustomerRequest\"},"
                    + "{\"property\":\"$datasource\",\"operator\":\"contains\",\"value\":\"port-ocean/\"},"
                    + "{\"property\":\"$datasource\",\"operator\":\"contains\",\"value\":\"/exporter\"}]}"));
  }
}
