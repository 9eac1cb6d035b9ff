package dev.seaway.connector.jsm;

import dev.seaway.connector.ApiRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads one record of a list. A list that its author has narrowed is asked for the one record, or
 * left alone where it cannot be: what is not in the list must not be written.
 */
final class JiraLookUps {

  private static final Set<String> REQUEST_PARAMETERS =
      Set.of("expand", "requestOwnership", "start", "limit");
  private static final Set<String> DESK_PARAMETERS = Set.of("start", "limit");
  private static final Pattern ORDER =
      Pattern.compile("\\border\\s+by\\b", Pattern.CASE_INSENSITIVE);

  private JiraLookUps() {}

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
