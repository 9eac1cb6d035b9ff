package dev.seaway.distribution;

import dev.seaway.core.http.Sleeper;
import dev.seaway.distribution.logging.SecretMask;
import dev.seaway.distribution.logging.StatusLine;
import dev.seaway.service.listen.Scheduler;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Where the program starts. */
public final class Main implements Stop {

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile Duration patience = Duration.ofSeconds(10);
  private volatile int exitCode = ExitCode.NOT_STARTED;

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
      exitCode =
          new CommandRunner(new EngineWiring(Sleeper.real(), Scheduler.real()), terminal, this)
              .run(arguments);
      return exitCode;
    } finally {
      ended.countDown();
    }
  }

  /** Returns at Ctrl-C or SIGTERM, and holds the program's end until what is open was closed. */
  @Override
  public void await() throws InterruptedException {
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "shutdown"));
    asked.await();
  }

  @Override
  public void allow(Duration longest) {
    patience = longest;
  }

  private void close() {
    if (ended.getCount() == 0) {
      return;
    }
    asked.countDown();
    try {
      if (!ended.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        System.err.println("Seaway was still busy after " + patience.toSeconds() + " seconds.");
      }
      // The signal's own exit code would hide how the command ended.
      Runtime.getRuntime().halt(exitCode);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
