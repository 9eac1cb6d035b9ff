package dev.seaway.core.http;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One entry of {@code NO_PROXY}. */
sealed interface NoProxyEntry {

  boolean matches(ServerOrigin origin);

  static NoProxyEntry of(String text) {
    String entry = text.strip().toLowerCase(Locale.ROOT);
    if (entry.equals("*")) {
      return new Everything();
    }
    return Range.of(entry).orElseGet(() -> Host.of(entry));
  }

  /** {@code *}. */
  record Everything() implements NoProxyEntry {
    @Override
    public boolean matches(ServerOrigin origin) {
      return true;
    }
  }

  /** A host and all below it, at one port or (0) at any. */
  record Host(String name, int port) implements NoProxyEntry {

    private static final Pattern ENTRY =
        Pattern.compile("(\\[[^]]*]|[^:]*|.*:.*:.*)(?::([0-9]{1,5}))?");

    static NoProxyEntry of(String entry) {
      Matcher parts = ENTRY.matcher(entry);
      boolean hasPort = parts.matches() && parts.group(2) != null;
      String host = hasPort ? parts.group(1) : entry;
      String name = host.replaceFirst("^\\*?\\.", "").replaceFirst("\\.$", "");
      return new Host(
          normal(name.contains(":") && !name.startsWith("[") ? "[" + name + "]" : name),
          hasPort ? Integer.parseInt(parts.group(2)) : 0);
    }

    private static String normal(String name) {
      return ServerOrigin.of("http://" + name).map(ServerOrigin::host).orElse(name);
    }

    @Override
    public boolean matches(ServerOrigin origin) {
      boolean named = origin.host().equals(name) || origin.host().endsWith("." + name);
      return !name.isEmpty() && named && (port == 0 || port == origin.port());
    }
  }

  /** Addresses that share their first bits. */
  record Range(InetAddress start, int bits) implements NoProxyEntry {

    static Optional<NoProxyEntry> of(String entry) {
      int slash = entry.indexOf('/');
      return slash < 0 || !entry.substring(slash + 1).matches("[0-9]{1,3}")
          ? Optional.empty()
          : literal(entry.substring(0, slash))
              .map(start -> new Range(start, Integer.parseInt(entry.substring(slash + 1))));
    }

    @Override
    public boolean matches(ServerOrigin origin) {
      return literal(origin.host().replaceAll("[\\[\\]]", "")).filter(this::contains).isPresent();
    }

    private boolean contains(InetAddress address) {
      byte[] first = start.getAddress();
      byte[] other = address.getAddress();
      if (first.length != other.length) {
        return false;
      }
      for (int bit = 0; bit < Math.min(bits, first.length * 8); bit++) {
        int mask = 0x80 >> (bit % 8);
        if ((first[bit / 8] & mask) != (other[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }

    private static Optional<InetAddress> literal(String text) {
      try {
        return Optional.of(InetAddress.ofLiteral(text));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }
  }
}
