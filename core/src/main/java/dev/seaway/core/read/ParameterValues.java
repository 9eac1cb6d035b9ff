package dev.seaway.core.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.Page;
import dev.seaway.core.SeawayException.Category;
import dev.seaway.core.evidence.Verdict;
import dev.seaway.core.http.ApiException;
import dev.seaway.core.http.ApiException.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Resolves the parameters of paths. The lists that hold their values are read once in a run. */
final class ParameterValues {

  /** Reads all pages of a list whose parameters are resolved. */
  interface PagesReader {
    Verdict read(
        Listing listing,
        Map<String, JsonNode> values,
        StartPosition beginning,
        BiConsumer<Page, PagePosition> pages);
  }

  /** Of one list, two parameters may want different fields or records. */
  private record Asked(Listing.Parameter parameter, ApiRequest request) {
    static Asked of(Listing.Parameter parameter, Map<String, JsonNode> bound) {
      return new Asked(parameter, PathTemplate.resolve(parameter.values().request(), bound));
    }
  }

  /** The values of one list, and whether it was read to its end. */
  private record Values(List<JsonNode> values, Verdict verdict) {}

  private final PagesReader reader;
  private final long mostLists;
  private final ValueMemory memory;
  private final Set<Listing.Parameter> wanted = new LinkedHashSet<>();
  private final OncePerKey<Asked, Values> known = new OncePerKey<>(ParameterValues::isOwn);

  /**
   * @param mostLists that the parameters of one kind may make
   */
  ParameterValues(PagesReader reader, long mostLists) {
    this(reader, mostLists, ValueMemory.ofThisProcess());
  }

  ParameterValues(PagesReader reader, long mostLists, ValueMemory memory) {
    this.reader = reader;
    this.mostLists = mostLists;
    this.memory = memory;
  }

  /** From now on the values of these parameters are gathered from lists that are read as kinds. */
  void want(List<Listing.Parameter> parameters) {
    wanted.addAll(parameters);
  }

  /**
   * Calls the action once for each combination of values; once with none for a path without
   * parameters.
   *
   * @param verdicts told of each list of values, before its values are used
   */
  void forEach(
      Listing listing, Consumer<Verdict> verdicts, Consumer<Map<String, JsonNode>> action) {
    List<String> names = PathTemplate.names(listing.request().target());
    List<Listing.Parameter> needed = needed(listing, names);
    ListCount count = new ListCount(listing.name(), mostLists);
    if (multiply(needed, count, verdicts)) {
      count.announce();
      bind(
          needed,
          new LinkedHashMap<>(),
          count,
          verdicts,
          values -> {
            count.next();
            action.accept(values);
          });
    }
  }

  /**
   * Counts before the first of the lists is asked for what can be counted then: the parameters that
   * need no other one. False where one of them has no value.
   */
  private boolean multiply(
      List<Listing.Parameter> needed, ListCount count, Consumer<Verdict> verdicts) {
    for (Listing.Parameter parameter : needed) {
      if (PathTemplate.names(parameter.values().request().target()).isEmpty()) {
        Values values = values(parameter, Map.of(), count);
        if (values.values().isEmpty()) {
          verdicts.accept(values.verdict());
          return false;
        }
        count.times(parameter.name(), values.values().size());
      }
    }
    return true;
  }

  /**
   * The path's own parameters and those that their lists need in turn, in an order in which each
   * can be resolved.
   */
  private static List<Listing.Parameter> needed(Listing listing, List<String> names) {
    LinkedHashSet<Listing.Parameter> ordered = new LinkedHashSet<>();
    names.forEach(name -> collect(listing, name, List.of(), ordered));
    return List.copyOf(ordered);
  }

  private static void collect(
      Listing listing, String name, List<String> path, Set<Listing.Parameter> ordered) {
    if (path.contains(name)) {
      throw new ReadException(
          Category.USER, listing.name() + ": the path parameters " + path + " need each other.");
    }
    Listing.Parameter parameter = parameter(listing, name);
    List<String> deeper = new ArrayList<>(path);
    deeper.add(name);
    PathTemplate.names(parameter.values().request().target())
        .forEach(inner -> collect(listing, inner, deeper, ordered));
    ordered.add(parameter);
  }

