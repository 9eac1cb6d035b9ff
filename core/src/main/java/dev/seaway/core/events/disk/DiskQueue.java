package dev.seaway.core.events.disk;

import dev.seaway.core.SeawayException.Category;
import dev.seaway.core.events.DeadLetter;
import dev.seaway.core.events.EventQueue;
import dev.seaway.core.events.QueueException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps events in a file of the data directory. One process at a time. */
public final class DiskQueue implements EventQueue {

  private static final Logger log = LoggerFactory.getLogger(DiskQueue.class);

  private static final int MOST_DEAD_LETTERS = 10_000;
  private static final long SHORTENED_FROM = 16L << 20;
  private static final int LONGER_THAN_NEEDED = 4;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

  private final QueueFolder folder;
  private final InstantSource clock;
  private final long mostMemory;
  private final Ledger ledger;
  private final Journal journal;
  private final Subjects subjects = new Subjects();
  private final Map<String, Batch> arriving = new HashMap<>();
  private long next;
  private boolean closed;

  private DiskQueue(
      QueueFolder folder,
      Ledger ledger,
      QueueFolder.Opened opened,
      InstantSource clock,
      long mostMemory) {
    this.folder = folder;
    this.ledger = ledger;
    this.clock = clock;
    this.mostMemory = mostMemory;
    this.next = ledger.next();
    this.journal = new Journal(folder, opened, new History());
    ledger.open().forEach(subjects::add);
  }

  /** Opens or creates the queue in that folder, which then is this process's alone. */
  public static DiskQueue open(Path folder, InstantSource clock) {
    return open(folder, clock, UnaryOperator.identity());
  }

  static DiskQueue open(Path folder, InstantSource clock, UnaryOperator<JournalFile> files) {
    return open(folder, clock, files, Weight.mostMemory(Runtime.getRuntime().maxMemory()));
  }

  /** Opens it however much waits: above that memory nothing more is taken. */
  static DiskQueue open(
      Path folder, InstantSource clock, UnaryOperator<JournalFile> files, long mostMemory) {
    try {
      QueueFolder taken = QueueFolder.take(folder, files);
      try {
        Ledger ledger = new Ledger();
        return new DiskQueue(taken, ledger, taken.open(ledger), clock, mostMemory);
      } catch (IOException | RuntimeException e) {
        taken.close();
        throw e;
      }
    } catch (IOException e) {
      throw failure("The events in " + folder + " cannot be opened", e);
    }
  }

  /** The dead letters in that folder, which another process may be using. */
  public static List<DeadLetter> deadLetters(Path folder) {
    try {
      return List.copyOf(QueueFolder.look(folder).dead().values());
    } catch (IOException e) {
      throw failure("The events in " + folder + " cannot be read", e);
    }
  }

  @Override
  public Receipt put(Posted event) {
    Batch batch;
    boolean known;
    synchronized (this) {
      if (event.key().filter(ledger::knows).isPresent()) {
        verify();
        return Receipt.KNOWN;
      }
      // The first delivery may yet fail, and then this one is not acknowledged either.
      Optional<Batch> first = event.key().map(arriving::get);
      known = first.isPresent();
      batch = first.orElseGet(() -> append(event));
    }
    commit(batch, event);
    return known ? Receipt.KNOWN : Receipt.KEPT;
  }

  /** What was kept in a folder that is gone is not kept. */
  private void verify() {
    try {
      folder.verify();
    } catch (IOException e) {
      throw failure("The event cannot be kept", e);
    }
  }

  private Batch append(Posted event) {
    Optional<String> refusal =
        closed ? Optional.of("The queue of events is closed.") : ledger.full(mostMemory);
    if (refusal.isPresent()) {
      throw new QueueException(Category.EXTERNAL, refusal.get(), null);
    }
    Batch batch = journal.append(List.of(new Entry.Put(next++, event)));
    event.key().ifPresent(key -> arriving.put(key, batch));
    return batch;
  }

  private void commit(Batch batch, Posted event) {
    try {
      journal.commit(batch);
    } catch (IOException e) {
      synchronized (this) {
        event.key().ifPresent(key -> arriving.remove(key, batch));
      }
      throw failure("The event cannot be kept", e);
    }
  }

  @Override
  public synchronized Optional<Taken> take() throws InterruptedException {
    while (!closed) {
      Instant now = clock.instant();
      Optional<Taken> taken = subjects.poll(now);
      if (taken.isPresent()) {
        return taken;
      }
      Duration pause = subjects.due().map(due -> Duration.between(now, due)).orElse(LONGEST_WAIT);
      wait(Math.clamp(pause.toMillis(), 1, LONGEST_WAIT.toMillis()));
    }
    return Optional.empty();
  }

