package dev.seaway.core.evidence;

import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiResponse;
import dev.seaway.connector.Page;
import dev.seaway.connector.Pagination;
import java.util.Optional;

/** A strategy of a connector's own code, of which nothing is known. */
record CustomPaging() implements Pagination.Custom {

  @Override
  public ApiRequest first(ApiRequest request) {
    return request;
  }

  @Override
  public Optional<ApiRequest> next(ApiRequest previous, ApiResponse response, Page page) {
    return Optional.empty();
  }
}
