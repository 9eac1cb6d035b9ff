package dev.seaway.distribution.logging;

import java.io.PrintStream;

/**
 * Writes lines, and below them, on a terminal, one line that changes in place. Whatever writes to
 * the same stream must do so through it. Thread-safe.
 */
public final class StatusLine {

  private static final int WIDTH = 79;

  private final PrintStream stream;
  private final boolean terminal;
  private String shown = "";

  public StatusLine(PrintStream stream, boolean terminal) {
    this.stream = stream;
    this.terminal = terminal;
  }

  /** Whether a person watches, so that a line can change in place. */
  public boolean terminal() {
    return terminal;
  }

  /** Writes a line that stays. */
  public synchronized void line(String text) {
    String status = shown;
    erase();
    stream.println(text);
    draw(status);
    stream.flush();
  }

  /** Replaces the changing line; an empty text removes it. Does nothing without a terminal. */
  public synchronized void status(String text) {
    if (terminal && !text.equals(shown)) {
      erase();
      draw(text);
      stream.flush();
    }
  }

  private void erase() {
    if (!shown.isEmpty()) {
      stream.print("\r" + " ".repeat(shown.length()) + "\r");
      shown = "";
    }
  }

  private void draw(String text) {
    shown = text.length() > WIDTH ? text.substring(0, WIDTH - 3) + "..." : text;
    stream.print(shown);
  }
}
