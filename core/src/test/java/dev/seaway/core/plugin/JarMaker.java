package dev.seaway.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles sources into a jar. */
final class JarMaker {

  private final Path workshop;
  private final Map<String, String> sources = new LinkedHashMap<>();
  private final Map<String, String> resources = new LinkedHashMap<>();

  JarMaker(Path workshop) {
    this.workshop = workshop;
  }

  /** A connector of this name, with this code in the body of its method {@code source}. */
  JarMaker connector(String type, String name, String body) {
    int dot = type.lastIndexOf('.');
    resource("META-INF/services/dev.seaway.connector.Connector", type);
    return source(
        type,
        """
        package %s;
        import dev.seaway.connector.*;
        import java.util.List;
        public class %s implements Connector<%2$s.Config> {
          public record Config() {}
          public String name() { return %s; }
          public Class<Config> configType() { return Config.class; }
          public Source source(Config config) { %s }
        }
        """
            .formatted(type.substring(0, dot), type.substring(dot + 1), name, body));
  }

  JarMaker source(String type, String text) {
    sources.put(type.replace('.', '/') + ".java", text);
    return this;
  }

  JarMaker resource(String path, String text) {
    resources.put(path, text);
    return this;
  }

  Path write(Path jar) throws IOException {
    Path root = Files.createTempDirectory(workshop, "classes");
    writeAll(root, sources);
    compile(root);
    writeAll(root, resources);
    Files.createDirectories(jar.getParent());
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(file);
        Stream<Path> content = Files.walk(root)) {
      for (Path each : content.filter(Files::isRegularFile).sorted().toList()) {
        entries.putNextEntry(new JarEntry(root.relativize(each).toString()));
        Files.copy(each, entries);
      }
    }
    return jar;
  }

  private static void writeAll(Path root, Map<String, String> files) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = root.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }

  private void compile(Path root) throws IOException {
    List<Path> files = sources.keySet().stream().map(root::resolve).toList();
    if (files.isEmpty()) {
      return;
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter report = new StringWriter();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      boolean compiled =
          compiler
              .getTask(
                  report,
                  manager,
                  null,
                  List.of("-d", root.toString(), "-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(files))
              .call();
      assertThat(compiled).as(report.toString()).isTrue();
    }
  }
}
