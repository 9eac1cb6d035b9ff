package dev.seaway.core.evidence;

import dev.seaway.connector.Pagination;

/** By what the pages of a list follow each other. */
public enum ReadOrder {
  /** One answer, or numbers that we count ourselves: what an answer says of a next page counts. */
  BY_NUMBER,
  /** Links or tokens of the answers. */
  BY_LINK;

  /** The order of a pagination's pages. */
  public static ReadOrder of(Pagination pagination) {
    return switch (pagination) {
      case Pagination.None _, Pagination.Offset _, Pagination.PageNumber _ -> BY_NUMBER;
      case Pagination.Cursor _,
          Pagination.NextLink _,
          Pagination.HeaderLink _,
          Pagination.Custom _ ->
          BY_LINK;
    };
  }
}
