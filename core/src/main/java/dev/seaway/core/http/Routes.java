package dev.seaway.core.http;

import dev.seaway.core.SeawayException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.ProxyOptions;
import io.vertx.core.net.ProxyType;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds the way to a server: its address or the proxy's. Names are resolved by the Java runtime, so
 * that the hosts file counts, and on the calling thread, so that no event loop waits.
 */
final class Routes {

  private final Proxies proxies;
  private final Map<String, ServerOrigin> origins = new ConcurrentHashMap<>();

  Routes(Proxies proxies) {
    this.proxies = proxies;
  }

  RequestOptions to(HttpCall call) throws UnknownHostException {
    ServerOrigin origin =
        origins.computeIfAbsent(
            call.uri().getScheme() + "://" + call.uri().getRawAuthority(),
            server -> ServerOrigin.of(URI.create(server)));
    RequestOptions options = request(call, origin);
    Optional<URI> proxy = proxy(call);
    return proxy.isPresent()
        ? options.setProxyOptions(proxy(proxy.get()))
        : options.setServer(address(origin));
  }

  /** The proxy that leads to that server. */
  Optional<URI> proxy(HttpCall call) {
    return proxies.forTarget(call.uri());
  }

  private static RequestOptions request(HttpCall call, ServerOrigin origin) {
    String query = call.uri().getRawQuery();
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.valueOf(call.method()))
            .setHost(origin.host())
            .setPort(origin.port())
            .setSsl(origin.secure())
            .setURI(call.uri().getRawPath() + (query == null ? "" : "?" + query))
            .setFollowRedirects(false)
            .putHeader("Accept-Encoding", "gzip");
    call.headers().forEach(options::putHeader);
    return options;
  }

  private static SocketAddress address(ServerOrigin origin) throws UnknownHostException {
    InetAddress address = InetAddress.getByName(origin.host());
    return SocketAddress.inetSocketAddress(new InetSocketAddress(address, origin.port()));
  }

  private static ProxyOptions proxy(URI uri) throws UnknownHostException {
    URI proxy = uri.isOpaque() || uri.getHost() == null ? URI.create("http://" + uri) : uri;
    ProxyType type = type(proxy);
    int defaultPort = type == ProxyType.HTTP ? 80 : 1080;
    ProxyOptions options =
        new ProxyOptions()
            .setType(type)
            .setHost(InetAddress.getByName(proxy.getHost()).getHostAddress())
            .setPort(proxy.getPort() < 0 ? defaultPort : proxy.getPort())
            .setConnectTimeout(VertxTransport.CONNECT_TIMEOUT);
    String credentials = proxy.getRawUserInfo();
    if (credentials != null) {
      int colon = credentials.indexOf(':');
      options.setUsername(decoded(colon < 0 ? credentials : credentials.substring(0, colon)));
      options.setPassword(decoded(colon < 0 ? "" : credentials.substring(colon + 1)));
    }
    return options;
  }

  private static ProxyType type(URI proxy) {
    String scheme = proxy.getScheme().toLowerCase(Locale.ROOT);
    return switch (scheme) {
      case "http" -> ProxyType.HTTP;
      case "socks5", "socks5h", "socks" -> ProxyType.SOCKS5;
      case "socks4", "socks4a" -> ProxyType.SOCKS4;
      default ->
          throw new SeawayException(
              SeawayException.Category.USER,
              "The proxy "
                  + SafeUrl.of(proxy)
                  + " has the scheme "
                  + scheme
                  + "; accepted are http, socks5 and socks4. Check HTTP_PROXY, HTTPS_PROXY and"
                  + " ALL_PROXY");
    };
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
