package dev.seaway.core.http;

import static dev.seaway.core.http.ApiException.Reason.FOREIGN_ORIGIN;

import dev.seaway.connector.ApiRequest;
import dev.seaway.core.SeawayException;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Places every request below the base URL. A link or redirect is data: its origin must be one of
 * those configured, its path and query are put below the base URL, and the base URL's own origin is
 * the only one that anything is ever sent to.
 */
final class BaseUrl {

  private static final Pattern ABSOLUTE = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*+:.*");

  private static final Pattern UNSAFE = Pattern.compile("[\\p{Cntrl}\\\\]");
  private static final Pattern USER_INFO =
      Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*+:)?(/*+)[^/]*@");
  private static final Pattern SLASHES_AT_END = Pattern.compile("(?<!/)/++$");
  private static final int MOST_SHOWN = 2000;

  /** Path and query (with its mark, or empty), both spelled as a URL allows; no fragment. */
  private record Link(String path, String query) {
    static Link of(String text) {
      int fragment = text.indexOf('#');
      String plain = fragment < 0 ? text : text.substring(0, fragment);
      int mark = plain.indexOf('?');
      return mark < 0
          ? new Link(UrlText.path(plain), "")
          : new Link(
              UrlText.path(plain.substring(0, mark)),
              "?" + UrlText.query(plain.substring(mark + 1)));
    }
  }

  private final ServerOrigin origin;
  private final String path;
  private final Set<ServerOrigin> accepted = new LinkedHashSet<>();
  private volatile @Nullable Placed last;

  /**
   * What a request asked for, and where that is. A catalog is asked at few places, over and over.
   */
  private record Placed(String target, List<ApiRequest.Parameter> query, URI url) {

    boolean is(ApiRequest request) {
      return target.equals(request.target()) && query.equals(request.query());
    }
  }

  BaseUrl(URI baseUrl, List<URI> linkOrigins) {
    this.origin = configured("baseUrl", baseUrl);
    if (baseUrl.getRawQuery() != null || baseUrl.getRawFragment() != null) {
      throw new SeawayException(
          SeawayException.Category.USER,
          "baseUrl " + SafeUrl.of(baseUrl) + " has a query or a fragment; give the path only");
    }
    this.path = base(baseUrl.getRawPath());
    accepted.add(origin);
    linkOrigins.forEach(uri -> accepted.add(configured("linkOrigins", uri)));
  }

  /** The URL of a request: a path below the base URL, or a link that a server gave. */
  URI of(ApiRequest request) {
    Placed before = last;
    if (before != null && before.is(request)) {
      return before.url();
    }
    URI url = url(request);
    last = new Placed(request.target(), request.query(), url);
    return url;
  }

  private URI url(ApiRequest request) {
    String target = belowBase(checked(request.target()));
    if (request.query().isEmpty()) {
      return uri(target);
    }
    StringBuilder url = new StringBuilder(target);
    int mark = target.indexOf('?');
    if (mark < 0) {
      url.append('?');
    }
    for (ApiRequest.Parameter parameter : request.query()) {
      char last = url.charAt(url.length() - 1);
      url.append(last == '?' || last == '&' ? "" : "&")
          .append(UrlText.parameter(parameter.name()))
          .append('=')
          .append(UrlText.parameter(parameter.value()));
    }
    return uri(url.toString());
  }

  private URI uri(String url) {
    try {
      return URI.create(url);
    } catch (IllegalArgumentException e) {
      throw foreign("a link that is no URL", url);
    }
  }

  /** The URL that a redirect leads to. */
  URI redirect(URI from, String location) {
    return of(ApiRequest.get(from.toString()).follow(checked(location)));
  }

  /** The base URL in https, where it is http and the redirect leads from it to that. */
  Optional<String> secure(String location) {
    return ServerOrigin.of(location.strip())
        .filter(other -> other.secure() && !origin.secure() && other.host().equals(origin.host()))
        .map(other -> other + path);
  }

  private String belowBase(String target) {
    if (target.startsWith(":")) {
      throw foreign("a link that is no URL", target);
    }
    String link = target.startsWith("//") ? origin.scheme() + ":" + target : target;
    return placed(Link.of(isAbsolute(link) ? local(link) : link));
  }

  private String placed(Link link) {
    if (UrlText.climbs(link.path())) {
      throw foreign("a path with '..', which could leave the base URL", link.path());
    }
    return origin + rooted(link.path()) + link.query();
  }

  /** Path, query and fragment of a link whose origin is accepted. */
  private String local(String link) {
    if (ServerOrigin.of(link).filter(accepted::contains).isEmpty()) {
      throw foreign("a link to another server", link);
    }
    int slashes = link.indexOf("//") + 2;
    int end = slashes;
    while (end < link.length() && "/?#".indexOf(link.charAt(end)) < 0) {
      end++;
    }
    return link.substring(end);
  }

  private String rooted(String given) {
    String legal = given.startsWith("/") ? given : "/" + given;
    boolean inside = legal.equals(path) || legal.startsWith(path + "/");
    return inside ? legal : path + legal;
  }

  private String checked(String target) {
    for (int at = 0; at < target.length(); at++) {
      char character = target.charAt(at);
      if (character == '\\' || Character.isISOControl(character)) {
        throw foreign("a link with a backslash or a control character", target);
      }
    }
    return target.strip();
  }

  static boolean isAbsolute(String target) {
    return !target.startsWith("/") && ABSOLUTE.matcher(target).matches();
  }

  private ApiException foreign(String what, String target) {
    return new ApiException(
        FOREIGN_ORIGIN,
        "Refused "
            + what
            + ": "
            + shown(target)
            + ". Requests go to "
            + origin
            + path
            + " only; links are accepted for "
            + accepted.stream().map(ServerOrigin::toString).collect(Collectors.joining(", "))
            + ". If that server offers the same API, add its origin to the option linkOrigins");
  }

  /** The origin where it has one, else the path; never user information or a query. */
  static String shown(String target) {
    String plain = UNSAFE.matcher(start(target)).replaceAll("/");
    String start = USER_INFO.matcher(plain).replaceFirst("$1$2");
    String origin = ServerOrigin.of(start).map(ServerOrigin::toString).orElse(start);
    return origin.length() > 100 ? origin.substring(0, 100) + "..." : origin;
  }

  private static String start(String target) {
    int end = 0;
    while (end < target.length() && end < MOST_SHOWN && "?#".indexOf(target.charAt(end)) < 0) {
      end++;
    }
    return target.substring(0, end);
  }

  private static ServerOrigin configured(String option, URI uri) {
    return ServerOrigin.of(uri.toString())
        .orElseThrow(
            () ->
                new SeawayException(
                    SeawayException.Category.USER,
                    option
                        + " "
                        + SafeUrl.of(uri)
                        + " is no usable address; write http(s)://host[:port][/path], without user"
                        + " name and password"));
  }

  private static String base(@Nullable String path) {
    return UrlText.path(path == null ? "" : SLASHES_AT_END.matcher(path).replaceFirst(""));
  }
}
