package dev.seaway.core.read.styles;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.seaway.connector.ApiClient;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiResponse;
import dev.seaway.core.ApiFailures;
import dev.seaway.core.FakeApi;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Answers like an API of some style, whole or damaged, in pages of two records. It replaces, in the
 * templates, {@code $records}; {@code $total} and {@code $pages}; {@code $size} and {@code $id}, of
 * this page: how many records, and the last one's id; {@code $lastIndex}, of the last page from 0
 * on; {@code $isFirst}; {@code $page}, {@code $start} and {@code $end}, where it stands, and {@code
 * $nextPage} and {@code $nextStart}; {@code $more} and {@code $last}, which are true or false; and
 * {@code $link}, {@code $path} and {@code $token}, which lead to the next page.
 */
final class FakeList implements ApiClient {

  /** What is wrong with the list. */
  enum Damage {
    NONE,
    /** The last page holds no record, whatever was counted. */
    LAST_PAGE_EMPTY,
    /** The last page holds no record, and says that there is more. */
    EMPTY_WITH_MORE,
    /** The second page says that there is more, and names nothing that leads there. */
    FLAG_WITHOUT_LINK,
    /** The second page names itself as the next. */
    STUCK,
    /** The last page is not found. */
    LAST_PAGE_NOT_FOUND,
    /** The second page holds no record, which is allowed. */
    HOLLOW
  }

  private static final int SIZE = 2;
  private static final int ALL = 1_000;

  /** False friends: what they seem to say is not said about the list. */
  private static final String RECORD =
      """
      {'id':'r$n','name':'Record $n','status':'failed','state':'partial','total':990,'count':77,'totalCount':880,'has_more':true,
      'hasNextPage':true,'isLast':false,'done':false,'next':'/runs/9','next_run':'2026-12-01T00:00:00Z','nextRun':17,'errors':['E42'],
      'error':'x','warnings':['was truncated'],'truncated':true,'incomplete':true,'failed':3,'links':{'next':'/r/1/next','self':'/r/$n'},
      '_links':{'next':{'href':'/r/1/next'}},'comment':{'total':30,'maxResults':5,'isLast':false,'comments':[]},
      'lines':{'has_more':true,'url':'/v1/lines','data':[],'total_count':40},'pageInfo':{'hasNextPage':true,'endCursor':'zzz'},
      'Contacts':{'totalSize':9,'done':false,'nextRecordsUrl':'/q/01-9'},'members@odata.nextLink':'https://api.example.com/m?skip=9'}
      """;

  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern TOKEN = Pattern.compile("tok(\\d+)");
  private static final Pattern ID = Pattern.compile("\\br(\\d+)\\b");
  private static final Pattern CHOICE =
      Pattern.compile("\\(\\(((?:(?!\\)\\)|\\|).)*)(?:\\|((?:(?!\\)\\)).)*))?\\)\\)");

  private final ListStyle style;
  private final int total;
  private final Damage damage;
  private final Optional<ListStyle.Part> part;

  FakeList(ListStyle style, int total, Damage damage, Optional<ListStyle.Part> part) {
    this.style = style;
    this.total = total;
    this.damage = damage;
    this.part = part;
  }

  /** One page of the list, counted from 0. */
  private record Cut(int index, List<Integer> records, boolean more, boolean leadsOn, int next) {}

  @Override
  public ApiResponse send(ApiRequest request) {
    int index = index(request);
    if (style.behind > 200 && index > 0 && index >= pages()) {
      throw ApiFailures.status(style.behind);
    }
    if (damage == Damage.LAST_PAGE_NOT_FOUND && index >= pages() - 1) {
      throw ApiFailures.status(404);
    }
    Cut cut = cut(style.behind == ListStyle.LAST_AGAIN ? Math.min(index, pages() - 1) : index);
    Map<String, List<String>> headers = new LinkedHashMap<>();
    style.headers.forEach(
        (name, value) -> {
          if (!name.startsWith("?") || pages() > 1) {
            put(headers, name.replace("?", ""), render(value, cut));
          }
        });
    String body = cut.records().isEmpty() && !style.emptyBody.isEmpty() ? style.emptyBody : "";
    JsonNode answer = FakeApi.json(render(body.isEmpty() ? style.body : body, cut));
    int status = Integer.parseInt(render(style.status, cut));
    return index == Math.min(1, pages() - 1) && part.isPresent()
        ? partly(new ApiResponse(status, headers, answer), part.get())
        : new ApiResponse(status, headers, answer);
  }

  private static void put(Map<String, List<String>> headers, String name, String value) {
    if (!value.isEmpty()) {
      headers.put(name, List.of(value.equals("EMPTY") ? "" : value.replace('\'', '"')));
    }
  }

