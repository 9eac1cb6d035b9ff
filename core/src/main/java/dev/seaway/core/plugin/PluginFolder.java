package dev.seaway.core.plugin;

import dev.seaway.core.FaultOrigin;
import dev.seaway.core.SeawayException;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * A folder of one plug-in's jars.
 *
 * @param jars in the order of their names
 */
record PluginFolder(Path folder, List<Path> jars) {

  /** The plug-ins of this directory, in the order of their names; none if there is no directory. */
  static List<PluginFolder> in(Path directory) {
    if (Files.notExists(directory)) {
      return List.of();
    }
    return list(directory, Files::isDirectory).stream()
        .map(folder -> new PluginFolder(folder, list(folder, PluginFolder::isJar)))
        .filter(plugin -> !plugin.jars.isEmpty())
        .toList();
  }

  /** The jars of this one folder, if there are any. */
  static Optional<PluginFolder> at(Path folder) {
    return Optional.of(new PluginFolder(folder, looseJars(folder)))
        .filter(found -> !found.jars.isEmpty());
  }

  /** Jars that lie beside the folders, where nobody looks for them. */
  static List<Path> looseJars(Path directory) {
    return Files.isDirectory(directory) ? list(directory, PluginFolder::isJar) : List.of();
  }

  /** A class loader of these jars alone, beside what is shared. */
  URLClassLoader open(ClassLoader shared) {
    return open(FaultOrigin.loaderName(folder.toString()), shared);
  }

  /** A class loader of these jars on top of the engine: what fails there is Seaway's own fault. */
  URLClassLoader extend(ClassLoader engine) {
    return open("extension " + folder.getFileName(), engine);
  }

  private URLClassLoader open(String name, ClassLoader parent) {
    jars.forEach(PluginFolder::check);
    return new URLClassLoader(
        name, jars.stream().map(PluginFolder::url).toArray(URL[]::new), parent);
  }

  private static List<Path> list(Path directory, Predicate<Path> wanted) {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.filter(wanted).sorted().toList();
    } catch (IOException e) {
      throw new SeawayException(
          SeawayException.Category.USER, "The plug-in folder " + directory + " cannot be read", e);
    }
  }

  private static boolean isJar(Path file) {
    return file.getFileName().toString().endsWith(".jar") && Files.isRegularFile(file);
  }

  /** A class loader passes over a broken jar without a word. */
  private static void check(Path jar) {
    try (JarFile file = new JarFile(jar.toFile())) {
      file.getManifest();
    } catch (IOException | SecurityException e) {
      throw new SeawayException(
          SeawayException.Category.USER,
          "The plug-in jar " + jar + " cannot be read (" + e.getMessage() + "); install it again",
          e);
    }
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (IOException e) {
      throw new IllegalStateException("A path of the default file system has a URL", e);
    }
  }
}
