package dev.seaway.distribution.architecture.broken.core.read;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.NullMarked;

/** Breaks a rule on purpose. */
@NullMarked
final class OpensADatabase {

  private OpensADatabase() {}

  static Connection open() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite::memory:");
  }
}
