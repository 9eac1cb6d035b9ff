package dev.seaway.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jcodings.specific.UTF8Encoding;
import org.joni.Matcher;
import org.joni.NameEntry;
import org.joni.Option;
import org.joni.Region;
import org.joni.Syntax;
import org.joni.exception.JOniException;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression in Oniguruma's syntax, which is jq's. The library that runs it looks at the
 * clock by itself and gives up when its time is over, so that no thread has to watch it.
 */
final class Regex {

  /** What the matcher usually needs per byte of the text, to be able to go back. */
  private static final long BACKTRACKING = 64;

  /** Up to there even the slowest expression is fast between two looks at the clock. */
  private static final int SHORT = 128;

  /** The matcher's own limit is only there in case that the watch cannot tell processor time. */
  private static final int CLOCK_PATIENCE = 10;

  private final org.joni.Regex regex;
  private final String pattern;
  private final String flags;
  private final boolean global;
  private final boolean tame;
  private final List<JsonNode> names;

  /** One match; offsets count code points, but start and end count UTF-16 units. */
  record Match(int start, int end, ObjectNode json) {}

  private Regex(org.joni.Regex regex, String pattern, String flags, boolean global) {
    this.regex = regex;
    this.pattern = pattern;
    this.flags = flags;
    this.global = global;
    // Counted repetitions and calls of groups can go on without using any text.
    this.tame = pattern.indexOf('{') < 0 && !pattern.contains("\\g");
    this.names = names(regex);
  }

  static Regex of(Run run, String pattern, String flags) {
    PatternCost.of(pattern).pay(run);
    int options = Option.CAPTURE_GROUP;
    for (int i = 0; i < flags.length(); i++) {
      options |= option(flags.charAt(i), flags);
    }
    byte[] bytes = pattern.getBytes(StandardCharsets.UTF_8);
    try {
      org.joni.Regex regex =
          new org.joni.Regex(bytes, 0, bytes.length, options, UTF8Encoding.INSTANCE, Syntax.PerlNG);
      return new Regex(regex, pattern, flags, flags.indexOf('g') >= 0);
    } catch (JOniException e) {
      throw new JqError(
          "%s (at offset 0) is not a valid regex: %s".formatted(pattern, e.getMessage()));
    }
  }

  private static int option(char flag, String flags) {
    return switch (flag) {
      case 'g' -> 0;
      case 'i' -> Option.IGNORECASE;
      case 'x' -> Option.EXTEND;
      case 's' -> Option.SINGLELINE;
      case 'p' -> Option.MULTILINE | Option.SINGLELINE;
      case 'l' -> Option.FIND_LONGEST;
      case 'n' -> Option.FIND_NOT_EMPTY;
      default -> throw new JqError(flags + " is not a valid modifier string");
    };
  }

  boolean is(String otherPattern, String otherFlags) {
    return pattern.equals(otherPattern) && flags.equals(otherFlags);
  }

  private static List<JsonNode> names(org.joni.Regex regex) {
    List<JsonNode> names = new ArrayList<>();
    for (int i = 0; i <= regex.numberOfCaptures(); i++) {
      names.add(NullNode.getInstance());
    }
    if (regex.numberOfNames() > 0) {
      Iterator<NameEntry> entries = regex.namedBackrefIterator();
      while (entries.hasNext()) {
        NameEntry entry = entries.next();
        String name =
            new String(
                entry.name, entry.nameP, entry.nameEnd - entry.nameP, StandardCharsets.UTF_8);
        for (int group : entry.getBackRefs()) {
          names.set(group, TextNode.valueOf(name));
        }
      }
    }
    return names;
  }

  boolean test(Run run, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return search(run, bytes, 0) != null;
  }

  /** All matches, or only the first one without the flag {@code g}. */
  List<Match> matches(Run run, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Offsets offsets = new Offsets(run, bytes);
    List<Match> matches = new ArrayList<>();
    int start = 0;
    while (start <= bytes.length) {
      Region region = search(run, bytes, start);
      if (region == null) {
        break;
      }
      matches.add(match(run, bytes, offsets, region));
      int end = region.getEnd(0);
      start = end == region.getBeg(0) ? end + width(bytes, end) : end;
      if (!global) {
        break;
      }
    }
    return matches;
  }

