package dev.seaway.connector.jsm;

import com.fasterxml.jackson.core.JsonPointer;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.LookUp;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads one record of a list, for an event about it or before its entity is deleted. A list that
 * its author has narrowed is asked for the one record, or left alone where it cannot be: what is
 * not in the list must not be written.
 */
final class JiraLookUps {

  private static final Set<String> REQUEST_PARAMETERS =
      Set.of("expand", "requestOwnership", "start", "limit");
  private static final Set<String> DESK_PARAMETERS = Set.of("start", "limit");
  private static final Pattern ORDER =
      Pattern.compile("\\border\\s+by\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,255}");
  private static final JsonPointer WHOLE = JsonPointer.empty();

  private JiraLookUps() {}

  /** Requests and service desks have a path of their own, and so have organizations. */
  static LookUp requests() {
    return new LookUp(
        ids("/issueId", "/issueKey"), (id, list) -> behindPath(list, id, REQUEST_PARAMETERS));
  }

  static LookUp serviceDesks() {
    return new LookUp(
        ids("/id", "/projectKey"), (id, list) -> behindPath(list, id, DESK_PARAMETERS));
  }

  static LookUp organizations() {
    return new LookUp(ids("/id"), (id, list) -> behindPath(list, id, DESK_PARAMETERS));
  }

  /** A search for one id shows it, or nothing. */
  static LookUp projects() {
    return new LookUp(
        ids("/id"),
        (id, list) ->
            usable(id, list)
                ? steps(project(list, id), JsonPointer.compile("/values"))
                : List.of());
  }

  /**
   * The issue itself, for a search for an id that does not exist is an error; then the search,
   * which an issue may have left though it exists.
   */
  static LookUp issues() {
    return new LookUp(
        ids("/id", "/key"),
        (id, list) -> {
          Optional<ApiRequest> search = usable(id, list) ? issue(list, id) : Optional.empty();
          return search.stream()
              .flatMap(
                  narrowed ->
                      Stream.of(
                          new LookUp.Step(itself(list, id), WHOLE),
                          new LookUp.Step(narrowed, JsonPointer.compile("/issues"))))
              .toList();
        });
  }

  private static ApiRequest itself(ApiRequest search, String id) {
    String issues = search.target().replace("/search/jql", "/issue/");
    return new ApiRequest(
        search.method(),
        issues + id,
        List.of(new ApiRequest.Parameter("fields", "project")),
        search.headers(),
        Optional.empty());
  }

  private static List<LookUp.Step> behindPath(ApiRequest list, String id, Set<String> harmless) {
    return usable(id, list) ? steps(single(list, id, harmless), WHOLE) : List.of();
  }

  private static List<LookUp.Step> steps(Optional<ApiRequest> request, JsonPointer place) {
    return request.map(asked -> List.of(new LookUp.Step(asked, place))).orElse(List.of());
  }

  private static boolean usable(String id, ApiRequest list) {
    return ID.matcher(id).matches()
        && list.method() == ApiRequest.Method.GET
        && list.body().isEmpty();
  }

  private static List<JsonPointer> ids(String... places) {
    return Stream.of(places).map(JsonPointer::compile).toList();
  }

  static Optional<ApiRequest> of(String kind, String id, ApiRequest list) {
    if (list.method() != ApiRequest.Method.GET || list.body().isPresent()) {
      return Optional.empty();
    }
    return switch (kind) {
      case JiraWebhooks.CUSTOMER_REQUEST -> single(list, id, REQUEST_PARAMETERS);
      case JiraWebhooks.SERVICE_DESK -> single(list, id, DESK_PARAMETERS);
      case JiraWebhooks.PROJECT -> project(list, id);
      case JiraWebhooks.ISSUE -> issue(list, id);
      default -> Optional.empty();
    };
  }

  /** The record behind a path of its own, which knows nothing of the list's filters. */
  private static Optional<ApiRequest> single(ApiRequest list, String id, Set<String> harmless) {
    if (!list.query().stream().map(ApiRequest.Parameter::name).allMatch(harmless::contains)) {
      return Optional.empty();
    }
    List<ApiRequest.Parameter> expand =
        list.query().stream().filter(parameter -> parameter.name().equals("expand")).toList();
    return Optional.of(
        new ApiRequest(
            list.method(), list.target() + "/" + id, expand, list.headers(), Optional.empty()));
  }

  /** The list itself, narrowed to one project. */
  private static Optional<ApiRequest> project(ApiRequest list, String id) {
    return list.query("id").isPresent()
        ? Optional.empty()
        : Optional.of(list.withQuery("id", id).withQuery("startAt", "0"));
  }

  /**
   * The search itself, narrowed to one issue, which the search's index must have caught up with.
   */
  private static Optional<ApiRequest> issue(ApiRequest list, String id) {
    return list.query("jql")
        .flatMap(JiraLookUps::withoutOrder)
        .map(jql -> jql.isBlank() ? "id = " + id : "(" + jql.strip() + ") AND id = " + id)
        .map(jql -> list.withQuery("jql", jql).withQuery("reconcileIssues", id));
  }

  /** Empty where the words may stand inside of a text, so that the query cannot be cut there. */
  private static Optional<String> withoutOrder(String jql) {
    Matcher order = ORDER.matcher(jql);
    if (!order.find()) {
      return Optional.of(jql);
    }
    String before = jql.substring(0, order.start());
    return isPlain(before) || isPlain(jql.substring(order.start()))
        ? Optional.of(before)
        : Optional.empty();
  }

  private static boolean isPlain(String jql) {
    return jql.indexOf('"') < 0 && jql.indexOf('\'') < 0;
  }
}
