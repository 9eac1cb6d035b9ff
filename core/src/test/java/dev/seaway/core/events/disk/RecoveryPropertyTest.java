package dev.seaway.core.events.disk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.core.disk.Frames;
import dev.seaway.core.events.EventQueue.Posted;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever is cut off a file or broken at its end, what was whole before it is what counts. */
class RecoveryPropertyTest {

  private static final Instant TIME = Instant.parse("2026-01-05T10:00:00Z");

  @Property(tries = 300)
  void aFileCutAtAnyByteHoldsTheEntriesBeforeIt(
      @ForAll("histories") List<Entry> history, @ForAll @IntRange(max = 10_000) int permille)
      throws IOException {
    byte[] whole = file(history);
    int cut = Frames.HEADER + (int) ((long) (whole.length - Frames.HEADER) * permille / 10_000);

    List<Entry> read = new ArrayList<>();
    long end = read(Arrays.copyOf(whole, cut), read);

    assertThat(history.subList(0, read.size())).isEqualTo(read);
    assertThat(file(read)).hasSize((int) end);
    assertThat(cut - end)
        .isLessThan(read.size() == history.size() ? 1 : size(history.get(read.size())));
  }

  @Property(tries = 300)
  void aBrokenByteEndsTheFileAndInventsNothing(
      @ForAll("histories") List<Entry> history,
      @ForAll @IntRange(max = 10_000) int permille,
      @ForAll @IntRange(min = 1, max = 255) int change)
      throws IOException {
    byte[] broken = file(history);
    int at = Frames.HEADER + (int) ((long) (broken.length - Frames.HEADER) * permille / 10_001);
    if (at >= broken.length) {
      return;
    }
    broken[at] ^= (byte) change;

    List<Entry> read = new ArrayList<>();
    read(broken, read);

    assertThat(history.subList(0, read.size())).isEqualTo(read);
  }

  @Property(tries = 300)
  void theShorterHistoryComesToTheSame(@ForAll("histories") List<Entry> history) {
    Ledger whole = new Ledger();
    history.forEach(whole::apply);
    Ledger shorter = new Ledger();
    whole.entries().forEach(entry -> shorter.apply(Entry.of(entry.bytes())));

    assertThat(shorter.open()).containsExactlyEntriesOf(whole.open());
    assertThat(shorter.dead()).containsExactlyEntriesOf(whole.dead());
    assertThat(shorter.next()).isEqualTo(whole.next());
    assertThat(shorter.kept()).isEqualTo(whole.kept());
  }

  @Provide
  Arbitrary<List<Entry>> histories() {
    Arbitrary<Long> numbers = Arbitraries.longs().between(1, 12);
    Arbitrary<String> texts = Arbitraries.strings().ofMaxLength(20);
    Arbitrary<Entry> puts =
        Combinators.combine(numbers, texts, texts)
            .as(
                (number, subject, payload) ->
                    new Entry.Put(
                        number, new Posted(Optional.of("k" + number), subject, payload, TIME)));
    return Arbitraries.oneOf(
            puts,
            numbers.map(Entry.Done::new),
            numbers.map(number -> new Entry.Buried(number, TIME, "why")),
            numbers.map(Entry.Dropped::new))
        .list()
        .ofMinSize(1)
        .ofMaxSize(30)
        .map(RecoveryPropertyTest::eachPutOnce);
  }

  private static List<Entry> eachPutOnce(List<Entry> entries) {
    List<Entry> once = new ArrayList<>();
    long number = 0;
    for (Entry entry : entries) {
      once.add(entry instanceof Entry.Put put ? new Entry.Put(++number, put.event()) : entry);
    }
    return once;
  }

  private static int size(Entry entry) {
    return 2 * Integer.BYTES + entry.bytes().length;
  }

  private static byte[] file(List<Entry> entries) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(QueueFolder.FRAMES.header());
    entries.forEach(entry -> Frames.write(entry.bytes(), file));
    return file.toByteArray();
  }

  private static long read(byte[] file, List<Entry> entries) throws IOException {
    return QueueFolder.FRAMES.read(
        new DataInputStream(new ByteArrayInputStream(file)), entry -> entries.add(Entry.of(entry)));
  }
}
