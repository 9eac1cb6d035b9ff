package dev.seaway.jq;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.joni.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * Ends matches of regular expressions that take too long or too much memory. The matcher looks at
 * the clock by itself, but only after thousands of operations, of which one may go through all of
 * the text; and it puts no bound to its memory. Its thread sleeps while there is nothing to watch.
 */
final class Watch implements Runnable {

  private static final Duration LOOK_EVERY = Duration.ofMillis(5);
  private static final int LOOKS_BEFORE_SLEEP = 200;

  /** Null where Java cannot tell what a thread allocates. */
  private static final @Nullable ThreadMXBean THREADS =
      ManagementFactory.getThreadMXBean() instanceof ThreadMXBean bean ? bean : null;

  private final Set<Watched> watched = ConcurrentHashMap.newKeySet();
  private volatile boolean awake;

  /** One search, of one thread. */
  static final class Watched {

    private final Matcher matcher;
    private final Thread thread = Thread.currentThread();
    private final long deadline;
    private final long mostAllocated;
    private volatile boolean tooLarge;

    private Watched(Matcher matcher, long nanos, long bytes) {
      this.matcher = matcher;
      this.deadline = ThreadTime.nanos(thread) + nanos;
      long before = allocated(thread);
      this.mostAllocated = before < 0 ? Long.MAX_VALUE : before + bytes;
    }

    private void look() {
      tooLarge = allocated(thread) > mostAllocated;
      if (tooLarge || deadline - ThreadTime.nanos(thread) <= 0) {
        matcher.interrupt();
      }
    }

    /** Whether it was ended for its memory. */
    boolean tooLarge() {
      return tooLarge;
    }
  }

  /** Starts to watch; to be ended by {@link #end} whatever happens. */
  Watched begin(Matcher matcher, long nanos, long bytes) {
    Watched search = new Watched(matcher, nanos, bytes);
    watched.add(search);
    if (!awake) {
      wake();
    }
    return search;
  }

  void end(Watched search) {
    watched.remove(search);
  }

  private synchronized void wake() {
    if (!awake) {
      awake = true;
      Thread.ofPlatform().daemon().name("jq-watch").start(this);
    }
  }

  @Override
  public void run() {
    int idle = 0;
    while (idle < LOOKS_BEFORE_SLEEP) {
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
      watched.forEach(Watched::look);
      idle = watched.isEmpty() ? idle + 1 : 0;
    }
    awake = false;
    if (!watched.isEmpty()) {
      wake();
    }
  }

  private static long allocated(Thread thread) {
    return THREADS == null ? -1 : THREADS.getThreadAllocatedBytes(thread.threadId());
  }
}
