package dev.seaway.catalog;

import dev.seaway.catalog.blueprint.Blueprints;
import dev.seaway.catalog.store.CatalogDatabase;
import dev.seaway.store.Database;
import dev.seaway.store.Session;
import dev.seaway.store.StoreException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A software catalog in one SQLite file that speaks the part of Port's API that a sync uses.
 * Thread-safe.
 *
 * <p>One process opens a file at a time: a lock file beside it ({@code <name>.lock}) keeps others
 * out. What a call stored is there after the process was killed at any moment; a power failure may
 * take the last calls, never a part of one.
 */
public final class EmbeddedCatalog implements AutoCloseable {
  private final Database database;
  private final Credentials credentials;
  private final Router router;

  EmbeddedCatalog(Database database, InstantSource clock) {
    Tokens tokens = new Tokens(clock);
    this.database = database;
    this.credentials = database.write(writer -> credentials(writer, tokens));
    this.router = router(database, clock, new AuthApi(credentials, tokens));
  }

  private static Router router(Database database, InstantSource clock, AuthApi auth) {
    Blueprints blueprints = new Blueprints();
    List<Route> routes =
        Stream.of(
                new EntityWriteApi(database, blueprints, clock).routes(),
                new EntityReadApi(database, blueprints).routes(),
                new ReconcileApi(database, blueprints).routes(),
                new BlueprintApi(database, blueprints, clock).routes(),
                new IntegrationApi(database, clock).routes())
            .flatMap(List::stream)
            .toList();
    return new Router(auth, routes);
  }

  private static Credentials credentials(Session writer, Tokens tokens) {
    Optional<String> id = setting(writer, "client_id");
    if (id.isEmpty()) {
      store(writer, "client_id", "seaway-" + tokens.secret(12));
      store(writer, "client_secret", tokens.secret(32));
    }
    return new Credentials(
        setting(writer, "client_id").orElseThrow(), setting(writer, "client_secret").orElseThrow());
  }

  private static Optional<String> setting(Session session, String name) {
    return session.first("SELECT value FROM setting WHERE name = ?", row -> row.getString(1), name);
  }

  private static void store(Session writer, String name, String value) {
    writer.update("INSERT INTO setting(name, value) VALUES (?, ?)", name, value);
  }

  /** Opens the catalog in a file, which is created, with its folder, if it does not exist. */
  public static EmbeddedCatalog open(Path database) {
    return open(database, InstantSource.system());
  }

  static EmbeddedCatalog open(Path path, InstantSource clock) {
    try {
      Database database = CatalogDatabase.open(path);
      try {
        return new EmbeddedCatalog(database, clock);
      } catch (RuntimeException e) {
        database.close();
        throw e;
      }
    } catch (StoreException e) {
      throw new EmbeddedCatalogException(String.valueOf(e.getMessage()), e);
    }
  }

  /** The answer to a call of which the body need not be known: its path or its caller is not. */
  Optional<CatalogAnswer> refusal(CatalogCall withoutBody) {
    return router.refusal(withoutBody);
  }

  /** Of that call. */
  int mostBodyBytes(CatalogCall withoutBody) {
    return router.mostBodyBytes(withoutBody);
  }

  /** Answers one call of the API. Blocking; bad input is answered, never thrown. */
  public CatalogAnswer handle(CatalogCall call) {
    return router.answer(call);
  }

  /** The catalog's own credentials, made at its first start. */
  public Credentials credentials() {
    return credentials;
  }

  /**
   * Serves the API over HTTP until the server is closed.
   *
   * @param host the address to listen on; use a loopback address unless others shall reach the
   *     catalog
   * @param port the port, 0 for any that is free
   */
  public CatalogServer serve(String host, int port) {
    return serve(host, port, CatalogServer.Bounds.ofThisProcess());
  }

  CatalogServer serve(String host, int port, CatalogServer.Bounds bounds) {
    return CatalogServer.start(this, host, port, bounds);
  }

  @Override
  public void close() {
    try {
      database.close();
    } catch (StoreException e) {
      throw new EmbeddedCatalogException(String.valueOf(e.getMessage()), e);
    }
  }
}
