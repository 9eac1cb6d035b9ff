package dev.seaway.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong values are refused before anything is installed, and the message says which. */
class RefusedValuesTest {

  private static final Path GUIDE = Chart.example("guide");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          integration.identifer=x             | identifer
          port.region=eu                      | region
          workload.kind=StatefulSet           | /workload/kind
          integration.eventListener.type=POLL | eventListener/type
          replicaCount=0                      | replicaCount
          imageVariant=alpine                 | imageVariant
          port.baseUrl=api.port.io            | baseUrl
          initializePortResources=maybe       | initializePortResources
          seaway.maxList=5                    | maxList
          seaway.inferredDeletionThreshold=2  | inferredDeletionThreshold
          """)
  void namesTheValueThatDoesNotFitTheSchema(String assignment, String word) {
    assertThatThrownBy(() -> Chart.set(GUIDE, assignment)).hasMessageContaining(word);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          integration.identifier=                          | integration.identifier is missing: give this
          integration.identifier=Mixed                     | it must be in lower case
          integration.type=                                | integration.type is missing: set it to custom
          port.clientId=                                   | port.clientId and port.clientSecret are missing: set both
          secret.useExistingSecret=true                    | secret.name is empty: name the secret
          port.baseUrl=https://api.port.io/v1              | leave /v1 out
          workload.kind=CronJob                            | must be a cron expression
          scheduledResyncInterval=0 * * * *                | a cron expression needs workload.kind=CronJob
          integration.eventListener.type=ONCE              | set workload.kind=CronJob
          replicaCount=2                                   | replicas share live events by Kafka only
          liveEvents.queue.type=KAFKA                      | liveEvents.queue.kafka.brokers is missing
          selfSignedCertificate.enabled=true               | holds no certificate in PEM
          mapping.blueprints=[]                            | set mapping.config too
          """)
  void saysWhatToDoWhereValuesDoNotFitEachOther(String assignment, String sentence) {
    assertThatThrownBy(() -> Chart.set(GUIDE, assignment)).hasMessageContaining(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          integration: {secrets: {password: 0123456}}                | integration/secrets/password
          integration: {secrets: {password: 12345678901234567890}}   | integration/secrets/password
          integration: {secrets: {password: yes}}                    | integration/secrets/password
          integration: {secrets: {apiToken: 1e10}}                   | integration/secrets/apiToken
          integration: {secrets: {headers: {X-Key: 0123}}}           | X-Key
          integration: {identifier: 20240101}                        | integration/identifier
          integration: {version: 1.10}                               | integration/version
          integration: {config: {username: 0123456}}                 | integration/config/username
          integration: {config: {site: 20240101}}                    | integration.config.site is a number
          integration: {extraConfig: {site: 1e10}}                   | integration.extraConfig.site
          port: {clientId: 0123456}                                  | port/clientId
          port: {clientSecret: 1e10}                                 | port/clientSecret
          liveEvents: {queue: {type: KAFKA, kafka: {username: 012}}} | kafka/username
          """)
  void refusesWhatYamlHasMadeOfATextWithoutQuotes(String values, String place) {
    assertThatThrownBy(() -> Chart.render(GUIDE, values))
        .hasMessageContaining(place)
        .hasMessageContaining("in quotes, or")
        .hasMessageContaining("with --set-string");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          integration: {config: {pageSize: 100}}              | OCEAN__INTEGRATION__CONFIG__PAGE_SIZE     | 100
          integration: {config: {verifySsl: false}}           | OCEAN__INTEGRATION__CONFIG__VERIFY_SSL    | false
          integration: {config: {limit: 0.5}}                 | OCEAN__INTEGRATION__CONFIG__LIMIT         | 0.5
          integration: {config: {site: "20240101"}}           | OCEAN__INTEGRATION__CONFIG__SITE          | 20240101
          integration: {identifier: "20240101"}               | OCEAN__INTEGRATION__IDENTIFIER            | 20240101
          """)
  void takesOptionsThatAreNumbersAndTextsInQuotes(String values, String name, String value) {
    Rendered rendered = Chart.render(GUIDE, values);

    assertThat(rendered.environment(rendered.only("Deployment"))).containsEntry(name, value);
  }

  @Test
  void saysWhereSeveralPodsWouldBeInEachOthersWay() {
    assertThatThrownBy(
            () ->
                Chart.set(
                    GUIDE,
                    "dataVolume.hostPath.path=/data",
                    "workload.deployment.rolloutStrategy=RollingUpdate"))
        .hasMessageContaining("set workload.deployment.rolloutStrategy=Recreate");
    assertThatThrownBy(
            () ->
                Chart.set(
                    GUIDE,
                    "replicaCount=2",
                    "liveEvents.queue.type=KAFKA",
                    "liveEvents.queue.kafka.brokers=b-1:9096"))
        .hasMessageContaining("would run every resync");
  }
}
