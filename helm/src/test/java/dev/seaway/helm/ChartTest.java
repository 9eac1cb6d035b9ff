package dev.seaway.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import io.kubernetes.client.openapi.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ChartTest {

  private static final Path GUIDE = Chart.example("guide");

  @TempDir private Path folder = Path.of("");

  static Stream<Path> examples() throws IOException {
    return Chart.examples();
  }

  @Test
  void passesTheLinter() {
    LintResult result = new Helm(Chart.FOLDER).lint().strict().call();

    assertThat(result.isFailed()).as(result.getMessages().toString()).isFalse();
  }

  @Test
  void isPackaged() throws IOException {
    new Helm(Chart.FOLDER).packageIt().withDestination(folder).call();

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactly("seaway-0.1.0.tgz");
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void rendersObjectsThatKubernetesKnows(Path values) throws Exception {
    Rendered rendered = Chart.render(values);

    assertThat(rendered.objects()).hasSizeGreaterThan(1);
    for (JsonNode object : rendered.objects()) {
      assertThat(object.path("metadata").path("name").asText()).hasSizeBetween(1, 63);
      if (!object.path("kind").asText().equals("ServiceMonitor")) {
        check(object);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void keepsToTheRestrictedProfile(Path values) {
    Rendered rendered = Chart.render(values);
    List<JsonNode> workloads =
        Stream.of("Deployment", "CronJob", "Job")
            .flatMap(kind -> rendered.all(kind).stream())
            .toList();

    assertThat(workloads).isNotEmpty();
    for (JsonNode workload : workloads) {
      JsonNode pod = Rendered.pod(workload).path("spec");
      JsonNode context = Rendered.container(workload).path("securityContext");
      assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
      assertThat(pod.at("/securityContext/seccompProfile/type").asText())
          .isEqualTo("RuntimeDefault");
      assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
      assertThat(context.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
      assertThat(context.path("readOnlyRootFilesystem").asBoolean()).isTrue();
      assertThat(context.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
    }
  }

  @Test
  void rollsThePodsWhereConfigurationOrSecretsChange() {
    JsonNode before = annotations(Chart.render(GUIDE));
    JsonNode config = annotations(Chart.set(GUIDE, "integration.config.pageSize=20"));
    JsonNode secret = annotations(Chart.set(GUIDE, "integration.secrets.password=other"));

    assertThat(config).isNotEqualTo(before);
    assertThat(secret).isNotEqualTo(before);
    assertThat(annotations(Chart.render(GUIDE))).isEqualTo(before);
  }

  @Test
  void keepsSecretsInASecretOnly() {
    Rendered rendered = Chart.render(GUIDE);

    assertThat(rendered.only("Secret").path("type").asText()).isEqualTo("Opaque");
    assertThat(rendered.objects())
        .filteredOn(object -> object.toString().contains("YOUR_JIRA_API_TOKEN"))
        .containsExactly(rendered.only("Secret"));
  }

  @Test
  void runsOnTheScheduleOfACronJobAndOnceAtTheInstallation() {
    Rendered rendered = Chart.render(Chart.example("cron"));
    JsonNode spec = rendered.only("CronJob").path("spec");

    assertThat(spec.path("schedule").asText()).isEqualTo("15 2 * * *");
    assertThat(spec.path("suspend").asBoolean()).isTrue();
    assertThat(spec.path("concurrencyPolicy").asText()).isEqualTo("Forbid");
    assertThat(spec.at("/jobTemplate/spec/activeDeadlineSeconds").asInt()).isEqualTo(90 * 60);
    assertThat(rendered.only("Job").at("/spec/backoffLimit").asInt(-1)).isZero();
    assertThat(rendered.all("Deployment")).isEmpty();
    assertThat(Chart.set(Chart.example("cron"), "workload.cron.resyncOnInstall=false").all("Job"))
        .isEmpty();
  }

  @Test
  void servesLiveEventsBesideACronJob() {
    Rendered rendered = Chart.render(Chart.example("hybrid"));

    assertThat(rendered.environment(rendered.only("Deployment")))
        .containsEntry("OCEAN__EVENT_LISTENER", "{\"type\":\"WEBHOOKS_ONLY\"}")
        .containsEntry("OCEAN__INITIALIZE_PORT_RESOURCES", "false");
    assertThat(rendered.environment(rendered.only("CronJob")))
        .containsEntry("OCEAN__EVENT_LISTENER", "{\"type\":\"ONCE\"}");
    assertThat(rendered.all("Service")).hasSize(1);
  }

  @Test
  void takesANamedVolumeToLast() {
    Rendered rendered = Chart.render(Chart.example("hybrid"));
    String name = "OCEAN__DATA_DIRECTORY";

    assertThat(variables(rendered.only("Deployment"))).containsEntry(name, "/tmp/ocean");
    assertThat(variables(rendered.only("CronJob"))).doesNotContainKey(name);
  }

  @Test
  void budgetsOnlyPodsThatHaveAScale() {
    Rendered rendered = Chart.set(Chart.example("hybrid"), "podDisruptionBudget.enabled=true");

    assertThat(rendered.only("PodDisruptionBudget").at("/spec/selector/matchLabels").toString())
        .contains("\"app.kubernetes.io/component\":\"live-events\"");
  }

  private static Map<String, String> variables(JsonNode workload) {
    return Rendered.container(workload)
        .path("env")
        .valueStream()
        .collect(
            Collectors.toMap(
                variable -> variable.path("name").asText(),
                variable -> variable.path("value").asText()));
  }

  @Test
  void namesTheImageThatIsAskedFor() {
    assertThat(image(Chart.render(GUIDE))).isEqualTo("ghcr.io/seaway-dev/seaway:0.1.0-SNAPSHOT");
    assertThat(image(Chart.set(GUIDE, "integration.version=2.0.0")))
        .isEqualTo("ghcr.io/seaway-dev/seaway:2.0.0");
    assertThat(image(Chart.set(GUIDE, "imageRegistry=reg.example.com", "image=mine:7")))
        .isEqualTo("reg.example.com/mine:7");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          imageVariant=slim                                                         | -slim
          imageVariant=kafka                                                        | -kafka
          integration.eventListener.type=KAFKA                                      | -kafka
          liveEvents.queue.type=KAFKA liveEvents.queue.kafka.brokers=b:9            | -kafka
          imageVariant=slim integration.eventListener.type=KAFKA                    | -slim-kafka
          imageVariant=slim-kafka integration.eventListener.type=KAFKA              | -slim-kafka
          """)
  void takesTheImageThatHasWhatTheConfigurationAsksFor(String assignments, String suffix) {
    assertThat(image(Chart.set(GUIDE, assignments.split(" ", -1)))).endsWith("SNAPSHOT" + suffix);
  }

  private static String image(Rendered rendered) {
    return Rendered.container(rendered.only("Deployment")).path("image").asText();
  }

  private static JsonNode annotations(Rendered rendered) {
    return Rendered.pod(rendered.only("Deployment")).at("/metadata/annotations");
  }

  /** Against the Kubernetes API's own description: names, required fields and types. */
  private static void check(JsonNode object) throws Exception {
    Class<?> model =
        Class.forName("io.kubernetes.client.openapi.models.V1" + object.path("kind").asText());
    JsonElement element = JsonParser.parseString(object.toString());
    model.getMethod("validateJsonElement", JsonElement.class).invoke(null, element);
    assertThat((Object) JSON.getGson().fromJson(element, model)).isNotNull();
  }
}
