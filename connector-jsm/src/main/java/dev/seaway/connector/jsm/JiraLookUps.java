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

  private JiraLookUps() {}

  /** Requests and service desks have a path of their own, and so have organizations. */
  static LookUp requests() {
    return new LookUp(ids("/issueId", "/issueKey"), list -> behindPath(list, REQUEST_PARAMETERS));
  }

  static LookUp serviceDesks() {
    return new LookUp(ids("/id", "/projectKey"), list -> behindPath(list, DESK_PARAMETERS));
  }

  static LookUp organizations() {
    return new LookUp(ids("/id"), list -> behindPath(list, DESK_PARAMETERS));
  }

  /** A search for one id shows it, or nothing. */
  static LookUp projects() {
    return new LookUp(
        ids("/id"),
        list ->
            isRead(list) && list.query("id").isEmpty()
                ? steps(id -> List.of(project(list, id)))
                : Optional.empty());
  }

  /**
   * The issue itself, for a search for an id that does not exist is an error; then the search,
   * which an issue may have left though it exists.
   */
  static LookUp issues() {
    return new LookUp(
        ids("/id", "/key"),
        list ->
            list.query("jql")
                .filter(_ -> isRead(list))
                .flatMap(JiraLookUps::withoutOrder)
                .flatMap(jql -> steps(id -> List.of(itself(list, id), issue(list, jql, id)))));
  }

  private static LookUp.Step itself(ApiRequest search, String id) {
    String issues = search.target().replace("/search/jql", "/issue/");
    var request =
        new ApiRequest(
            search.method(),
            issues + id,
            List.of(new ApiRequest.Parameter("fields", "project")),
            search.headers(),
            Optional.empty());
    return new LookUp.Step(request, JsonPointer.empty());
  }

  /** The record behind a path of its own, which knows nothing of the list's filters. */
  private static Optional<LookUp.Steps> behindPath(ApiRequest list, Set<String> harmless) {
    return isRead(list)
            && list.query().stream().map(ApiRequest.Parameter::name).allMatch(harmless::contains)
        ? steps(id -> List.of(behindPath(list, id)))
        : Optional.empty();
  }

  private static LookUp.Step behindPath(ApiRequest list, String id) {
    List<ApiRequest.Parameter> expand =
        list.query().stream().filter(parameter -> parameter.name().equals("expand")).toList();
    var request =
        new ApiRequest(
            list.method(), list.target() + "/" + id, expand, list.headers(), Optional.empty());
    return new LookUp.Step(request, JsonPointer.empty());
  }

  /** The list itself, narrowed to one project. */
  private static LookUp.Step project(ApiRequest list, String id) {
    return new LookUp.Step(
        list.withQuery("id", id).withQuery("startAt", "0"), JsonPointer.compile("/values"));
  }

  /**
   * The search itself, narrowed to one issue, which the search's index must have caught up with.
   */
  private static LookUp.Step issue(ApiRequest list, String jql, String id) {
    String narrowed = jql.isBlank() ? "id = " + id : "(" + jql.strip() + ") AND id = " + id;
    return new LookUp.Step(
        list.withQuery("jql", narrowed).withQuery("reconcileIssues", id),
        JsonPointer.compile("/issues"));
  }

  private static boolean isRead(ApiRequest list) {
    return list.method() == ApiRequest.Method.GET && list.body().isEmpty();
  }

  /** What is no id is not asked for. */
  private static Optional<LookUp.Steps> steps(LookUp.Steps ofIds) {
    return Optional.of(id -> ID.matcher(id).matches() ? ofIds.of(id) : List.of());
  }

  private static List<JsonPointer> ids(String... places) {
    return Stream.of(places).map(JsonPointer::compile).toList();
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
