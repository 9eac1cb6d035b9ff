package dev.seaway.core.plugin;

import dev.seaway.connector.Connector;
import dev.seaway.connector.Source;
import dev.seaway.core.SeawayException;
import dev.seaway.core.config.ConfigLoader;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connectors on the class path and in the plug-in folders. Closing it closes their jars: no
 * connector may be used afterwards.
 */
public final class Plugins implements ConfigLoader.ConnectorLookup, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Plugins.class);

  private record Found(Connector<?> connector, String place) {}

  private static final String BUILT_IN = "Seaway itself";

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]*");

  private final Map<String, Found> found = new TreeMap<>();
  private final List<URLClassLoader> loaders = new ArrayList<>();

  private Plugins() {}

  /** Finds the connectors on the class path and in {@code <directory>/<name>/*.jar}. */
  public static Plugins load(Path directory) {
    ClassLoader engine = Plugins.class.getClassLoader();
    Plugins plugins = new Plugins();
    try {
      plugins.addAll(engine, BUILT_IN);
      SharedPackages shared = new SharedPackages(engine);
      PluginFolder.in(directory).forEach(folder -> plugins.add(folder, shared));
      PluginFolder.looseJars(directory).forEach(Plugins::warn);
      return plugins;
    } catch (RuntimeException e) {
      plugins.closeAfter(e);
      throw e;
    }
  }

  /**
   * A part of Seaway itself that not every installation has: from the program's own class path, or
   * else from the jars of this folder, which then stay open as long as the program runs.
   */
  public static <T> Optional<T> extension(Class<T> service, Path folder) {
    ClassLoader engine = Plugins.class.getClassLoader();
    try {
      return first(service, engine)
          .or(() -> PluginFolder.at(folder).flatMap(jars -> first(service, jars.extend(engine))));
    } catch (ServiceConfigurationError | LinkageError e) {
      throw new SeawayException(
          SeawayException.Category.USER,
          "What lies in %s does not fit this version of Seaway: take that folder from the same archive or image (%s)"
              .formatted(folder, e.getMessage()),
          e);
    }
  }

  private static <T> Optional<T> first(Class<T> service, ClassLoader loader) {
    return ServiceLoader.load(service, loader).findFirst();
  }

  private static void warn(Path jar) {
    String name = jar.getFileName().toString();
    log.warn(
        "{} is not loaded, because a plug-in is a folder: move it to {}",
        jar,
        jar.resolveSibling(name.substring(0, name.lastIndexOf('.'))).resolve(name));
  }

  @Override
  public <T> T calling(Connector<?> connector, Supplier<T> code) {
    return ContextLoader.during(connector.getClass().getClassLoader(), code);
  }

  @Override
  public Source isolated(Connector<?> connector, Source source) {
    ClassLoader loader = connector.getClass().getClassLoader();
    return loaders.contains(loader) ? new PluginSource(loader).of(source) : source;
  }

  @Override
  public Optional<Connector<?>> find(String type) {
    return Optional.ofNullable(found.get(type)).map(Found::connector);
  }

  @Override
  public Set<String> names() {
    return Collections.unmodifiableSet(found.keySet());
  }

  /** Name to where the connector was found, for people. */
  public Map<String, String> places() {
    Map<String, String> places = new TreeMap<>();
    found.forEach((name, each) -> places.put(name, each.place));
    return places;
  }

  @Override
  public void close() {
    for (URLClassLoader loader : loaders) {
      try {
        loader.close();
      } catch (IOException e) {
        throw new SeawayException(
            SeawayException.Category.INTERNAL,
            "The jars of the " + loader.getName() + " cannot be closed",
            e);
      }
    }
  }

  private void add(PluginFolder folder, ClassLoader shared) {
    URLClassLoader loader = folder.open(shared);
    loaders.add(loader);
    String jars = String.join(", ", folder.jars().stream().map(Path::toString).toList());
    if (ContextLoader.during(loader, () -> addAll(loader, jars)) == 0) {
      throw new SeawayException(
          SeawayException.Category.USER,
          "The plug-in folder "
              + folder.folder()
              + " holds no connector: none of its jars has META-INF/services/"
              + Connector.class.getName());
    }
  }

  /** How many connectors this class loader has. */
  private int addAll(ClassLoader loader, String place) {
    int count = 0;
    try {
      for (Connector<?> connector : ServiceLoader.load(Connector.class, loader)) {
        add(new Found(connector, place));
        count++;
      }
      return count;
    } catch (ServiceConfigurationError | LinkageError e) {
      throw new SeawayException(
          SeawayException.Category.USER,
          "A connector of " + place + " cannot be loaded: " + reason(e),
          e);
    }
  }

  private void add(Found another) {
    String name = nameOf(another);
    Found first = found.putIfAbsent(name, another);
    if (first != null) {
      throw new SeawayException(
          SeawayException.Category.USER,
          "Two connectors have the name %s: one of %s, one of %s; remove one of them"
              .formatted(name, first.place, another.place));
    }
  }

  private static String nameOf(Found found) {
    String type = found.connector.getClass().getName();
    String name = askName(found, type);
    if (!NAME.matcher(name).matches()) {
      throw new SeawayException(
          SeawayException.Category.USER,
          "The connector %s of %s is named \"%s\"; a name has small letters, digits, - and _ only"
              .formatted(type, found.place, name));
    }
    return name;
  }

  private static String askName(Found found, String type) {
    try {
      return found.connector.name();
    } catch (RuntimeException | LinkageError e) {
      throw new SeawayException(
          SeawayException.Category.USER,
          "The connector %s of %s cannot tell its name: %s".formatted(type, found.place, e),
          e);
    }
  }

  private void closeAfter(RuntimeException failure) {
    try {
      close();
    } catch (SeawayException e) {
      failure.addSuppressed(e);
    }
  }

  private static String reason(Throwable failure) {
    Throwable cause = failure.getCause();
    return cause == null ? failure.getMessage() + "" : failure.getMessage() + " (" + cause + ")";
  }
}
