package dev.seaway.benchmarks.catalog;

import dev.seaway.benchmarks.wire.WireRequest;

/** The kinds of calls that are counted apart. */
enum CallKind {
  TOKEN,
  INTEGRATION,
  STATE,
  EXAMPLES,
  BLUEPRINT,
  SEARCH,
  BULK,
  LISTING,
  DELETE,
  UNKNOWN;

  static CallKind of(WireRequest request) {
    String path = request.path();
    if (path.endsWith("/entities/bulk")) {
      return BULK;
    }
    if (path.equals("/v1/entities/search")) {
      return SEARCH;
    }
    if (path.equals("/v1/blueprints/entities/datasource-entities")) {
      return LISTING;
    }
    if (path.endsWith("/bulk/entities/delete")) {
      return DELETE;
    }
    return path.equals("/v1/auth/access_token") ? TOKEN : definition(path);
  }

  private static CallKind definition(String path) {
    if (path.startsWith("/v1/blueprints")) {
      return path.split("/", -1).length <= 4 ? BLUEPRINT : UNKNOWN;
    }
    if (!path.startsWith("/v1/integration")) {
      return UNKNOWN;
    }
    if (path.endsWith("/resync-state")) {
      return STATE;
    }
    return path.endsWith("/examples") ? EXAMPLES : INTEGRATION;
  }
}
