package dev.seaway.service.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MetersTest {

  private Instant now = Instant.parse("2026-01-01T12:00:00Z");
  private final Meters meters = new Meters(() -> now);

  @AfterEach
  void close() {
    meters.close();
  }

  @Test
  void countsWhatHappensToAKind() {
    meters.read("/desk", 50);
    meters.read("/desk", 7);
    meters.unmapped("/desk", "dropped", 3);
    meters.entities("/desk", "written", 54);
    meters.deleted("desk", 2);
    meters.kindEnds("/desk", false);

    assertThat(meters.text())
        .contains("seaway_records_read_total{kind=\"/desk\"} 57.0")
        .contains("seaway_records_unmapped_total{kind=\"/desk\",reason=\"dropped\"} 3.0")
        .contains("seaway_entities_total{kind=\"/desk\",result=\"written\"} 54.0")
        .contains("seaway_entities_deleted_total{blueprint=\"desk\"} 2.0")
        .contains("seaway_kind_failures_total{kind=\"/desk\"} 1.0");
  }

  @Test
  void tellsHowOldAKindIs() {
    meters.kindEnds("/desk", true);
    now = now.plusSeconds(90);
    meters.kindEnds("/desk", false);

    assertThat(meters.text()).contains("seaway_kind_age_seconds{kind=\"/desk\"} 90.0");
    meters.kindEnds("/desk", true);
    assertThat(meters.text()).contains("seaway_kind_age_seconds{kind=\"/desk\"} 0.0");
  }

  @Test
  void showsAWaitWhileItLasts() {
    meters.waiting("the tool", Duration.ofMinutes(30));
    now = now.plusSeconds(600);

    assertThat(meters.text())
        .contains("seaway_waits_total{for=\"the tool\"} 1.0")
        .contains("seaway_wait_seconds_total{for=\"the tool\"} 1800.0")
        .contains("seaway_wait_remaining_seconds{for=\"the tool\"} 1200.0");
    now = now.plusSeconds(1800);
    assertThat(meters.text()).contains("seaway_wait_remaining_seconds{for=\"the tool\"} 0.0");
  }

  @Test
  void tellsHowTheProcessIsOnceItIsAsked() {
    assertThat(meters.text()).doesNotContain("jvm_");

    meters.watchProcess();

    assertThat(meters.text())
        .contains("jvm_memory_used_bytes", "jvm_threads_live_threads", "jvm_gc_");
  }

  @Test
  void tellsHowRunsEnd() {
    meters.runBegins();
    assertThat(meters.text()).contains("seaway_resync_running 1.0");
    meters.runEnds("complete", Duration.ofMillis(1500));

    assertThat(meters.text())
        .contains("seaway_resync_running 0.0")
        .contains("seaway_resyncs_total{outcome=\"complete\"} 1.0")
        .contains("seaway_resync_last_seconds 1.5");
  }
}
