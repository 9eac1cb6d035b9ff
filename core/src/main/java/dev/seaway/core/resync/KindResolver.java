package dev.seaway.core.resync;

import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiRequest.Body;
import dev.seaway.connector.ApiRequest.Method;
import dev.seaway.connector.ApiRequest.Parameter;
import dev.seaway.connector.Kind;
import dev.seaway.connector.LookUp;
import dev.seaway.connector.Source;
import dev.seaway.core.SeawayException;
import dev.seaway.core.SeawayException.Category;
import dev.seaway.core.read.Listing;
import dev.seaway.jq.JqProgram;
import dev.seaway.mapping.PathParameter;
import dev.seaway.mapping.RequestSpec;
import dev.seaway.mapping.Selector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns a mapping's kind and selector into what is read: a declared kind, by name or path, or any
 * other path.
 */
final class KindResolver {

  private final Source source;

  KindResolver(Source source) {
    this.source = source;
  }

  KindPlan.Reading reading(String kind, Selector selector) {
    return declared(kind)
        .map(declared -> reading(declared, kind, selector))
        .orElseGet(
            () ->
                new KindPlan.Reading.List(
                    listing(undeclared(kind), kind, selector), Optional.empty(), true));
  }

  private KindPlan.Reading reading(Kind declared, String kind, Selector selector) {
    return switch (declared) {
      case Kind.Api api ->
          new KindPlan.Reading.List(
              listing(api, kind, selector), api.lookUp(), isAsDeclared(api, selector));
      case Kind.Code code -> new KindPlan.Reading.Code(unselected(code, selector));
    };
  }

  /** Whether the author's data_path, if any, names no other place than the connector's. */
  private static boolean isAsDeclared(Kind.Api api, Selector selector) {
    String declared = api.records().matches() ? "." : api.records().toString().replace('/', '.');
    return selector
        .dataPath()
        .map(path -> path.text().replace(" ", ""))
        .filter(path -> !path.equals(declared) && !path.equals(declared + "//[]"))
        .isEmpty();
  }

  /** What the code would not obey must not be there. */
  private static Kind.Code unselected(Kind.Code code, Selector selector) {
    RequestSpec request = selector.request();
    boolean plain =
        request.method().equals("GET")
            && request.queryParams().isEmpty()
            && request.headers().isEmpty()
            && request.body().isEmpty()
            && selector.dataPath().isEmpty()
            && selector.pathParameters().isEmpty();
    if (!plain) {
      throw new SeawayException(
          Category.USER,
          "The kind \"%s\" is read by the connector's code: of its selector only \"query\" can be used."
              .formatted(code.name()));
    }
    return code;
  }

  private Listing listing(Kind.Api api, String kind, Selector selector) {
    ApiRequest request = with(api.request(), selector.request());
    List<Listing.Parameter> parameters = new ArrayList<>();
    selector.pathParameters().values().forEach(parameter -> parameters.add(parameter(parameter)));
    api.parents().forEach(parent -> parameters.add(parameter(parent)));
    return new Listing(
        kind,
        request,
        records(kind, selector.dataPath(), api),
        api.pagination(),
        parameters,
        api.lookUp().map(LookUp::ids).orElse(List.of()),
        Listing.Naming.BY_CONTENT);
  }

  /** The declared kind that a mapping means by that name or path. */
  Optional<Kind> declared(String kind) {
    return source.kinds().stream()
        .filter(
            candidate ->
                candidate.name().equals(kind)
                    || (candidate instanceof Kind.Api api
                        && api.request().target().equals(path(kind))))
        .findFirst();
  }

  private Kind.Api undeclared(String kind) {
    Source.Defaults defaults =
        source
            .undeclared()
            .orElseThrow(
                () ->
                    new SeawayException(
                        Category.USER,
                        "The mapping's kind \"%s\" is not one of %s."
                            .formatted(kind, source.kinds().stream().map(Kind::name).toList())));
    return Kind.Api.of(kind, path(kind), defaults.records(), defaults.pagination());
  }

  private Listing.Parameter parameter(PathParameter parameter) {
    String endpoint = parameter.endpoint();
    Kind.Api api = declared(endpoint).map(KindResolver::list).orElseGet(() -> undeclared(endpoint));
    Listing values =
        new Listing(
            endpoint,
            with(api.request(), parameter.request()),
            records(endpoint, parameter.dataPath(), api),
            api.pagination(),
            List.of());
    return new Listing.Parameter(parameter.name(), values, new JqValue(parameter));
  }

  private Listing.Parameter parameter(Kind.Parent parent) {
    Kind.Api api =
        declared(parent.kind()).map(KindResolver::list).orElseThrow(() -> undeclared(parent));
    Listing values =
        new Listing(
            parent.kind(),
            api.request(),
            new PointerRecords(parent.kind(), api.records()),
            api.pagination(),
            List.of());
    return new Listing.Parameter(parent.parameter(), values, new PointerValue(parent.field()));
  }

  private static SeawayException undeclared(Kind.Parent parent) {
    return new SeawayException(
        Category.INTERNAL,
        "The connector names the parent kind %s, which it does not declare."
            .formatted(parent.kind()));
  }

  /** Only a list behind a path can give the values of a path parameter. */
  private static Kind.Api list(Kind kind) {
    return switch (kind) {
      case Kind.Api api -> api;
      case Kind.Code code ->
          throw new SeawayException(
              Category.USER,
              "The kind \"%s\" is read by the connector's code, so that no path parameter can take its values from it; name a path."
                  .formatted(code.name()));
    };
  }

  private static Listing.Records records(String kind, Optional<JqProgram> dataPath, Kind.Api api) {
    return dataPath
        .<Listing.Records>map(program -> new JqRecords(kind, program))
        .orElseGet(() -> new PointerRecords(kind, api.records()));
  }

  /** The declared request with what the mapping's author adds or changes. */
  private static ApiRequest with(ApiRequest declared, RequestSpec spec) {
    Method method = spec.method().equals("GET") ? declared.method() : Method.valueOf(spec.method());
    List<Parameter> query = new ArrayList<>(declared.query());
    query.removeIf(
        parameter ->
            spec.queryParams().stream().anyMatch(own -> own.getKey().equals(parameter.name())));
    spec.queryParams().forEach(own -> query.add(new Parameter(own.getKey(), own.getValue())));
    Map<String, String> headers = new LinkedHashMap<>(declared.headers());
    headers.putAll(spec.headers());
    return new ApiRequest(
        method, declared.target(), query, headers, spec.body().map(Body::json).or(declared::body));
  }

  private static String path(String kind) {
    return kind.startsWith("/") ? kind : "/" + kind;
  }
}