  private static Listing.Parameter parameter(Listing listing, String name) {
    return listing.parameters().stream()
        .filter(candidate -> candidate.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new ReadException(
                    Category.USER,
                    listing.name()
                        + ": nothing says what {"
                        + name
                        + "} is; add selector.path_parameters."
                        + name
                        + "."));
  }

  private void bind(
      List<Listing.Parameter> open,
      Map<String, JsonNode> bound,
      ListCount count,
      Consumer<Verdict> verdicts,
      Consumer<Map<String, JsonNode>> action) {
    if (open.isEmpty()) {
      action.accept(bound);
      return;
    }
    Listing.Parameter parameter = open.getFirst();
    Values values = values(parameter, bound, count);
    verdicts.accept(values.verdict());
    for (JsonNode value : values.values()) {
      Map<String, JsonNode> further = new LinkedHashMap<>(bound);
      further.put(parameter.name(), value);
      bind(open.subList(1, open.size()), further, count, verdicts, action);
    }
  }

  private Values values(Listing.Parameter parameter, Map<String, JsonNode> bound, ListCount count) {
    return known.get(Asked.of(parameter, bound), () -> read(parameter, bound, count));
  }

  private Values read(Listing.Parameter parameter, Map<String, JsonNode> bound, ListCount count) {
    GatheredValues values = new GatheredValues(parameter, memory);
    try {
      Verdict verdict =
          reader.read(
              parameter.values(),
              bound,
              new StartPosition.First(),
              (page, _) -> {
                values.addAll(page);
                if (bound.isEmpty()) {
                  count.atLeast(parameter.name(), values.size());
                }
              });
      return new Values(values.all().orElseThrow(), verdict.of(listOf(parameter)));
    } catch (RuntimeException | Error e) {
      values.discard();
      throw e;
    }
  }

  /** Another kind may make fewer lists of the same values, and nobody may have interrupted it. */
  private static boolean isOwn(Throwable failure) {
    return failure instanceof TooManyListsException
        || (failure instanceof ApiException cause && cause.reason() == Reason.INTERRUPTED);
  }

  private static String listOf(Listing.Parameter parameter) {
    return "the values of {%s} from %s".formatted(parameter.name(), parameter.values().name());
  }

  /**
   * Reads one list as a kind, and on the way gathers the values that lists to come want from it.
   * Where not all of it is read, who needs the values reads it again.
   */
  void readAndGather(Listing listing, Map<String, JsonNode> bound, PageTaker pages) {
    StartPosition beginning = pages.beginning(bound);
    if (beginning instanceof StartPosition.Behind) {
      return;
    }
    List<GatheredValues> gathered =
        beginning instanceof StartPosition.First ? gathered(listing, bound) : List.of();
    Verdict verdict;
    try {
      verdict =
          reader.read(
              listing,
              bound,
              beginning,
              (page, place) -> {
                gathered.forEach(values -> values.add(page));
                pages.take(page, place);
              });
    } catch (RuntimeException | Error e) {
      gathered.forEach(GatheredValues::discard);
      throw e;
    }
    gathered.forEach(values -> keep(values, bound, verdict));
    pages.ended(bound.isEmpty() ? verdict : verdict.of("the list of " + shown(bound)));
  }

  private void keep(GatheredValues gathered, Map<String, JsonNode> bound, Verdict verdict) {
    Listing.Parameter parameter = gathered.parameter();
    Asked asked = Asked.of(parameter, bound);
    boolean kept =
        gathered
            .all()
            .filter(all -> known.offer(asked, new Values(all, verdict.of(listOf(parameter)))))
            .isPresent();
    if (!kept) {
      gathered.discard();
    }
  }

  private static String shown(Map<String, JsonNode> bound) {
    return bound.entrySet().stream()
        .map(value -> value.getKey() + " " + value.getValue().asText())
        .collect(Collectors.joining(", "));
  }

  private List<GatheredValues> gathered(Listing listing, Map<String, JsonNode> bound) {
    return wanted.stream()
        .filter(parameter -> parameter.isReadBy(listing, bound))
        .map(parameter -> new GatheredValues(parameter, memory))
        .toList();
  }
}
