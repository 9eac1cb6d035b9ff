package dev.seaway.jq;

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

  /** The estimated size of an array without its elements, and of an object without its entries. */
  static final int CONTAINER = 128;

  /** What {@link Code#run} needs of the stack, where {@link Code#value} needs one level. */
  static final int LEVELS_OF_PUSHING = 4;

  private static final int STEPS_PER_LOOK_AT_THE_CLOCK = 1024;

  private final Machine machine;
  private final long maxSteps;
  private final long maxMemory;
  private final int maxLevel;
  private long steps;

  /** To ask for the processor's time takes longer than most expressions do. */
  private long nextLook = STEPS_PER_LOOK_AT_THE_CLOCK;

  private long deadline;
  private boolean timed;
  private long memory;
  private long memoryMark;
  private boolean hasTurn;
  private int level;

  Run(Machine machine) {
    this.machine = machine;
    this.maxSteps = machine.limits().steps();
    this.maxMemory = machine.limits().memoryBytes();
    this.maxLevel = machine.limits().depth();
    this.memoryMark = Math.min(maxMemory, machine.room().free());
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

  /** Counts that characters are looked at or copied, which is quick. */
  void read(long length) {
    work(length >> 6);
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
    if (memory > memoryMark || memory < 0) {
      reached(memory);
    }
    work(bytes >> 6);
  }

  /** Takes memory for a short while; what is not free fails now. */
  void hold(long bytes) {
    if (memory + bytes > memoryMark) {
      reached(memory + bytes);
    }
  }

  private void reached(long bytes) {
    if (bytes > maxMemory || bytes < 0) {
      throw overMemory();
    }
    if (!hasTurn) {
      if (!machine.room().waitForTurn(remainingNanos())) {
        throw new OverBudget(
            "it waited %d ms for memory that other expressions used"
                .formatted(machine.limits().time().toMillis()));
      }
      hasTurn = true;
      memoryMark = maxMemory;
    }
  }

  OverBudget overMemory() {
    return new OverBudget(
        "it makes more than %,d KiB of values".formatted(Math.ceilDiv(maxMemory, 1024)));
  }

  void chargeText(long length) {
    charge(64 + 2 * length);
  }

  long memory() {
    return memory;
  }

  /** Gives back what was taken since then, and takes so much instead. */
  void replace(long since, long bytes) {
    memory = since;
    charge(bytes);
  }

  /** Further down the stack. Errors leave without {@link #up}: see {@link #level}. */
  void down(int levels) {
    level += levels;
    if (level > maxLevel) {
      throw new OverBudget(
          "it recurses too deeply: more than %,d levels inside one another".formatted(maxLevel));
    }
  }

  void up(int levels) {
    level -= levels;
  }

  int level() {
    return level;
  }

  /** Where an error is caught, the level is as it was before. */
  void level(int before) {
    level = before;
  }

  /** Must be called whatever happened. */
  void end() {
    if (hasTurn) {
      hasTurn = false;
      machine.room().done();
    }
  }
}
