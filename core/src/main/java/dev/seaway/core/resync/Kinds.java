package dev.seaway.core.resync;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiRequest.Body;
import dev.seaway.connector.ApiRequest.Method;
import dev.seaway.connector.ApiRequest.Parameter;
import dev.seaway.connector.Kind;
import dev.seaway.connector.Source;
import dev.seaway.core.SeawayException;
import dev.seaway.core.SeawayException.Category;
import dev.seaway.core.read.Listing;
import dev.seaway.mapping.PathParameter;
import dev.seaway.mapping.RequestSpec;
import dev.seaway.mapping.Selector;
import dev.seaway.mapping.jq.Program;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns a mapping's kind and selector into what is read: a declared kind, by name or path, or any
 * other path.
 */
final class Kinds {

  private final Source source;

  Kinds(Source source) {
    this.source = source;
  }

  KindPlan.Reading reading(String kind, Selector selector) {
    Optional<Kind> declared = declared(kind);
    if (declared.isPresent() && declared.get() instanceof Kind.Code code) {
      return new KindPlan.Reading.Code(code);
    }
    return new KindPlan.Reading.List(listing(kind, selector, declared.map(Kind.Api.class::cast)));
  }

  private Listing listing(String kind, Selector selector, Optional<Kind.Api> declared) {
    Kind.Api api = declared.orElseGet(() -> undeclared(kind));
    ApiRequest request = with(api.request(), selector.request());
    List<Listing.Parameter> parameters = new ArrayList<>();
    selector.pathParameters().values().forEach(parameter -> parameters.add(parameter(parameter)));
    api.parents().forEach(parent -> parameters.add(parameter(parent)));
    return new Listing(
        kind, request, records(kind, selector.dataPath(), api), api.pagination(), parameters);
  }

  private Optional<Kind> declared(String kind) {
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
                        "The mapping's kind \""
                            + kind
                            + "\" is not one of "
                            + source.kinds().stream().map(Kind::name).toList()
                            + "."));
    return Kind.Api.of(kind, path(kind), defaults.records(), defaults.pagination());
  }

  private Listing.Parameter parameter(PathParameter parameter) {
    Kind.Api api =
        declared(parameter.endpoint())
            .map(Kind.Api.class::cast)
            .orElseGet(() -> undeclared(parameter.endpoint()));
    Listing values =
        new Listing(
            parameter.endpoint(),
            with(api.request(), parameter.request()),
            records(parameter.endpoint(), parameter.dataPath(), api),
            api.pagination(),
            List.of());
    return new Listing.Parameter(parameter.name(), values, record -> value(parameter, record));
  }

  private static Optional<JsonNode> value(PathParameter parameter, JsonNode record) {
    boolean wanted =
        parameter
            .filter()
            .map(filter -> JqRecords.filter(parameter.name(), filter, record))
            .orElse(true);
    return wanted
        ? Optional.of(JqRecords.evaluate(parameter.name(), parameter.field(), record))
        : Optional.empty();
  }

  private Listing.Parameter parameter(Kind.Parent parent) {
    Kind.Api api =
        declared(parent.kind())
            .map(Kind.Api.class::cast)
            .orElseThrow(
                () ->
                    new SeawayException(
                        Category.INTERNAL,
                        "The connector names the parent kind "
                            + parent.kind()
                            + ", which it does not declare."));
    Listing values =
        new Listing(
            parent.kind(),
            api.request(),
            new PointerRecords(parent.kind(), api.records()),
            api.pagination(),
            List.of());
    return new Listing.Parameter(
        parent.parameter(), values, record -> Optional.of(record.at(parent.field())));
  }

  private static Listing.Records records(String kind, Optional<Program> dataPath, Kind.Api api) {
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
