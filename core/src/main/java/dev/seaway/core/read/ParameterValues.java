package dev.seaway.core.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.ApiRequest;
import dev.seaway.core.SeawayException.Category;
import dev.seaway.core.evidence.Verdict;
import dev.seaway.core.http.ApiException;
import dev.seaway.core.http.ApiException.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Resolves the parameters of paths. The lists that hold their values are read once in a run. */
final class ParameterValues {

  /** Of one list, two parameters may want different fields or records. */
  private record Asked(Listing.Parameter parameter, ApiRequest request) {
    static Asked of(Listing.Parameter parameter, Map<String, JsonNode> bound) {
      return new Asked(parameter, PathTemplate.resolve(parameter.values().request(), bound));
    }
  }

  /** The values of one list, and whether it was read to its end. */
  private record Values(List<JsonNode> values, Verdict verdict) {}

  private final Function<Split, ListPages> lists;
  private final long mostLists;
  private final ValueMemory memory;
  private final Set<Listing.Parameter> wanted = new LinkedHashSet<>();
  private final OncePerKey<Asked, Values> known = new OncePerKey<>(ParameterValues::isOwn);

  /**
   * @param lists gives the pages of a list, from its first one on
   * @param mostLists that the parameters of one kind may make
   */
  ParameterValues(Function<Split, ListPages> lists, long mostLists) {
    this(lists, mostLists, ValueMemory.ofThisProcess());
  }

  ParameterValues(Function<Split, ListPages> lists, long mostLists, ValueMemory memory) {
    this.lists = lists;
    this.mostLists = mostLists;
    this.memory = memory;
  }

  /** From now on the values of these parameters are gathered from lists that are read as kinds. */
  void want(List<Listing.Parameter> parameters) {
    wanted.addAll(parameters);
  }

  /**
   * One list for each combination of values; one for a path without parameters.
   *
   * @param verdicts told of each list of values, before its values are used
   */
  Iterator<Split> splits(Listing listing, Consumer<Verdict> verdicts) {
    List<String> names = PathTemplate.names(listing.request().target());
    List<Listing.Parameter> needed = needed(listing, names);
    ListCount count = new ListCount(listing.name(), mostLists);
    if (!multiply(needed, count, verdicts)) {
      return Collections.emptyIterator();
    }
    count.announce();
    return new Splits(
        listing,
        needed,
        (parameter, bound) -> {
          Values values = values(parameter, bound, count);
          verdicts.accept(values.verdict());
          return values.values();
        },
        count);
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

  private Values values(Listing.Parameter parameter, Map<String, JsonNode> bound, ListCount count) {
    return known.get(Asked.of(parameter, bound), () -> read(parameter, bound, count));
  }

  private Values read(Listing.Parameter parameter, Map<String, JsonNode> bound, ListCount count) {
    GatheredValues values = new GatheredValues(parameter, memory);
    Split split = new Split(parameter.values(), bound);
    try (ListPages pages = lists.apply(split)) {
      for (PageAt page : pages) {
        values.addAll(page.page());
        if (bound.isEmpty()) {
          count.atLeast(parameter.name(), values.size());
        }
      }
      values.check();
      return new Values(
          values.all().orElseThrow(), values.verdict(pages.proof()).of(listOf(parameter)));
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

  /** What lists to come want from a list that is read as a kind. */
  Gathering gathering(Split split) {
    List<GatheredValues> gathered =
        wanted.stream()
            .filter(parameter -> parameter.isReadBy(split.listing(), split.values()))
            .map(parameter -> new GatheredValues(parameter, memory))
            .toList();
    return new Gathering(gathered, (values, verdict) -> keep(values, split.values(), verdict));
  }

  private void keep(GatheredValues gathered, Map<String, JsonNode> bound, Verdict verdict) {
    Listing.Parameter parameter = gathered.parameter();
    Asked asked = Asked.of(parameter, bound);
    boolean kept =
        gathered
            .all()
            .filter(
                all ->
                    known.offer(
                        asked, new Values(all, gathered.verdict(verdict).of(listOf(parameter)))))
            .isPresent();
    if (!kept) {
      gathered.discard();
    }
  }
}