  private static ApiResponse partly(ApiResponse whole, ListStyle.Part part) {
    Map<String, List<String>> headers = new LinkedHashMap<>(whole.headers());
    part.headers().forEach((name, value) -> headers.put(name, List.of(value)));
    int status = part.status() == 0 ? whole.status() : part.status();
    try {
      JsonNode body =
          whole.body().isObject()
              ? JSON.readerForUpdating(whole.body()).readValue(FakeApi.json(part.body()))
              : whole.body();
      return new ApiResponse(status, headers, body);
    } catch (IOException e) {
      throw new IllegalArgumentException(part.body(), e);
    }
  }

  private int size() {
    return style.isUnpaged() ? ALL : SIZE;
  }

  private int pages() {
    return Math.max(1, (total + size() - 1) / size());
  }

  private int index(ApiRequest request) {
    String asked =
        request.target()
            + request.query()
            + request.headers()
            + request.body().map(ApiRequest.Body::text).orElse("");
    Matcher token = TOKEN.matcher(asked);
    if (token.find()) {
      return Integer.parseInt(token.group(1));
    }
    Matcher id = ID.matcher(asked);
    if (id.find()) {
      return (Integer.parseInt(id.group(1)) + size() - 1) / size();
    }
    String parameter = style.options.getOrDefault("paginationParam", "");
    int position = position(request, parameter).orElse(style.startsAt) - style.startsAt;
    return isByRecords() ? (position + size() - 1) / size() : position;
  }

  private boolean isByRecords() {
    return style.options.containsValue("offset") || style.has("$nextStart");
  }

  private static Optional<Integer> position(ApiRequest request, String parameter) {
    return request
        .query(parameter)
        .or(
            () ->
                request
                    .body()
                    .map(body -> FakeApi.json(body.text()).at("/" + parameter.replace('.', '/')))
                    .filter(JsonNode::isNumber)
                    .map(JsonNode::asText))
        .map(Integer::valueOf);
  }

  private Cut cut(int index) {
    boolean more = index < pages() - 1;
    boolean lastOrBehind = index >= pages() - 1;
    List<Integer> records =
        IntStream.rangeClosed(index * size() + 1, Math.min(total, (index + 1) * size()))
            .boxed()
            .toList();
    return switch (damage) {
      case NONE, LAST_PAGE_NOT_FOUND -> new Cut(index, records, more, more, index + 1);
      case LAST_PAGE_EMPTY ->
          new Cut(index, lastOrBehind ? List.of() : records, more, more, index + 1);
      case EMPTY_WITH_MORE ->
          lastOrBehind
              ? new Cut(index, List.of(), true, true, index + 1)
              : new Cut(index, records, more, more, index + 1);
      case FLAG_WITHOUT_LINK -> new Cut(index, records, more, more && index != 1, index + 1);
      case STUCK -> new Cut(index, records, more, more, index == 1 ? 1 : index + 1);
      case HOLLOW -> hollow(index);
    };
  }

  /** With one page more, of which the second is empty. */
  private Cut hollow(int index) {
    int from = index == 0 ? 0 : index - 1;
    List<Integer> records =
        index == 1
            ? List.of()
            : IntStream.rangeClosed(from * size() + 1, Math.min(total, (from + 1) * size()))
                .boxed()
                .toList();
    boolean more = index < pages();
    return new Cut(index, records, more, more, index + 1);
  }

  private String render(String template, Cut cut) {
    String chosen =
        CHOICE
            .matcher(template)
            .replaceAll(
                choice -> {
                  String end = choice.group(2) == null ? "" : choice.group(2);
                  return Matcher.quoteReplacement(cut.leadsOn() ? choice.group(1) : end);
                });
    String token = cut.more() && !cut.leadsOn() ? "" : "tok" + cut.next();
    int size = cut.records().size();
    String id = size == 0 ? "" : "r" + cut.records().getLast();
    return chosen
        .replace("$records", records(cut))
        .replace("$total", Integer.toString(total))
        .replace("$lastIndex", Integer.toString(pages() - 1))
        .replace("$isFirst", Boolean.toString(cut.index() == 0))
        .replace("$end", Integer.toString(cut.index() * size() + Math.max(size, 1) - 1))
        .replace("$pages", Integer.toString(pages()))
        .replace("$size", Integer.toString(size))
        .replace("$id", id)
        .replace("$page", Integer.toString(cut.index() + style.startsAt))
        .replace(
            "$start", Integer.toString(cut.index() * size() + (isByRecords() ? style.startsAt : 0)))
        .replace("$nextPage", Integer.toString(cut.next() + style.startsAt))
        .replace("$nextStart", Integer.toString(cut.next() * size()))
        .replace("$more", Boolean.toString(cut.more()))
        .replace("$last", Boolean.toString(!cut.more()))
        .replace("$link", token.isEmpty() ? "" : "https://api.example.com/list?limit=2&at=" + token)
        .replace("$path", token.isEmpty() ? "" : "/list?limit=2&at=" + token)
        .replace("$token", token);
  }

  private String records(Cut cut) {
    return cut.records().stream().map(this::record).collect(Collectors.joining(",", "[", "]"));
  }

  private String record(int number) {
    String template = style.text ? "'v1.$n'" : RECORD;
    return template.replace("$n", Integer.toString(number));
  }
}
