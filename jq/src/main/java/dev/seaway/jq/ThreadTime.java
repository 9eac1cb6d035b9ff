package dev.seaway.jq;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * Processor time, by which evaluations are bounded: a container that is paused or throttled, or a
 * machine that is busy with other work, makes none of them fail. Java tells it of platform threads
 * only; of virtual ones the clock is taken.
 */
final class ThreadTime {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private ThreadTime() {}

  /** Of the calling thread, in nanoseconds since some point in time. */
  static long nanos() {
    return Thread.currentThread().isVirtual() || !THREADS.isCurrentThreadCpuTimeSupported()
        ? System.nanoTime()
        : THREADS.getCurrentThreadCpuTime();
  }

  /** Of another thread. */
  static long nanos(Thread thread) {
    if (thread.isVirtual() || !THREADS.isThreadCpuTimeSupported()) {
      return System.nanoTime();
    }
    long nanos = THREADS.getThreadCpuTime(thread.threadId());
    return nanos < 0 ? System.nanoTime() : nanos;
  }
}
