package dev.seaway.benchmarks.profile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/** Where a recorded run was found at work, and what it allocated. */
public final class HotSpots {

  private static final String OWN = "dev.seaway.";
  private static final String NONE = "(no code of Seaway)";

  private final Shares packages = new Shares();
  private final Shares methods = new Shares();
  private final Shares nearest = new Shares();
  private final Shares inclusive = new Shares();
  private final Shares allocated = new Shares();
  private final Shares classes = new Shares();
  private long samples;
  private long collections;
  private double pauseMillis;
  private double allocatedMegabytes;

  private HotSpots() {}

  /** Reads a recording of the flight recorder. */
  public static HotSpots read(Path recording) throws IOException {
    HotSpots spots = new HotSpots();
    try (RecordingFile file = new RecordingFile(recording)) {
      while (file.hasMoreEvents()) {
        spots.take(file.readEvent());
      }
    }
    return spots;
  }

  private void take(RecordedEvent event) {
    switch (event.getEventType().getName()) {
      case "jdk.ExecutionSample", "jdk.NativeMethodSample" -> sample(frames(event));
      case "jdk.ObjectAllocationSample" ->
          allocation(
              frames(event),
              event.getClass("objectClass").getName(),
              (double) event.getLong("weight"));
      case "jdk.GarbageCollection" -> {
        collections++;
        pauseMillis += event.getDuration("sumOfPauses").toNanos() / 1e6;
      }
      default -> {
        // The recorder writes much more than is shown here.
      }
    }
  }

  private void sample(List<RecordedFrame> frames) {
    if (frames.isEmpty() || waits(frames.getFirst())) {
      return;
    }
    samples++;
    packages.add(packageOf(frames.getFirst()), 1);
    methods.add(name(frames.getFirst()), 1);
    nearest.add(nearest(frames), 1);
    Set<String> own = new LinkedHashSet<>();
    frames.stream().filter(HotSpots::isOwn).map(HotSpots::name).forEach(own::add);
    inclusive.addAll(own, 1);
  }

  private void allocation(List<RecordedFrame> frames, String className, double weight) {
    allocatedMegabytes += weight / 1e6;
    allocated.add(nearest(frames), weight);
    classes.add(className, weight);
  }

  /** A thread that waits for the network is in a native method too, but costs nothing. */
  private static boolean waits(RecordedFrame leaf) {
    String name = name(leaf);
    return name.endsWith("EPoll.wait") || name.endsWith("Net.accept");
  }

  private static List<RecordedFrame> frames(RecordedEvent event) {
    RecordedStackTrace trace = event.getStackTrace();
    return trace == null ? List.of() : trace.getFrames();
  }

  private static String nearest(List<RecordedFrame> frames) {
    return frames.stream().filter(HotSpots::isOwn).map(HotSpots::name).findFirst().orElse(NONE);
  }

  private static boolean isOwn(RecordedFrame frame) {
    return frame.getMethod().getType().getName().startsWith(OWN);
  }

  private static String name(RecordedFrame frame) {
    return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
  }

  private static String packageOf(RecordedFrame frame) {
    String type = frame.getMethod().getType().getName();
    return type.substring(0, Math.max(0, type.lastIndexOf('.')));
  }

  /** All of it, for people. */
  public String text() {
    return packages.top("Processor time by package (self, " + samples + " samples):", 20)
        + methods.top("Processor time by method (self):", 30)
        + nearest.top("Processor time by the nearest method of Seaway on the stack:", 25)
        + inclusive.top("Processor time in a method of Seaway and all that it calls:", 35)
        + allocated.top(
            String.format(
                Locale.ROOT,
                "Allocation by the nearest method of Seaway (%.0f MB in all):",
                allocatedMegabytes),
            20)
        + classes.top("Allocation by class:", 12)
        + String.format(
            Locale.ROOT, "%nGarbage collections: %d, %.0f ms%n", collections, pauseMillis);
  }
}
