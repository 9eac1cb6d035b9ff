package dev.seaway.connector;

import java.util.ArrayDeque;
import java.util.Deque;

/** Resolves a link against the request whose answer holds it, by RFC 3986, section 5.2. */
final class RelativeLink {

  private RelativeLink() {}

  /**
   * The target of the next request. What begins with a slash or a scheme is left as it is: the
   * engine places it below the base URL.
   *
   * @param target of the request that was answered: a path, or a URL
   */
  static String resolved(String target, String link) {
    if (link.startsWith("/") || link.startsWith(":") || hasScheme(link)) {
      return link;
    }
    String path = target.substring(0, end(target, "?#"));
    if (link.isEmpty() || link.startsWith("#")) {
      return target.substring(0, end(target, "#"));
    }
    if (link.startsWith("?")) {
      return path + link;
    }
    int query = end(link, "?#");
    int root = root(path);
    boolean bare = root > 0 && root == path.length();
    String folder = bare ? "/" : path.substring(root, Math.max(root, path.lastIndexOf('/') + 1));
    return path.substring(0, root)
        + plain(folder + link.substring(0, query))
        + link.substring(query);
  }

  /** Where the path begins: behind the host of a URL. */
  private static int root(String target) {
    if (!hasScheme(target)) {
      return 0;
    }
    int host = target.indexOf("//");
    int slash = target.indexOf('/', host + 2);
    return host < 0 || slash < 0 ? target.length() : slash;
  }

  /** Steps that lead above the root stay, so that the engine refuses them. */
  private static String plain(String path) {
    Deque<String> steps = new ArrayDeque<>();
    int at = 0;
    while (at < path.length()) {
      int slash = path.indexOf('/', at);
      int next = slash < 0 ? path.length() : slash + 1;
      take(path.substring(at, next), steps);
      at = next;
    }
    return String.join("", steps);
  }

  private static void take(String step, Deque<String> steps) {
    String name = step.endsWith("/") ? step.substring(0, step.length() - 1) : step;
    boolean canClimb =
        !steps.isEmpty() && !steps.getLast().equals("/") && !steps.getLast().equals("../");
    if (name.equals("..") && canClimb) {
      steps.removeLast();
    } else if (!name.equals(".")) {
      steps.addLast(step);
    }
  }

  private static boolean hasScheme(String link) {
    int end = end(link, ":/?#");
    if (end == 0 || end == link.length() || link.charAt(end) != ':') {
      return false;
    }
    String scheme = link.substring(0, end);
    return isLetter(scheme.charAt(0))
        && scheme
            .chars()
            .allMatch(c -> isLetter(c) || (c >= '0' && c <= '9') || "+.-".indexOf(c) >= 0);
  }

  private static boolean isLetter(int character) {
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
  }

  /** Where the first of these characters stands, or the text ends. */
  private static int end(String text, String characters) {
    int at = 0;
    while (at < text.length() && characters.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }
}
