package dev.seaway.core.resync;

import com.fasterxml.jackson.core.JsonPointer;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.Auth;
import dev.seaway.connector.EndSigns;
import dev.seaway.connector.Kind;
import dev.seaway.connector.Pagination;
import dev.seaway.connector.SignPlaces;
import dev.seaway.connector.Source;
import dev.seaway.core.resync.ApiShape.Place;
import dev.seaway.core.resync.ApiShape.Sign;
import dev.seaway.mapping.MappingDocument;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * How a user has set up the sync of such an API.
 *
 * @param namesSigns whether the flags and the total are named
 * @param namesEndStatus whether it is said what comes behind the end
 * @param orEmpty whether a missing list is taken for an empty one
 */
record ApiSetup(ApiShape shape, boolean namesSigns, boolean namesEndStatus, boolean orEmpty) {

  /** There are few of them, and reading jq takes longer than a run. */
  private static final Map<String, MappingDocument> PARSED = new ConcurrentHashMap<>();

  static ApiSetup of(ApiShape shape, Choices choices) {
    return new ApiSetup(shape, choices.percent(40), choices.percent(50), choices.percent(50));
  }

  int startPage(boolean wrong) {
    int right = shape.style() == ApiShape.Style.PAGE_FROM_0 ? 0 : 1;
    return wrong ? 1 - right : right;
  }

  SyncPlan plan(boolean onePage, boolean wrongStart, boolean narrowed) {
    Source source =
        Source.of(URI.create("http://tool"), new Auth.None(), List.<Kind>of())
            .withKinds(
                List.of(),
                new Source.Defaults(
                    JsonPointer.empty(), onePage ? none() : pagination(startPage(wrongStart))));
    return SyncPlan.of(PARSED.computeIfAbsent(mapping(narrowed), Entities::mapping), source);
  }

  @Override
  public String toString() {
    return "signs named: %s, endStatus named: %s, // []: %s"
        .formatted(namesSigns, namesEndStatus, orEmpty);
  }

  private Pagination none() {
    return new Pagination.None(signs());
  }

  private Pagination pagination(int startPage) {
    String from = ListRequest.FROM;
    String size = ListRequest.SIZE;
    Optional<ApiRequest.Parameter> limit =
        Optional.of(new ApiRequest.Parameter(size, Integer.toString(shape.asked())));
    return switch (shape.style()) {
      case NONE -> none();
      case OFFSET -> new Pagination.Offset(from, size, shape.asked(), signs());
      case PAGE_FROM_0, PAGE_FROM_1 ->
          new Pagination.PageNumber(ListRequest.PAGE, size, shape.asked(), startPage, signs());
      case CURSOR -> new Pagination.Cursor(from, size, shape.asked(), pointers(Sign.NEXT), signs());
      case BODY_LINK -> new Pagination.NextLink(pointers(Sign.NEXT), limit, signs());
      case HEADER_LINK -> new Pagination.HeaderLink("next", limit, signs());
    };
  }

  private List<JsonPointer> pointers(Sign sign) {
    return shape.sign(sign).filter(place -> !place.header()).map(ApiSetup::pointer).stream()
        .toList();
  }

  private static JsonPointer pointer(Place place) {
    JsonPointer pointer = JsonPointer.empty();
    for (String step : place.path()) {
      pointer = pointer.appendProperty(step);
    }
    return pointer;
  }

  private EndSigns signs() {
    List<JsonPointer> more = new ArrayList<>(namesSigns ? pointers(Sign.MORE) : List.of());
    List<JsonPointer> last = new ArrayList<>(namesSigns ? pointers(Sign.LAST) : List.of());
    boolean named = !more.isEmpty() || !last.isEmpty();
    Stream.of("/has_more", "/hasMore", "/meta/has_more", "/_links/next")
        .map(JsonPointer::compile)
        .filter(_ -> !named)
        .forEach(more::add);
    Stream.of("/isLastPage", "/isLast")
        .map(JsonPointer::compile)
        .filter(_ -> !named)
        .forEach(last::add);
    return new EndSigns(
        more,
        last,
        new EndSigns.Declared(
            named,
            namesSigns ? pointers(Sign.TOTAL) : List.of(),
            Set.of(),
            List.of(),
            SignPlaces.NONE,
            shape.behind() == ApiShape.Behind.NOT_FOUND && namesEndStatus ? Set.of(404) : Set.of(),
            Set.of(),
            List.of(),
            EndSigns.Declared.EMPTY_PAGES));
  }

  private String mapping(boolean narrowed) {
    String dataPath = shape.dataPath() + (orEmpty ? " // []" : "");
    String query = narrowed ? ".group == #a#" : "true";
    List<String> resources = new ArrayList<>();
    if (shape.mapsParents()) {
      resources.add(resource(SourceModel.PARENTS, "true", dataPath, "", "parent"));
    }
    if (shape.nested()) {
      String parameters =
          ",'path_parameters':{'p':{'endpoint':'/parents','data_path':'%s','field':'.id'}}"
              .formatted(dataPath);
      resources.add(resource(SourceModel.childrenOf("{p}"), query, dataPath, parameters, "thing"));
    } else {
      resources.add(resource(SourceModel.FLAT, query, dataPath, "", "thing"));
    }
    return ("{'resources':[" + String.join(",", resources) + "]}").replace("#", "\\\"");
  }

  private String resource(
      String kind, String query, String dataPath, String parameters, String blueprint) {
    String relations =
        shape.mapsParents() && blueprint.equals("thing") ? ",'relations':{'parent':'.__p'}" : "";
    return ("{'kind':'%s','selector':{'query':'%s','data_path':'%s'%s},"
            + "'port':{'entity':{'mappings':{'identifier':'.id','blueprint':'#%s#'%s}}}}")
        .formatted(kind, query, dataPath, parameters, blueprint, relations);
  }
}
