package dev.seaway.distribution.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers a site's requests from its records: a pure function, without a server. */
public final class SandboxApi {

  private static final String SERVICE_DESK = "/rest/servicedeskapi";
  private static final Pattern GATEWAY = Pattern.compile("/ex/jira/[^/]+(/.*)");
  private static final Pattern QUEUES =
      Pattern.compile(SERVICE_DESK + "/servicedesk/([^/]+)/queue(?:/([^/]+)/issue)?");
  private static final Pattern SINGLE =
      Pattern.compile(SERVICE_DESK + "/(request|servicedesk)/([^/]+)");
  private static final Set<String> OPEN_TO_ALL =
      Set.of("/_edge/tenant_info", "/rest/api/3/serverInfo");

  private final SandboxRecords records;
  private final String accepted;
  private final Paging paging;
  private final Platform platform;
  private final Queues queues;

  public SandboxApi(SandboxSettings settings, SandboxRecords records, URI site) {
    this.records = records;
    this.accepted = basic(settings.username(), settings.token());
    this.paging = new Paging(site, settings.largestPage());
    this.platform = new Platform(site, settings.username(), records);
    this.queues = new Queues(site, records);
  }

  /** The answer to one request. A path behind the gateway's prefix is the same as one without. */
  public SandboxAnswer answer(SandboxRequest request) {
    Matcher gateway = GATEWAY.matcher(request.path());
    String path = gateway.matches() ? gateway.group(1) : request.path();
    if (!OPEN_TO_ALL.contains(path)
        && !request.authorization().filter(accepted::equals).isPresent()) {
      return SandboxAnswer.error(401, "Client must be authenticated to access this resource.");
    }
    if (!request.method().equals("GET")) {
      return SandboxAnswer.error(405, "The sandbox site answers GET only.");
    }
    return route(request, path);
  }

  private SandboxAnswer route(SandboxRequest request, String path) {
    return switch (path) {
      case SERVICE_DESK + "/servicedesk" -> paged(request, path, records.serviceDesks());
      case SERVICE_DESK + "/request" -> paged(request, path, records.requests());
      case SERVICE_DESK + "/organization" -> paged(request, path, records.organizations());
      case "/rest/api/3/myself" -> SandboxAnswer.ok(platform.myself());
      case "/rest/api/3/serverInfo" -> SandboxAnswer.ok(platform.serverInfo());
      case "/rest/api/3/field" -> SandboxAnswer.ok(platform.fields());
      case "/rest/api/3/project/search" ->
          paging.platform(request, "/rest/api/3/project/search", records.projects());
      case "/_edge/tenant_info" -> SandboxAnswer.ok(platform.tenant());
      default -> single(path).map(SandboxAnswer::ok).orElseGet(() -> queue(request, path));
    };
  }

  /** A request by its id or key, a service desk by its id or its project's key. */
  private Optional<ObjectNode> single(String path) {
    Matcher single = SINGLE.matcher(path);
    if (!single.matches()) {
      return Optional.empty();
    }
    return single.group(1).equals("request")
        ? first(records.requests(), single.group(2), "issueId", "issueKey")
        : first(records.serviceDesks(), single.group(2), "id", "projectKey");
  }

  private static Optional<ObjectNode> first(
      List<ObjectNode> list, String name, String id, String key) {
    return list.stream()
        .filter(
            record ->
                record.path(id).asText().equals(name) || record.path(key).asText().equals(name))
        .findFirst();
  }

  private SandboxAnswer queue(SandboxRequest request, String path) {
    Matcher queue = QUEUES.matcher(path);
    Optional<List<ObjectNode>> found =
        !queue.matches()
            ? Optional.empty()
            : queue.group(2) == null
                ? queues.of(queue.group(1))
                : queues.issues(queue.group(1), queue.group(2));
    return found
        .map(list -> paged(request, path, list))
        .orElseGet(() -> SandboxAnswer.error(404, "There is nothing at " + path));
  }

  private SandboxAnswer paged(SandboxRequest request, String path, List<ObjectNode> list) {
    return paging.serviceDesk(request, path, list);
  }

  private static String basic(String username, String token) {
    byte[] credential = (username + ":" + token).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(credential);
  }
}
