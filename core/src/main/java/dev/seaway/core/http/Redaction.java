package dev.seaway.core.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes secrets out of text that people will read. Thread-safe. */
final class Redaction {

  private static final String MASK = "***";
  private static final int REMEMBERED = 16;

  /** More than one origin may hold, so that what is sent back is masked. */
  private static final int REMEMBERED_COOKIES = 200;

  /** Shorter ones, a language or a yes, occur in ordinary words. */
  private static final int SHORTEST_COOKIE = 8;

  private static final int READ_BYTES = 4096;
  private static final int EXCERPT_CHARACTERS = 200;

  /**
   * A word is looked at from its beginning only, so that a long one costs no more than its length.
   */
  private static final Pattern NAMED =
      Pattern.compile(
          "((?<![\\w.-])(?=[\\w.-]*?(?:token|secret|passw|api[_-]?key|authorization|credential|cookie|sess(?:ion)?id))"
              + "[\\w.-]++\"?\\s*+[:=]\\s*+)(\"[^\"]*+\"?|[^\\s,;&}\"<]++)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SCHEME =
      Pattern.compile(
          "\\b(Bearer|Basic)\\s++(?=[^\\s\"]*[0-9=])[A-Za-z0-9._~+/=-]++",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern USER_INFO = Pattern.compile("(?<=://)[^/\\s\"@]++@");
  private static final Pattern RUN =
      Pattern.compile("(?<![A-Za-z0-9+/_=.-])[A-Za-z0-9+/_=.-]{32,}+");
  private static final Pattern LONG_WORD =
      Pattern.compile("(?<![A-Za-z0-9+_=])[A-Za-z0-9+_=]{32,}+");
  private static final Pattern DIGIT = Pattern.compile("[0-9]");
  private static final Pattern LETTER = Pattern.compile("[A-Za-z]");
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cntrl}]++");

  private final Set<String> configured = longestFirst();
  private final Deque<String> tokens = new ArrayDeque<>();
  private final Deque<String> cookies = new ArrayDeque<>();

  Redaction(Set<String> configured) {
    configured.forEach(secret -> addSpellings(this.configured, secret));
  }

  /** Masks a token that a server issued, from now on. */
  synchronized void remember(String token) {
    remember(tokens, token, REMEMBERED);
  }

  /** Masks a cookie that a server set, from now on. Some servers set one with each answer. */
  synchronized void rememberCookie(String value) {
    if (value.length() >= SHORTEST_COOKIE) {
      remember(cookies, value, REMEMBERED_COOKIES);
    }
  }

  private static void remember(Deque<String> latest, String secret, int most) {
    if (secret.isBlank()) {
      return;
    }
    latest.remove(secret);
    latest.addFirst(secret);
    if (latest.size() > most) {
      latest.removeLast();
    }
  }

  /** One line of at most 200 characters. */
  String excerpt(byte[] body) {
    int length = Math.min(body.length, READ_BYTES);
    String masked = mask(new String(body, 0, length, StandardCharsets.UTF_8));
    String line = SPACE.matcher(masked).replaceAll(" ").strip();
    return line.length() <= EXCERPT_CHARACTERS
        ? line
        : line.substring(0, EXCERPT_CHARACTERS - 3) + "...";
  }

  /** Of a text that no message would show whole, the end is left out before it is looked at. */
  String mask(String text) {
    String masked = text.length() <= READ_BYTES ? text : text.substring(0, READ_BYTES) + "...";
    for (String secret : known()) {
      masked = masked.replace(secret, MASK);
    }
    masked = SCHEME.matcher(masked).replaceAll("$1 " + MASK);
    masked = NAMED.matcher(masked).replaceAll("$1" + MASK);
    masked = USER_INFO.matcher(masked).replaceAll(MASK + "@");
    return RUN.matcher(masked).replaceAll(run -> Matcher.quoteReplacement(longWords(run.group())));
  }

  /** Letters alone, or digits alone, are an ordinary word or number. */
  private static String longWords(String run) {
    boolean random = DIGIT.matcher(run).find() && LETTER.matcher(run).find();
    return random ? LONG_WORD.matcher(run).replaceAll(MASK) : run;
  }

  private synchronized Set<String> known() {
    Set<String> known = longestFirst();
    known.addAll(configured);
    tokens.forEach(token -> addSpellings(known, token));
    cookies.forEach(cookie -> addSpellings(known, cookie));
    return known;
  }

  /** A longer secret may hold a shorter one. */
  private static Set<String> longestFirst() {
    return new TreeSet<>(
        Comparator.comparingInt(String::length)
            .reversed()
            .thenComparing(Comparator.naturalOrder()));
  }

  private static void addSpellings(Set<String> secrets, String secret) {
    if (!secret.isBlank()) {
      secrets.add(secret);
      secrets.add(UrlText.parameter(secret));
      secrets.add(secret.replace("\\", "\\\\").replace("\"", "\\\""));
    }
  }
}
