package dev.seaway.catalog.entity;

import dev.seaway.catalog.wire.Refusal;
import dev.seaway.store.Session;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Lists what a datasource wrote before some time, page by page. A page begins after the last row of
 * the page before, in the order of datasource, time and row, so that deletions and writes between
 * pages neither skip nor repeat anything.
 */
public final class DatasourceListing {
  private final Session session;
  private final String prefix;
  private final String suffix;
  private final long before;

  public DatasourceListing(Session session, String prefix, String suffix, long before) {
    this.session = session;
    this.prefix = prefix;
    this.suffix = suffix;
    this.before = before;
  }

  /** Some entities, and where the next page begins if there is one. */
  public record Page(List<StoredKey> entities, Optional<String> next) {}

  private record Position(long datasource, long updatedAt, long id) {
    static final Position START = new Position(Long.MIN_VALUE, Long.MIN_VALUE, Long.MIN_VALUE);

    String token() {
      String text = "%d:%d:%d".formatted(datasource, updatedAt, id);
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    static Position of(String token) {
      try {
        String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.US_ASCII);
        String[] parts = text.split(":", -1);
        return new Position(
            Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
      } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
        throw Refusal.invalid(
            "\"from\" is not a token of this catalog. Send the \"next\" of the page before.");
      }
    }
  }

  private record Row(StoredKey key, Position position) {}

  public Page page(Optional<String> from, int limit) {
    Position after = from.map(Position::of).orElse(Position.START);
    List<Row> rows = new ArrayList<>();
    for (long datasource : datasources(after.datasource())) {
      if (rows.size() <= limit) {
        Position start =
            datasource == after.datasource()
                ? after
                : new Position(datasource, Long.MIN_VALUE, Long.MIN_VALUE);
        rows.addAll(rows(start, limit + 1 - rows.size()));
      }
    }
    boolean more = rows.size() > limit;
    List<Row> page = more ? rows.subList(0, limit) : rows;
    return new Page(
        page.stream().map(Row::key).toList(),
        more ? Optional.of(page.getLast().position().token()) : Optional.empty());
  }

  private List<Long> datasources(long first) {
    return session.list(
        """
        SELECT id FROM datasource
        WHERE id >= ?1 AND length(name) >= length(?2) + length(?3) AND substr(name, 1, length(?2)) = ?2
          AND (?3 = '' OR substr(name, -length(?3)) = ?3) ORDER BY id\
        """,
        row -> row.getLong(1),
        first,
        prefix,
        suffix);
  }

  private List<Row> rows(Position after, int limit) {
    return session.list(
        """
        SELECT id, blueprint, identifier, updated_at FROM entity
        WHERE datasource = ?1 AND updated_at < ?2 AND (updated_at, id) > (?3, ?4)
        ORDER BY updated_at, id LIMIT ?5\
        """,
        row ->
            new Row(
                new StoredKey(row.getString(2), row.getString(3)),
                new Position(after.datasource(), row.getLong(4), row.getLong(1))),
        after.datasource(),
        before,
        after.updatedAt(),
        after.id(),
        limit);
  }
}
