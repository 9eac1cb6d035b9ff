package dev.seaway.distribution;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code seaway} itself, which needs one of its commands. */
@Command(
    name = "seaway",
    description = "Carries records from tools' REST APIs into a software catalog.",
    mixinStandardHelpOptions = true,
    versionProvider = SeawayVersion.class,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:complete",
      "1:it ran, but not everything was read, mapped or written",
      "2:it could not start"
    })
final class SeawayCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "seaway needs a command: run, demo, catalog, connectors or events.");
  }
}
