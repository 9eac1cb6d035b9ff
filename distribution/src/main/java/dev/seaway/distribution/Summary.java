package dev.seaway.distribution;

import dev.seaway.core.resync.KindSummary;
import dev.seaway.core.resync.RunSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Says in a small table what a run read and wrote. */
final class Summary {

  private static final String IS_INCOMPLETE = " is INCOMPLETE: ";
  private static final String UNREAD = "not read to its end: ";
  private static final String AS_SAID = " is incomplete, as said above";

  private Summary() {}

  static List<String> lines(RunSummary summary) {
    boolean repeated = summary.kinds().values().stream().anyMatch(count -> count.repeated() > 0);
    List<List<String>> rows = new ArrayList<>();
    rows.add(titles(repeated));
    summary.kinds().forEach((kind, count) -> rows.add(row(kind, count, repeated)));
    List<String> lines = new ArrayList<>(aligned(rows));
    lines.addAll(reasons(summary));
    for (Map.Entry<String, Integer> deletion : summary.deletions().entrySet()) {
      lines.add("deleted of " + deletion.getKey() + ": " + deletion.getValue());
    }
    return lines;
  }

  /** Most tools give each record once: then nothing is said of repetitions. */
  private static List<String> titles(boolean repeated) {
    List<String> titles =
        new ArrayList<>(List.of("kind", "read", "mapped", "written", "unchanged", "refused"));
    if (repeated) {
      titles.add("repeated");
    }
    titles.add("outcome");
    return titles;
  }

  private static List<String> row(String kind, KindSummary count, boolean repeated) {
    List<String> row = new ArrayList<>();
    row.add(kind);
    row.add(Long.toString(count.read()));
    row.add(Long.toString(count.mapped()));
    row.add(Long.toString(count.upserted()));
    row.add(Long.toString(count.unchanged()));
    row.add(Long.toString(count.refused()));
    if (repeated) {
      row.add(Long.toString(count.repeated()));
    }
    row.add(firstWord(count.outcome()));
    return row;
  }

  /** A reason is a sentence, too long for a column; several kinds may have one. */
  private static List<String> reasons(RunSummary summary) {
    GroupedMessages<String> reasons = new GroupedMessages<>();
    summary.kinds().forEach((kind, count) -> addReason(kind, count.outcome(), reasons));
    return reasons.lines(
        "%s is %s"::formatted,
        (cause, kinds) ->
            "%d kinds: %s (%s)".formatted(kinds.size(), cause, GroupedMessages.names(kinds)));
  }

  private static void addReason(String kind, String outcome, GroupedMessages<String> reasons) {
    if (outcome.contains(": ")) {
      String said = outcome.replace(kind + " was not read", "not read");
      reasons.add(kind, outcome, said.replace(": " + kind + ": ", ": "));
    }
  }

  /** Those remarks that are not the reason of an outcome, which was said already. */
  static List<String> further(List<String> lines, List<String> remarks) {
    return remarks.stream()
        .filter(remark -> !isSaid(lines, remark))
        .map(remark -> referring(lines, remark))
        .toList();
  }

  /** What is kept for the reason of an outcome only refers to it. */
  private static String referring(List<String> lines, String remark) {
    String text = remark;
    for (String line : lines) {
      int at = line.indexOf(IS_INCOMPLETE);
      if (at > 0) {
        String kind = line.substring(0, at);
        String reason = line.substring(at + IS_INCOMPLETE.length());
        String unread = reason.replace(UNREAD, "");
        text =
            text.replace(kind + ": " + reason, kind + AS_SAID)
                .replace(kind + " was " + UNREAD + kind + ": " + unread, kind + AS_SAID)
                .replace(kind + " was " + UNREAD + unread, kind + AS_SAID);
      }
    }
    return text;
  }

  private static boolean isSaid(List<String> lines, String remark) {
    int colon = remark.indexOf(": ");
    String name = remark.substring(0, Math.max(colon, 0));
    String cause = GroupedMessages.cause(name, remark);
    return colon > 0
        && lines.stream()
            .filter(line -> line.startsWith(name + " is ") || line.startsWith(name + ": "))
            .anyMatch(line -> line.contains(cause));
  }

  private static String firstWord(String outcome) {
    int colon = outcome.indexOf(": ");
    return colon < 0 ? outcome : outcome.substring(0, colon);
  }

  private static List<String> aligned(List<List<String>> rows) {
    return rows.stream().map(row -> aligned(row, rows)).toList();
  }

  private static String aligned(List<String> row, List<List<String>> rows) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      int width = width(rows, column);
      boolean text = column == 0 || column == row.size() - 1;
      line.append(("%" + (text ? "-" : "") + width + "s  ").formatted(row.get(column)));
    }
    return line.toString().stripTrailing();
  }

  private static int width(List<List<String>> rows, int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(1);
  }
}