  private static int width(byte[] bytes, int at) {
    int next = at + 1;
    while (next < bytes.length && (bytes[next] & 0xC0) == 0x80) {
      next++;
    }
    return next - at;
  }

  private @Nullable Region search(Run run, byte[] bytes, int start) {
    run.hold(BACKTRACKING * (bytes.length - start));
    boolean quick = tame && bytes.length - start <= SHORT;
    long nanos = quick ? run.machine().limits().time().toNanos() : run.remainingNanos();
    // The matcher goes by the clock, which a pause of the process moves on; the watch does not.
    Matcher matcher = regex.matcher(bytes, 0, bytes.length, CLOCK_PATIENCE * nanos);
    int found =
        quick
            ? matcher.search(start, bytes.length, Option.NONE)
            : watched(run, matcher, start, bytes.length, nanos);
    if (found == Matcher.INTERRUPTED) {
      throw run.late();
    }
    run.work((found < 0 ? bytes.length : matcher.getEnd()) - start + 1L);
    return found < 0 ? null : matcher.getEagerRegion();
  }

  private static int watched(Run run, Matcher matcher, int start, int end, long nanos) {
    Watch watch = run.machine().watch();
    Watch.Watched search = watch.begin(matcher, nanos, run.machine().limits().memoryBytes());
    try {
      int found = matcher.search(start, end, Option.NONE);
      if (search.tooLarge()) {
        throw run.overMemory();
      }
      return found;
    } finally {
      watch.end(search);
    }
  }

  private Match match(Run run, byte[] bytes, Offsets offsets, Region region) {
    run.charge((long) Run.ENTRY * 5 * region.getNumRegs());
    Offsets.At start = offsets.at(region.getBeg(0));
    ObjectNode json = Containers.object(run, 4);
    describe(json, start.points(), text(run, bytes, region, 0));
    ArrayNode captures = json.putArray("captures");
    for (int group = 1; group < region.getNumRegs(); group++) {
      ObjectNode capture = captures.addObject();
      if (region.getBeg(group) < 0) {
        capture.put("offset", -1).put("length", 0).putNull("string");
      } else {
        int points = new Offsets(run, bytes, start).at(region.getBeg(group)).points();
        describe(capture, points, text(run, bytes, region, group));
      }
      capture.set("name", names.get(group));
    }
    return new Match(start.units(), offsets.at(region.getEnd(0)).units(), json);
  }

  private static void describe(ObjectNode json, int offset, String text) {
    json.put("offset", offset).put("length", Texts.length(text)).put("string", text);
  }

  private static String text(Run run, byte[] bytes, Region region, int group) {
    int start = region.getBeg(group);
    int length = region.getEnd(group) - start;
    run.chargeText(length);
    return new String(bytes, start, length, StandardCharsets.UTF_8);
  }

  /** Turns places in UTF-8 into places in the text, going forward. */
  private static final class Offsets {

    private final Run run;
    private final byte[] bytes;
    private int position;
    private int points;
    private int units;

    /** A place in the text. */
    record At(int position, int points, int units) {}

    Offsets(Run run, byte[] bytes) {
      this.run = run;
      this.bytes = bytes;
    }

    Offsets(Run run, byte[] bytes, At from) {
      this.run = run;
      this.bytes = bytes;
      this.position = from.position;
      this.points = from.points;
      this.units = from.units;
    }

    At at(int target) {
      if (target < position) {
        position = 0;
        points = 0;
        units = 0;
      }
      run.read(target - position);
      while (position < target) {
        int lead = bytes[position++] & 0xFF;
        if ((lead & 0xC0) != 0x80) {
          points++;
          units += lead >= 0xF0 ? 2 : 1;
        }
      }
      return new At(position, points, units);
    }
  }
}
