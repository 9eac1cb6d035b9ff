package dev.seaway.service.events.sqlite;

import dev.seaway.core.SeawayException;
import dev.seaway.core.SeawayException.Category;
import dev.seaway.service.events.DeadLetter;
import dev.seaway.service.events.DeadLetters;
import dev.seaway.service.events.QueueException;
import dev.seaway.store.Database;
import dev.seaway.store.Session;
import dev.seaway.store.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The dead letters of a queue in a SQLite file, which a service may be using meanwhile. */
public record SqliteDeadLetters(Path folder, InstantSource clock) implements DeadLetters {

  private static final Logger log = LoggerFactory.getLogger(SqliteDeadLetters.class);

  @Override
  public List<DeadLetter> list() {
    return beside(List.of(), database -> database.read(DeadLetterTable::list));
  }

  @Override
  public int replay(Collection<Long> numbers) {
    Instant now = clock.instant();
    return each(numbers, (writer, number) -> DeadLetterTable.replay(writer, number, now));
  }

  @Override
  public int drop(Collection<Long> numbers) {
    return each(numbers, DeadLetterTable::drop);
  }

  private int each(Collection<Long> numbers, BiPredicate<Session, Long> settling) {
    List<Long> unknown = new ArrayList<>(numbers);
    beside(
        false,
        database ->
            database.write(writer -> unknown.removeIf(number -> settling.test(writer, number))));
    if (!unknown.isEmpty()) {
      log.warn("There are no dead letters with the numbers {}", unknown);
    }
    return numbers.size() - unknown.size();
  }

  private <T> T beside(T none, Function<Database, T> work) {
    if (!Files.isDirectory(folder)) {
      throw new SeawayException(
          Category.USER,
          "There is no folder "
              + folder
              + ", so no service has kept events there. Name the folder of its data with --data.");
    }
    if (OldQueueFolder.isIn(folder)) {
      SqliteQueue.open(folder, clock).close();
    }
    if (!Files.exists(folder.resolve(QueueDatabase.NAME))) {
      return none;
    }
    try (Database database = QueueDatabase.join(folder)) {
      return work.apply(database);
    } catch (StoreException e) {
      throw new QueueException(Category.EXTERNAL, String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public void close() {}
}
