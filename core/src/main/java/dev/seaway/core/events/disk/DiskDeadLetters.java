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
    checkFolder();
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
    checkFolder();
    try (DiskQueue queue = DiskQueue.open(folder, clock)) {
      return settling.applyAsInt(queue);
    }
  }

  private void checkFolder() {
    if (!Files.isDirectory(folder)) {
      throw new SeawayException(
          SeawayException.Category.USER,
          "There is no folder "
              + folder
              + ", so no service has kept events there. Name the folder of its data with --data.");
    }
  }

  @Override
  public void close() {}
}
