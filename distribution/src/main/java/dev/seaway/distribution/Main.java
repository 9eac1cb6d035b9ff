package dev.seaway.distribution;

import dev.seaway.core.http.Waits;
import dev.seaway.distribution.logging.SecretMask;
import dev.seaway.distribution.logging.StatusLine;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Where the program starts. */
public final class Main {

  private static final int SECONDS_TO_CLOSE = 10;

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);

  private Main() {}

  /** Runs one command and ends with its exit code. */
  public static void main(String[] arguments) {
    System.exit(new Main().run(arguments));
  }

  private int run(String... arguments) {
    Terminal terminal =
        new Terminal(
            System.out,
            new StatusLine(System.err, Boolean.getBoolean("seaway.terminal")),
            new SecretMask(),
            System.getenv(),
            Path.of("").toAbsolutePath());
    try {
      return new CommandRunner(new EngineWiring(Waits.real()), terminal, this::awaitSignal)
          .run(arguments);
    } finally {
      ended.countDown();
    }
  }

  /** Returns at Ctrl-C or SIGTERM, and holds the program's end until what is open was closed. */
  private void awaitSignal() throws InterruptedException {
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "shutdown"));
    asked.await();
  }

  private void close() {
    asked.countDown();
    try {
      if (!ended.await(SECONDS_TO_CLOSE, TimeUnit.SECONDS)) {
        System.err.println("Seaway was still busy after " + SECONDS_TO_CLOSE + " seconds.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