  @Override
  public void done(Taken taken) {
    settle(List.of(new Entry.Done(taken.number())));
  }

  @Override
  public synchronized void later(Taken taken, Instant due) {
    subjects.park(taken, due);
    notifyAll();
  }

  @Override
  public void bury(Taken taken, String reason) {
    List<Entry> entries = new ArrayList<>();
    entries.add(new Entry.Buried(taken.number(), clock.instant(), reason));
    synchronized (this) {
      ledger.dead().keySet().stream()
          .limit(Math.max(0, ledger.dead().size() + 1 - MOST_DEAD_LETTERS))
          .forEach(number -> entries.add(new Entry.Dropped(number)));
    }
    if (entries.size() > 1) {
      log.error("There are {} dead letters: the oldest is thrown away", MOST_DEAD_LETTERS);
    }
    settle(entries);
  }

  /** What is settled stays so in this process, even where the disk does not take it now. */
  private void settle(List<Entry> entries) {
    try {
      journal.commit(journal.append(entries));
    } catch (IOException e) {
      // The journal has said so.
      log.debug("Events may be applied again: {}", e.getMessage());
    }
  }

  @Override
  public synchronized long waiting() {
    return ledger.open().size();
  }

  @Override
  public Optional<String> obstacle() {
    return journal.obstacle();
  }

  /** Whoever applies events of this queue does so in this process. */
  @Override
  public Recall recall() {
    return Recall.NONE;
  }

  /** Puts dead letters anew, behind all that waits. Returns how many there were. */
  public int replay(Collection<Long> numbers) {
    return settleDead(
        numbers,
        letter -> {
          Posted event = letter.event();
          Posted again = new Posted(event.key(), event.subject(), event.payload(), clock.instant());
          return List.of(new Entry.Put(next++, again), new Entry.Dropped(letter.number()));
        });
  }

  /** Throws dead letters away. Returns how many there were. */
  public int drop(Collection<Long> numbers) {
    return settleDead(numbers, letter -> List.of(new Entry.Dropped(letter.number())));
  }

  private int settleDead(Collection<Long> numbers, Function<DeadLetter, List<Entry>> settling) {
    List<Entry> entries = new ArrayList<>();
    List<Long> unknown = new ArrayList<>();
    Batch batch;
    synchronized (this) {
      for (long number : numbers) {
        DeadLetter letter = ledger.dead().get(number);
        if (letter == null) {
          unknown.add(number);
        } else {
          entries.addAll(settling.apply(letter));
        }
      }
      batch = journal.append(entries);
    }
    try {
      journal.commit(batch);
    } catch (IOException e) {
      throw failure("The dead letters cannot be settled", e);
    }
    if (!unknown.isEmpty()) {
      log.warn("There are no dead letters with the numbers {}", unknown);
    }
    return numbers.size() - unknown.size();
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    try (folder) {
      journal.close();
    } catch (IOException e) {
      log.warn("The queue of events did not close well: {}", e.getMessage());
    }
  }

  private static QueueException failure(String what, IOException cause) {
    return new QueueException(Category.EXTERNAL, what + ": " + cause.getMessage(), cause);
  }

  /** Takes up what has reached the disk. */
  private final class History implements Journal.Reader {

    @Override
    public void happened(List<Entry> entries) {
      synchronized (DiskQueue.this) {
        entries.forEach(this::happened);
        DiskQueue.this.notifyAll();
      }
    }

    private void happened(Entry entry) {
      switch (entry) {
        case Entry.Put(long number, Posted event) -> {
          event.key().ifPresent(arriving::remove);
          subjects.add(number, event);
        }
        case Entry.Done(long number) -> settled(number);
        case Entry.Buried(long number, Instant _, String _) -> settled(number);
        case Entry.Dropped _, Entry.Dead _, Entry.Known _, Entry.Next _ -> {}
      }
      ledger.apply(entry);
    }

    private void settled(long number) {
      Posted event = ledger.open().get(number);
      if (event != null) {
        subjects.settle(number, event);
      }
    }

    @Override
    public List<Entry> shorter(long fileLength) {
      synchronized (DiskQueue.this) {
        return fileLength > SHORTENED_FROM && fileLength > LONGER_THAN_NEEDED * ledger.kept().disk()
            ? ledger.entries()
            : List.of();
      }
    }
  }
}
