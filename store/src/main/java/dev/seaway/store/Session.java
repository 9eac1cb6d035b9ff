package dev.seaway.store;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One connection with its prepared statements, used by one thread at a time. */
public final class Session {
  private static final int MAX_STATEMENTS = 200;

  private final Connection connection;
  private final StoreErrors errors;
  private final Map<String, PreparedStatement> statements = new LinkedHashMap<>(64, 0.75f, true);

  Session(Connection connection, StoreErrors errors) {
    this.connection = connection;
    this.errors = errors;
  }

  /** Reads one row of a result. */
  public interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  public <T> List<T> list(String sql, Row<T> row, @Nullable Object... values) {
    List<T> found = new ArrayList<>();
    each(sql, row, found::add, values);
    return found;
  }

  /** Hands over what each row holds, one at a time. */
  public <T> void each(String sql, Row<T> row, Consumer<T> found, @Nullable Object... values) {
    try (ResultSet rows = bound(sql, values).executeQuery()) {
      while (rows.next()) {
        found.accept(row.read(rows));
      }
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  public <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... values) {
    try (ResultSet rows = bound(sql, values).executeQuery()) {
      return rows.next() ? Optional.of(row.read(rows)) : Optional.empty();
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  /** Runs a statement and tells how many rows it changed. */
  public int update(String sql, @Nullable Object... values) {
    try {
      return bound(sql, values).executeUpdate();
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  /** Ends the transaction by that statement; after any exception nothing of it is stored. */
  <T> T inTransaction(Function<Session, T> work, String end) {
    update("BEGIN IMMEDIATE");
    try {
      T result = work.apply(this);
      update(end);
      return result;
    } catch (RuntimeException | Error e) {
      rollBackAfter(e);
      throw e;
    }
  }

  private void rollBackAfter(Throwable failure) {
    try {
      update("ROLLBACK");
    } catch (StoreException e) {
      // SQLite rolls back by itself after a full disk; there is then nothing left to undo.
      failure.addSuppressed(e);
    }
  }

  private PreparedStatement bound(String sql, @Nullable Object[] values) throws SQLException {
    PreparedStatement statement = prepared(sql);
    for (int i = 0; i < values.length; i++) {
      bind(statement, i + 1, values[i]);
    }
    return statement;
  }

  private PreparedStatement prepared(String sql) throws SQLException {
    PreparedStatement known = statements.get(sql);
    if (known != null) {
      return known;
    }
    PreparedStatement statement = connection.prepareStatement(sql);
    statements.put(sql, statement);
    if (statements.size() > MAX_STATEMENTS) {
      Iterator<PreparedStatement> oldest = statements.values().iterator();
      oldest.next().close();
      oldest.remove();
    }
    return statement;
  }

  // The driver keeps a failed statement in a state of which a later use would fail too.
  private StoreException failed(String sql, SQLException cause) {
    StoreException failed = errors.of(cause);
    PreparedStatement statement = statements.remove(sql);
    if (statement != null) {
      try {
        statement.close();
      } catch (SQLException e) {
        failed.addSuppressed(e);
      }
    }
    return failed;
  }

  private static void bind(PreparedStatement statement, int index, @Nullable Object value)
      throws SQLException {
    switch (value) {
      case null -> statement.setObject(index, null);
      case String text -> statement.setString(index, text);
      case Long number -> statement.setLong(index, number);
      case Integer number -> statement.setInt(index, number);
      case Boolean flag -> statement.setInt(index, flag ? 1 : 0);
      case BigDecimal number -> statement.setDouble(index, number.doubleValue());
      default -> throw new IllegalArgumentException("Cannot bind " + value.getClass());
    }
  }

  void close() throws SQLException {
    // Whatever becomes of a statement: an open connection would keep the file.
    try (connection) {
      for (PreparedStatement statement : statements.values()) {
        statement.close();
      }
    }
  }
}
