package dev.seaway.core.read;

import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.Pagination;
import java.util.Optional;

/**
 * Where in its list a request asks. Only numbers that count records or pages mean the same in
 * another process; a cursor or a link may have lost its meaning by then, and may be secret.
 */
final class Position {

  private Position() {}

  static Optional<String> of(ApiRequest request, Pagination pagination) {
    return parameter(pagination).flatMap(request::query);
  }

  static ApiRequest in(ApiRequest first, Pagination pagination, String position) {
    return parameter(pagination).map(name -> first.withQuery(name, position)).orElse(first);
  }

  private static Optional<String> parameter(Pagination pagination) {
    return switch (pagination) {
      case Pagination.Offset offset -> Optional.of(offset.offsetParam());
      case Pagination.PageNumber number -> Optional.of(number.pageParam());
      case Pagination.None _,
          Pagination.Cursor _,
          Pagination.NextLink _,
          Pagination.HeaderLink _,
          Pagination.Custom _ ->
          Optional.empty();
    };
  }
}
