package dev.seaway.core.http;

import io.netty.handler.ssl.NotSslRecordException;
import java.nio.channels.ClosedChannelException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says why there is no secure connection, and what to do. */
final class TlsFailure {

  private final List<Throwable> causes = new ArrayList<>();

  private TlsFailure(@Nullable Throwable fault) {
    for (Throwable cause = fault; cause != null && causes.size() < 20; cause = cause.getCause()) {
      causes.add(cause);
    }
  }

  /** Empty where the fault has nothing to do with TLS. */
  static Optional<String> of(Throwable fault) {
    TlsFailure failure = new TlsFailure(fault);
    return failure.is(SSLException.class) || failure.is(CertificateException.class)
        ? Optional.of(failure.words())
        : Optional.empty();
  }

  private String words() {
    if (is(CertificateExpiredException.class)) {
      return "the server's certificate has expired. Renew it at the server";
    }
    if (is(CertificateNotYetValidException.class)) {
      return "the server's certificate is not valid yet. Check the clocks of both sides";
    }
    if (says("subject alternative", "no name matching", "hostname")) {
      return "the server's certificate is for another host name. Check the base URL";
    }
    if (is(CertPathBuilderException.class) || says("unable to find valid certification path")) {
      return "the server's certificate is not trusted. Check the certificate; SSL_CERT_FILE names"
          + " the authorities to trust";
    }
    if (is(CertPathValidatorException.class) || is(CertificateException.class)) {
      return "the server's certificate is not accepted. Check the certificate; SSL_CERT_FILE names"
          + " the authorities to trust";
    }
    return refusal();
  }

  private String refusal() {
    if (says("certificate_required", "bad_certificate", "certificate_unknown")) {
      return "the server demands a client certificate (mutual TLS), which Seaway does not send. Ask"
          + " for an address without it, or put a proxy before it that sends one";
    }
    if (is(NotSslRecordException.class) || says("not an ssl/tls record")) {
      return "the server speaks no TLS at this port. Write http:// in place of https://, or check"
          + " the port of the URL";
    }
    if (is(ClosedChannelException.class)
        || says(
            "protocol_version", "no appropriate protocol", "handshake_failure", "insufficient")) {
      return "the handshake was refused: both sides have no version or cipher of TLS in common, or"
          + " the server demands a client certificate. Seaway speaks TLS 1.2 and 1.3";
    }
    if (says("timed out")) {
      return "the server did not answer the handshake in time. Check the scheme and port of the"
          + " URL, and the firewall";
    }
    if (says("unrecognized_name")) {
      return "the server does not know this host name. Check the base URL";
    }
    return "the handshake failed. Check the certificate; SSL_CERT_FILE names the authorities to"
        + " trust";
  }

  private boolean is(Class<? extends Throwable> type) {
    return causes.stream().anyMatch(type::isInstance);
  }

  private boolean says(String... words) {
    Predicate<String> any = text -> List.of(words).stream().anyMatch(text::contains);
    return causes.stream()
        .map(cause -> String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT))
        .anyMatch(any);
  }
}
