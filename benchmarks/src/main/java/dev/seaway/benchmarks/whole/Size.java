package dev.seaway.benchmarks.whole;

import java.util.Arrays;
import java.util.stream.Collectors;

/** How many records the site holds. */
enum Size {
  S650("650", 50, 500, 100),
  S12K("12k", 50, 10_000, 2_000),
  S102K("102k", 50, 100_000, 2_000),
  S1M("1M", 50, 1_000_000, 2_000);

  final String label;
  final int desks;
  final int requests;
  final int organizations;

  Size(String label, int desks, int requests, int organizations) {
    this.label = label;
    this.desks = desks;
    this.requests = requests;
    this.organizations = organizations;
  }

  static Size of(String label) {
    return Arrays.stream(values())
        .filter(size -> size.label.equalsIgnoreCase(label))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "--sizes has \"%s\"; it must be one of %s"
                        .formatted(
                            label,
                            Arrays.stream(values())
                                .map(size -> size.label)
                                .collect(Collectors.joining(", ")))));
  }

  int total() {
    return desks + requests + organizations;
  }

  /** Records that change if every list changes by this share, evenly spread. */
  int changed(int percent) {
    return part(desks, percent) + part(requests, percent) + part(organizations, percent);
  }

  private static int part(int count, int percent) {
    return (int) (((long) count * percent + 99) / 100);
  }

  /** As the floor program takes it. */
  String lists() {
    return "/rest/servicedeskapi/servicedesk=%d,/rest/servicedeskapi/request=%d,/rest/servicedeskapi/organization=%d"
        .formatted(desks, requests, organizations);
  }
}
