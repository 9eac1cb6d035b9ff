package dev.seaway.core.http;

import dev.seaway.core.http.ApiException.Reason;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.proxy.ProxyConnectException;
import io.netty.handler.ssl.NotSslRecordException;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/** Words what went wrong on the network: method, URL, and what to do. */
final class TransportFailures {

  /** Of what a cause says. Libraries may quote all that they have read. */
  private static final int LONGEST = 200;

  private TransportFailures() {}

  static ApiException timeout(HttpCall call, Exchange.Progress progress) {
    String stage =
        switch (progress) {
          case CONNECTING -> "no connection was free or could be opened";
          case SENT -> "no answer began";
          case ANSWERING -> "the answer had begun but did not end";
        };
    return new ApiException(
        Reason.TIMEOUT,
        call
            + " took longer than "
            + seconds(call)
            + ": "
            + stage
            + ". Raise the option timeout, or ask for smaller pages");
  }

  static ApiException interrupted(HttpCall call) {
    return new ApiException(Reason.INTERRUPTED, call + " was interrupted");
  }

  /**
   * @param proxy that leads to the server
   */
  static ApiException of(
      HttpCall call, Exchange.Progress progress, IOException fault, Optional<URI> proxy) {
    Throwable cause = unwrapped(fault);
    return switch (cause) {
      case TooLargeException tooLarge ->
          new ApiException(
              Reason.TOO_LARGE,
              call
                  + " answered with "
                  + tooLarge.getMessage()
                  + ". Ask for smaller pages, or give Java more memory:"
                  + " SEAWAY_JAVA_OPTIONS=-Xmx1g");
      case UnsupportedEncodingException unknown ->
          new ApiException(
              Reason.NOT_JSON,
              call
                  + " answered in the encoding '"
                  + unknown.getMessage()
                  + "', which was not asked for. Look for a proxy that changes answers");
      // The network library's own timeout: its message holds the query, so it is no cause.
      case TimeoutException timeout -> timeout(call, progress);
      case BrokenBodyException broken ->
          new ApiException(Reason.BROKEN_BODY, call + ": " + broken.getMessage(), broken);
      default ->
          progress == Exchange.Progress.ANSWERING
              ? new ApiException(
                  Reason.BROKEN_BODY, call + ": the answer was cut off" + detail(cause), cause)
              : new ApiException(
                  Reason.UNREACHABLE, call + ": " + unreachable(cause, progress, proxy), cause);
    };
  }

  private static String unreachable(
      Throwable cause, Exchange.Progress progress, Optional<URI> proxy) {
    if (cause instanceof ProxyConnectException) {
      return "the proxy refused to connect" + detail(cause) + ". " + proxyHint(cause);
    }
    boolean unconnected =
        cause instanceof UnknownHostException || cause instanceof ConnectException;
    if (proxy.isPresent() && unconnected && progress == Exchange.Progress.CONNECTING) {
      return "the proxy "
          + SafeUrl.of(proxy.get())
          + " cannot be reached"
          + detail(cause)
          + ". Check HTTP_PROXY, HTTPS_PROXY and ALL_PROXY, or name the host in NO_PROXY";
    }
    if (cause instanceof UnknownHostException) {
      return "the host name is not known. Check the base URL, and DNS";
    }
    Optional<String> tls = TlsFailure.of(cause);
    if (tls.isPresent()) {
      boolean isPlain = root(cause) instanceof NotSslRecordException;
      return "no secure connection" + (isPlain ? "" : detail(root(cause))) + ": " + tls.get();
    }
    if (cause instanceof ConnectTimeoutException) {
      return "nobody answered at the address in time. Check the base URL, firewall and proxy";
    }
    if (cause instanceof DecoderException || cause instanceof IllegalArgumentException) {
      return "the answer is not HTTP" + detail(cause) + ". Check the scheme and port of the URL";
    }
    return progress == Exchange.Progress.CONNECTING
        ? "no connection" + detail(cause) + ". Check the base URL and that the server runs"
        : "the connection broke before an answer came" + detail(cause);
  }

  private static String proxyHint(Throwable refusal) {
    String message = String.valueOf(refusal.getMessage());
    return message.contains("407")
        ? "Check the user name and password of the proxy (HTTPS_PROXY, HTTP_PROXY, ALL_PROXY)"
        : "Ask who runs the proxy to allow this host, or name the host in NO_PROXY";
  }

  private static String detail(Throwable cause) {
    String message = cause.getMessage();
    if (message == null) {
      return " (" + cause.getClass().getSimpleName() + ")";
    }
    String line = message.lines().findFirst().orElse("");
    return " (" + (line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line) + ")";
  }

  private static Throwable unwrapped(IOException fault) {
    Throwable cause = fault;
    while (cause.getClass() == IOException.class && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  /** What lies deepest says why: the layers above it only say that TLS failed. */
  private static Throwable root(Throwable fault) {
    Throwable root = fault;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  private static String seconds(HttpCall call) {
    return call.timeout().toMillis() / 1000.0 + " s";
  }
}
