package dev.seaway.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaway.core.FaultOrigin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtensionTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void isNoneWhereItsFolderIsMissingOrEmpty() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));

    assertThat(Plugins.extension(IntSupplier.class, folder.resolve("missing"))).isEmpty();
    assertThat(Plugins.extension(IntSupplier.class, empty)).isEmpty();
  }

  @Test
  void usesTheEnginesClassesAndThoseOfAllJarsOfItsFolder() throws IOException {
    new JarMaker(folder)
        .source("org.example.Kit", "package org.example; public class Kit {}")
        .write(folder.resolve("queue/kit.jar"));
    supplier("return (Class.forName(\"org.example.Kit\").getName() + %s.class).length();");

    assertThat(queue().getAsInt()).isEqualTo(("org.example.Kit" + Plugins.class).length());
  }

  @Test
  void isSeawaysOwnFaultWhereItFails() throws IOException {
    supplier("throw new IllegalStateException(\"out of order\");");
    IntSupplier broken = queue();

    assertThatThrownBy(broken::getAsInt)
        .satisfies(e -> assertThat(FaultOrigin.describe(e)).doesNotContain("plug-in"));
  }

  @Test
  void isNamedWhereOneOfItsJarsIsDamaged() throws IOException {
    Path jar = Files.createDirectory(folder.resolve("queue")).resolve("queue.jar");
    Files.writeString(jar, "half of a jar");

    assertThatThrownBy(() -> Plugins.extension(IntSupplier.class, folder.resolve("queue")))
        .hasMessageContainingAll(jar.toString(), "install it again");
  }

  private IntSupplier queue() {
    return Plugins.extension(IntSupplier.class, folder.resolve("queue")).orElseThrow();
  }

  private void supplier(String body) throws IOException {
    new JarMaker(folder)
        .resource("META-INF/services/java.util.function.IntSupplier", "org.example.Queue")
        .source(
            "org.example.Queue",
            """
            package org.example;
            public class Queue implements java.util.function.IntSupplier {
              public int getAsInt() {
                try {
                  %s
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
              }
            }
            """
                .formatted(body.replace("%s", Plugins.class.getName())))
        .write(folder.resolve("queue/queue.jar"));
  }
}
