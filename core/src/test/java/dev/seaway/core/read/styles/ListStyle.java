package dev.seaway.core.read.styles;

import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.Pagination;
import dev.seaway.core.config.RestOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How one public API pages its lists, the configuration that fits, and what its answers prove. In
 * the templates of bodies and headers stands {@code ((this|that))} for "this on every page but the
 * last, that on the last"; {@link FakeList} lists the words that begin with {@code $}.
 */
final class ListStyle {

  /** What a whole list of this API proves. */
  enum End {
    PROVEN,
    INFERRED
  }

  /** What the API says on a page that is not whole. */
  record Part(String body, Map<String, String> headers, int status) {}

  /** Behind the last page comes the last page again. */
  static final int LAST_AGAIN = 0;

  final String name;
  final Map<String, String> options = new LinkedHashMap<>();
  final Map<String, String> headers = new LinkedHashMap<>();
  final List<Part> parts = new ArrayList<>();
  String records = "";
  String body = "$records";
  String status = "200";
  String emptyBody = "";
  End whole = End.PROVEN;
  End small = End.PROVEN;
  boolean silent;
  boolean hollow;
  boolean counted = true;
  boolean text;
  boolean contradictsItself;
  int startsAt;
  int behind = 200;
  private Optional<Pagination> code = Optional.empty();
  private ApiRequest request = ApiRequest.get("/list");

  private ListStyle(String name) {
    this.name = name;
    with("pageSize", "2");
  }

  /**
   * By the position of the first record.
   *
   * @param parameters of position and size, with a slash between
   */
  static ListStyle offset(String name, String parameters) {
    return new ListStyle(name).with("paginationType", "offset").parameters(parameters);
  }

  /** By page numbers from 1 on. */
  static ListStyle page(String name, String parameters) {
    return new ListStyle(name).with("paginationType", "page").parameters(parameters).starting(1);
  }

  /** By page numbers from 0 on. */
  static ListStyle pageFromZero(String name, String parameters) {
    return page(name, parameters).with("startPage", "0").starting(0);
  }

  /** By a token of the body. */
  static ListStyle cursor(String name, String parameters, String path) {
    return new ListStyle(name)
        .with("paginationType", "cursor")
        .with("cursorPath", path)
        .parameters(parameters);
  }

  /** By a link of the body. */
  static ListStyle link(String name, String path) {
    return new ListStyle(name).with("paginationType", "next_link").with("nextLinkPath", path);
  }

  /** By a link of the header. */
  static ListStyle headerLink(String name) {
    return new ListStyle(name).with("paginationType", "header_link");
  }

  /** In one answer. */
  static ListStyle unpaged(String name) {
    return new ListStyle(name).with("paginationType", "none");
  }

  /** In a way that takes a connector's own code. */
  static ListStyle code(String name, Pagination.Custom pagination) {
    ListStyle style = unpaged(name);
    style.code = Optional.of(pagination);
    return style;
  }

  private ListStyle parameters(String names) {
    String[] both = names.split("/", -1);
    return with("paginationParam", both[0]).with("sizeParam", both[1]);
  }

  private ListStyle starting(int page) {
    startsAt = page;
    return this;
  }

  /** An option that a user sets. */
  ListStyle with(String option, String value) {
    options.put(option, value);
    return this;
  }

  /** What the mapping's author writes into the query. */
  ListStyle asking(String parameter, int position) {
    request = request.withQuery(parameter, Integer.toString(position));
    return starting(position);
  }

  /** Asked by POST, with its paging in a JSON body. */
  ListStyle post() {
    request =
        new ApiRequest(ApiRequest.Method.POST, "/list", List.of(), Map.of(), Optional.empty());
    return this;
  }

  /**
   * @param path where the records are, with slashes
   */
  ListStyle body(String path, String template) {
    records = "/" + path;
    body = template;
    return this;
  }

  ListStyle header(String header, String template) {
    headers.put(header, template);
    return this;
  }

  /** A header that a list of one page does not have. */
  ListStyle headerOfSeveral(String header, String template) {
    return header("?" + header, template);
  }

  /** Its records are texts. */
  ListStyle texts() {
    text = true;
    return this;
  }

  ListStyle status(String template) {
    status = template;
    return this;
  }

  /** The body of a list without records, where it differs. */
  ListStyle empty(String template) {
    emptyBody = template;
    return this;
  }

  /** What the API answers to a page behind the last. */
  ListStyle behind(int answer) {
    behind = answer;
    return this;
  }

  /** It is asked for a part of what there is. */
  ListStyle filtered(String parameter, String value) {
    request = request.withQuery(parameter, value);
    return this;
  }

  /** Nothing that a whole list says proves its end. */
  ListStyle inferred() {
    whole = End.INFERRED;
    return inferredWhenSmall();
  }

  /** A list of one page says less than one of several. */
  ListStyle inferredWhenSmall() {
    small = End.INFERRED;
    return this;
  }

  /** No answer says whether there is more. */
  ListStyle silent() {
    silent = true;
    return inferred();
  }

  /** Even of a whole list an answer says that there is more, unless an option says otherwise. */
  ListStyle contradictsItself() {
    contradictsItself = true;
    return this;
  }

  /** Pages without records before the end are usual here. */
  ListStyle hollow() {
    hollow = true;
    return this;
  }

  /** Its totals are estimates, or count something else. */
  ListStyle uncounted() {
    counted = false;
    return this;
  }

  /** What the API adds to the body of an answer that is not whole. */
  ListStyle part(String added) {
    parts.add(new Part(added, Map.of(), 0));
    return this;
  }

  ListStyle partHeader(String header, String value) {
    parts.add(new Part("{}", Map.of(header, value), 0));
    return this;
  }

  ListStyle partStatus(int answer) {
    parts.add(new Part("{}", Map.of(), answer));
    return this;
  }

  ApiRequest request() {
    return request;
  }

  Pagination pagination() {
    return code.orElseGet(() -> RestOptions.pagination(options));
  }

  /** Whether all comes in one answer. */
  boolean isUnpaged() {
    return code.isEmpty() && options.containsValue("none");
  }

  /** Whether it is the answers that name the next page. */
  boolean isByLink() {
    String type = options.getOrDefault("paginationType", "none");
    return code.isPresent() || type.equals("cursor") || type.endsWith("link");
  }

  boolean has(String word) {
    return body.contains(word) || headers.values().stream().anyMatch(each -> each.contains(word));
  }

  @Override
  public String toString() {
    return name;
  }
}
