package dev.seaway.mapping.jq;

/**
 * One evaluation: it counts what is used up and ends the evaluation where a limit is reached. Of
 * one thread.
 *
 * <p>Everything that can repeat counts steps; everything that can grow is charged before it is
 * made. Memory that is no longer used is not given back, except where {@code reduce} drops its old
 * state.
 */
final class Run {

  /** The estimated size of a value in an array. */
  static final int ELEMENT = 32;

  /** The estimated size of an entry of an object. */
  static final int ENTRY = 64;

  private static final int STEPS_PER_LOOK_AT_THE_CLOCK = 1024;

  private final Machine machine;
  private final long maxSteps;
  private final long maxMemory;
  private long steps;
  private long nextLook;
  private long deadline;
  private boolean timed;
  private long memory;
  private int depth;

  Run(Machine machine) {
    this.machine = machine;
    this.maxSteps = machine.limits().steps();
    this.maxMemory = machine.limits().memoryBytes();
  }

  Machine machine() {
    return machine;
  }

  void step() {
    if (++steps >= nextLook) {
      look();
    }
  }

  /** Counts work that is done in one go. */
  void work(long count) {
    steps += count;
    if (steps >= nextLook) {
      look();
    }
  }

  private void look() {
    nextLook = steps + STEPS_PER_LOOK_AT_THE_CLOCK;
    if (steps > maxSteps) {
      throw new OverBudget("it takes more than %,d steps".formatted(maxSteps));
    }
    remainingNanos();
  }

  /** The time that is left. The clock starts when it is first looked at, which is soon. */
  long remainingNanos() {
    long now = machine.nanoTime().getAsLong();
    if (!timed) {
      timed = true;
      deadline = now + machine.limits().time().toNanos();
    }
    if (deadline - now <= 0) {
      throw late();
    }
    return deadline - now;
  }

  OverBudget late() {
    return new OverBudget(
        "it takes longer than %d ms".formatted(machine.limits().time().toMillis()));
  }

  /** Takes memory for a value that is about to be made, and the work of making it. */
  void charge(long bytes) {
    memory += bytes;
    if (memory > maxMemory || memory < 0) {
      throw overMemory();
    }
    work(bytes >> 6);
  }

  private OverBudget overMemory() {
    return new OverBudget(
        "it makes more than %,d KiB of values".formatted(Math.ceilDiv(maxMemory, 1024)));
  }

  /** Takes memory for a short while; what is not free fails now. */
  void hold(long bytes) {
    if (memory + bytes > maxMemory) {
      throw overMemory();
    }
  }

  void chargeText(long length) {
    charge(48 + 2 * length);
  }

  long memory() {
    return memory;
  }

  /** Gives back what was taken since then, and takes so much instead. */
  void replace(long since, long bytes) {
    memory = since;
    charge(bytes);
  }

  void enter() {
    step();
    if (++depth > machine.limits().depth()) {
      throw new OverBudget(
          "it recurses too deeply; %,d calls inside one another are allowed"
              .formatted(machine.limits().depth()));
    }
  }

  void leave() {
    depth--;
  }
}
