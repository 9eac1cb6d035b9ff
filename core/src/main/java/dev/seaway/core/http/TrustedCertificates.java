package dev.seaway.core.http;

import dev.seaway.core.SeawayException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Reads the certificates that {@link Trust} names. */
final class TrustedCertificates {

  private static final Pattern PEM =
      Pattern.compile(
          "-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----(.*?)-----END (?:TRUSTED |X509"
              + " )?CERTIFICATE-----",
          Pattern.DOTALL);

  private TrustedCertificates() {}

  static TrustManagerFactory of(Trust trust) {
    List<Certificate> certificates = new ArrayList<>();
    trust.certificateFile().ifPresent(file -> certificates.addAll(inFile(file, true)));
    trust.certificateDirectory().ifPresent(folder -> certificates.addAll(inFolder(folder)));
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      for (Certificate certificate : certificates) {
        store.setCertificateEntry("certificate-" + store.size(), certificate);
      }
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store);
      return factory;
    } catch (GeneralSecurityException | IOException e) {
      throw new SeawayException(
          SeawayException.Category.INTERNAL, "The trusted certificates cannot be kept", e);
    }
  }

  private static List<Certificate> inFolder(Path folder) {
    List<Certificate> certificates = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(Files::isRegularFile)
          .sorted()
          .forEach(file -> certificates.addAll(inFile(file, false)));
    } catch (IOException e) {
      throw unusable(folder, "cannot be read", e);
    }
    if (certificates.isEmpty()) {
      throw unusable(folder, "holds no file with a certificate in PEM", null);
    }
    return certificates;
  }

  private static List<Certificate> inFile(Path file, boolean needed) {
    List<Certificate> certificates = new ArrayList<>();
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      Matcher blocks = PEM.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
      while (blocks.find()) {
        byte[] encoded = Base64.getMimeDecoder().decode(blocks.group(1));
        certificates.add(factory.generateCertificate(new ByteArrayInputStream(encoded)));
      }
    } catch (IOException e) {
      throw unusable(file, "cannot be read", e);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw unusable(file, "holds a certificate that is damaged", e);
    }
    if (certificates.isEmpty() && needed) {
      throw unusable(file, "holds no certificate in PEM (-----BEGIN CERTIFICATE-----)", null);
    }
    return certificates;
  }

  private static SeawayException unusable(Path path, String problem, @Nullable Exception cause) {
    return new SeawayException(
        SeawayException.Category.USER,
        path
            + " should hold the certificates to trust, and "
            + problem
            + ". Check SSL_CERT_FILE and SSL_CERT_DIR",
        cause);
  }
}
