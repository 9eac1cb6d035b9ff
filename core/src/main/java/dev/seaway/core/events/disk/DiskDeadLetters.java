package dev.seaway.core.events.disk;

import dev.seaway.core.SeawayException;
import dev.seaway.core.events.DeadLetter;
import dev.seaway.core.events.DeadLetters;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/** The dead letters of a queue on disk. Where one is settled, no service may use the queue. */
public record DiskDeadLetters(Path folder, InstantSource clock) implements DeadLetters {

  @Override
  public List<DeadLetter> list() {
    return DiskQueue.deadLetters(folder).stream()
        .sorted(Comparator.comparingLong(DeadLetter::number))
        .toList();
  }

  @Override
  public int replay(Collection<Long> numbers) {
    return settle(queue -> queue.replay(numbers));
  }

  @Override
  public int drop(Collection<Long> numbers) {
    return settle(queue -> queue.drop(numbers));
  }

  private int settle(ToIntFunction<DiskQueue> settling) {
    if (!Files.isDirectory(folder)) {
      throw new SeawayException(
          SeawayException.Category.USER,
          "There are no events in " + folder + ". Name the folder of the data with --data.");
    }
    try (DiskQueue queue = DiskQueue.open(folder, clock)) {
      return settling.applyAsInt(queue);
    }
  }

  @Override
  public void close() {}
}
