package dev.seaway.helm;

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
          port.baseUrl=api.port.io            | baseUrl
          initializePortResources=maybe       | initializePortResources
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
