package dev.seaway.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.distribution.fake.Fault;
import dev.seaway.distribution.sandbox.SandboxSettings;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The images do what the guide for Docker says; {@code .ci/container} builds them and calls this.
 */
@EnabledIfSystemProperty(
    named = ContainerTest.FULL,
    matches = ".+",
    disabledReason = ".ci/container builds the image and runs these tests")
class ContainerTest {

  static final String FULL = "seaway.image";
  private static final String SLIM = "seaway.image.slim";
  private static final String KAFKA = "seaway.image.kafka";
  private static final int SECONDS_TO_END = 10;

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {FULL, SLIM})
  void runsTheGuidesCommandAsItStands(String image) throws Exception {
    try (Stage guide = stage(SandboxSettings.DEFAULT);
        Stage here = new Stage(SandboxSettings.DEFAULT).nextLinks(50)) {
      here.run();

      Container.Ended ended = container(image, guide).run();

      assertThat(ended.exitCode()).as(ended.output()).isZero();
      assertThat(guide.port.count("jsmServiceDesk")).isEqualTo(50);
      assertThat(guide.port.count("jsmCustomerRequest")).isEqualTo(500);
      assertThat(guide.port.count("jsmOrganization")).isEqualTo(100);
      assertThat(guide.port.entities()).isEqualTo(here.port.entities());
    }
  }

  @Test
  void carriesAHundredThousandRequestsWithin256Megabytes() throws Exception {
    try (Stage large = stage(SandboxSettings.DEFAULT.withSizes(50, 100_000, 100))) {
      Container.Ended ended = container(FULL, large).run();

      assertThat(ended.exitCode()).as(ended.output()).isZero();
      assertThat(large.port.count("jsmCustomerRequest")).isEqualTo(100_000);
    }
  }

  @Test
  void tellsTheCatalogThatItWasEnded() throws Exception {
    try (Stage stage = stage(SandboxSettings.DEFAULT)) {
      CountDownLatch reached = new CountDownLatch(1);
      stage.site.on(
          request -> {
            reached.countDown();
            return true;
          },
          new Fault.Hang());
      Container container = container(FULL, stage);
      container.start();
      assertThat(reached.await(60, TimeUnit.SECONDS)).as("the site was asked").isTrue();

      assertThat(container.terminate(SECONDS_TO_END)).isEqualTo(1);
      assertThat(stage.port.states()).containsExactly("running", "aborted");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {FULL, SLIM})
  void startsFromItsCache(String image) throws Exception {
    Map<String, String> insisting = Map.of("JDK_JAVA_OPTIONS", "-XX:AOTMode=on");

    Container.Ended ended = image(image).with(insisting).run("--version");

    assertThat(ended.exitCode()).as(ended.output()).isZero();
    assertThat(ended.output()).contains("Seaway");
  }

  @Test
  void showsTheDemonstration() throws Exception {
    Container.Ended ended = image(FULL).run("demo");

    assertThat(ended.exitCode()).as(ended.output()).isZero();
    assertThat(ended.output()).contains("/rest/servicedeskapi/request        500");
  }

  @ParameterizedTest
  @ValueSource(strings = {FULL, SLIM})
  void namesTheImageWithKafkaWhereTheCatalogIsToTellOfChangesByIt(String image) throws Exception {
    try (Stage stage = stage(SandboxSettings.DEFAULT)) {
      Container.Ended ended =
          container(image, stage)
              .with(Map.of("OCEAN__EVENT_LISTENER", "{\"type\":\"KAFKA\"}"))
              .run();

      assertThat(ended.exitCode()).isEqualTo(ExitCode.NOT_STARTED);
      assertThat(ended.output())
          .contains("OCEAN__EVENT_LISTENER__TYPE is KAFKA, but /opt/seaway/extensions/kafka")
          .contains("use the image whose tag ends in -kafka");
      assertThat(stage.port.states()).isEmpty();
    }
  }

  @Test
  void keepsLiveEventsInKafkaInTheImageThatHasIt() throws Exception {
    try (KafkaBroker broker = KafkaBroker.start()) {
      Container.Ended ended =
          image(KAFKA).with(Replicas.environment(broker.address())).run("events", "list");

      assertThat(ended.exitCode()).as(ended.output()).isZero();
      assertThat(ended.output()).contains("There are none.");
    }
  }

  @Test
  void trustsTheCertificatesOfSslCertFile() throws Exception {
    try (TlsSite site = TlsSite.start(folder);
        Stage stage = stage(SandboxSettings.DEFAULT)) {
      Map<String, String> environment =
          Container.guide(site.baseUrl(), "user", "token", stage.port.baseUrl());

      Container.Ended wary = image(FULL).with(environment).run();
      Container.Ended trusting =
          image(FULL)
              .with(environment)
              .with(site.certificate(), "/etc/seaway/ca.pem")
              .with(Map.of("SSL_CERT_FILE", "/etc/seaway/ca.pem"))
              .run();

      assertThat(wary.exitCode()).as(wary.output()).isNotZero();
      assertThat(wary.output()).contains("SSL_CERT_FILE");
      assertThat(trusting.exitCode()).as(trusting.output()).isZero();
    }
  }

  /** The guide names no integration, so its name is the default one. */
  private static Stage stage(SandboxSettings settings) {
    Stage stage = new Stage(settings);
    stage.port.integration("my-custom-integration", "custom", Stage.guide());
    return stage;
  }

  private static Container container(String image, Stage stage) {
    return image(image)
        .with(
            Container.guide(
                stage.site.baseUrl(),
                stage.settings.username(),
                stage.settings.token(),
                stage.port.baseUrl()));
  }

  private static Container image(String property) {
    return new Container(System.getProperty(property, ""));
  }
}
