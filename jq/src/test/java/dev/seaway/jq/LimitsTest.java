package dev.seaway.jq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {

  private static final JsonMapper JSON = new JsonMapper();

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "[range(1e18)]                                      ~ it makes more than 65,536 KiB",
        "reduce range(60) as $i (\"x\"; . + .)              ~ it makes more than 65,536 KiB",
        "\"x\" * 2e9                                        ~ it makes more than 65,536 KiB",
        "\"x\" * 1e300                                      ~ Repeat string result too long",
        ".n[200000000] = 1                                  ~ it makes more than 65,536 KiB",
        ".n[2000000000] = 1                                 ~ Array index too large",
        "def f: f; f                                        ~ it recurses too deeply",
        "def f: f + 1; f                                    ~ it recurses too deeply",
        "def f: [f]; f                                      ~ it recurses too deeply",
        "def f(x): f(x | x); f(.)                           ~ it recurses too deeply",
        "[recurse(.)]                                       ~ it makes more than 65,536 KiB",
        "last(recurse(.))                                   ~ it takes more than 20,000,000 steps",
        "last(recurse(., .))                                ~ it recurses too deeply",
        "[repeat(1)]                                        ~ it makes more than 65,536 KiB",
        "until(false; .)                                    ~ it takes more than 20,000,000 steps",
        "last(while(true; .))                               ~ it takes more than 20,000,000 steps",
        "last(range(1e12))                                  ~ it takes more than 20,000,000 steps",
        "[limit(1e12; repeat(1))]                           ~ it makes more than 65,536 KiB",
        "\"a\" * 1e6 | [match(\"\"; \"g\")]                 ~ it ",
        "\"a\" * 1e7 | test(\"(a|b)*c\")                    ~ it makes more than 65,536 KiB",
        "reduce range(60) as $i (1; [., .])                 ~ its output is longer than 16,777,216",
        "reduce range(60) as $i (1; [., .]) | tojson        ~ it makes more than 65,536 KiB",
        "reduce range(60) as $i (1; [., .]) | [..]          ~ it makes more than 65,536 KiB",
        "reduce range(60) as $i (1; [., .]) | . == map(.)   ~ it takes more than 20,000,000 steps",
        "reduce range(100000) as $i (1; [.])                ~ it recurses too deeply               "
            + " ",
        "reduce range(100000) as $i (1; [.]) | tojson       ~ it recurses too deeply     ",
        "reduce range(100000) as $i (1; [.]) | . == [.[]]   ~ it ",
        "[range(1e5)] | combinations                        ~ Cannot iterate over number (0)",
        "[range(9)] | [combinations(30)]                    ~ it ",
        "[splits(\"\")] | combinations                      ~ cannot be matched",
        "[range(1e6)] | map([.]) | map([.])                 ~ it makes more than 65,536 KiB",
        "try ([range(1e18)]) catch 1                        ~ it makes more than 65,536 KiB",
        "first([range(1e18)]) // 1                          ~ it makes more than 65,536 KiB",
        "(def f: f; f)?                                     ~ it recurses too deeply",
        "[limit(1; def f: f; f)]                            ~ it recurses too deeply",
        "\"(\" * 1e5 | test(.)                              ~ the regular expression is longer",
        "[.[range(1e9)]?]                                   ~ it ",
        "@base64 \"\\([range(1e7)])\"                       ~ it makes more than 65,536 KiB",
        "\"a\" * 1e6 | contains(\"a\" * 5e5 + \"b\")       ~ it takes more than 20,000,000 steps",
        "reduce range(60) as $i ([]; [., .]) | flatten      ~ it takes more than 20,000,000 steps",
        "\"\\u0000\" * 2e7 | tojson                         ~ it makes more than 65,536 KiB",
        "\"[\" * 1e5 | fromjson                             ~ is no valid JSON",
        "\"x\" * 2e7                                        ~ its output is longer than 16,777,216",
        "[range(100) | \"x\" * 2e5]                         ~ its output is longer than 16,777,216",
        "reduce range(22) as $i (1; [., .])                 ~ its output is longer than 16,777,216",
        "(\"x\" * 1e6) as $k | [range(20) | {($k): .}]       ~ its output is longer than"
            + " 16,777,216",
      })
  void aHostileProgramFailsAndTheThreadGoesOn(String expression, String reason) {
    Program program = Program.compile(expression, Map.of());

    assertThatExceptionOfType(EvaluationFailed.class)
        .isThrownBy(() -> program.all(NullNode.getInstance()))
        .satisfies(
            failed -> {
              // A slow machine may come to the end of its time first.
              assertThat(failed.reason()).containsAnyOf(reason.strip(), "it takes longer than");
              assertThat(failed.expression()).isEqualTo(expression);
            });
  }

  @Test
  void aRegularExpressionThatGoesBackForEverIsStoppedByTheClock() {
    Limits limits = new Limits(1_000_000, Duration.ofMillis(50), 1 << 20, 1 << 20, 100);
    Program program = Program.compile("test(\"^(a+)+$\")", Map.of(), limits);
    JsonNode text = JsonNodeFactory.instance.textNode("a".repeat(60) + "b");

    assertThatExceptionOfType(EvaluationFailed.class)
        .isThrownBy(() -> program.first(text))
        .withMessageContaining("it takes longer than 50 ms");
  }

  @Test
  void timeIsLookedAtEveryThousandSteps() {
    AtomicLong nanos = new AtomicLong();
    Machine slow =
        new Machine(
            new Limits(1_000_000, Duration.ofMillis(5), 1 << 20, 1 << 20, 100),
            NullNode.getInstance(),
            () -> nanos.addAndGet(1_000_000),
            () -> Instant.EPOCH,
            Room.of(1L << 30),
            new Watch());

    assertThatExceptionOfType(EvaluationFailed.class)
        .isThrownBy(
            () -> Program.compile("last(range(1e6))", false, slow).first(NullNode.getInstance()))
        .withMessageContaining("it takes longer than 5 ms");
    assertThat(nanos.get()).isLessThan(10_000_000);
  }

  @Test
  void timeIsThatOfTheProcessorSoThatAPauseFailsNothing() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    Thread paused = Thread.ofPlatform().start(() -> assertThatNoException().isThrownBy(end::await));
    while (paused.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    long clock = System.nanoTime();
    long processor = ThreadTime.nanos(paused);

    assertThat(Program.compile("[range(1e5)] | add", Map.of()).first(NullNode.getInstance()))
        .hasToString("4999950000");

    assertThat(System.nanoTime()).isGreaterThan(clock);
    assertThat(ThreadTime.nanos(paused)).isEqualTo(processor);
    end.countDown();
    paused.join();
  }

  @Test
  void aFailureSaysWhetherALimitHasEndedIt() {
    assertThat(failure("last(range(1e12))").isOverBudget()).isTrue();
    assertThat(failure("def f: 1 + f; f").isOverBudget()).isTrue();
    assertThat(failure("error(\"x\")").isOverBudget()).isFalse();
    assertThat(failure(".a").isOverBudget()).isFalse();
  }

  private static EvaluationFailed failure(String expression) {
    Limits limits = new Limits(100_000, Duration.ofSeconds(2), 1 << 20, 1 << 20, 100);
    return catchThrowableOfType(
        EvaluationFailed.class,
        () ->
            Program.compile(expression, Map.of(), limits)
                .first(JsonNodeFactory.instance.numberNode(5)));
  }

  @Test
  void anEmptyMatchIsNoEndlessLoop() throws Exception {
    assertThat(Program.compile("gsub(\"\"; \"-\")", Map.of()).first(JSON.readTree("\"abc\"")))
        .isEqualTo(JSON.readTree("\"-a-b-c-\""));
  }

  @Test
  void deepInputIsNoDanger() throws Exception {
    JsonNode deep = JSON.readTree("[".repeat(1_000) + "]".repeat(1_000));

    for (String expression : new String[] {"..", "tojson", ". == .", "flatten", "[paths]"}) {
      try {
        assertThat(Program.compile(expression, Map.of()).all(deep)).isNotEmpty();
      } catch (EvaluationFailed e) {
        assertThat(e.reason()).containsAnyOf("recurses too deeply", "KiB", "nested");
      }
    }
  }

  @Test
  void ordinaryWorkIsFarFromTheLimits() {
    JsonNode input = NullNode.getInstance();

    assertThat(Program.compile("[range(1e5)] | map(. * 2) | add", Map.of()).first(input))
        .hasToString("9999900000");
    assertThat(
            Program.compile("reduce range(3e3) as $i ({}; .[\"k\\($i)\"] = $i) | length", Map.of())
                .first(input))
        .hasToString("3000");
    assertThat(
            Program.compile("reduce range(3e3) as $i ([]; . + [$i]) | length", Map.of())
                .first(input))
        .hasToString("3000");
    assertThat(Program.compile("[range(2e4)] | map_values(. + 1) | length", Map.of()).first(input))
        .hasToString("20000");
    assertThat(
            Program.compile("[range(1e5) | tostring] | join(\",\") | length", Map.of())
                .first(input))
        .hasToString("588889");
    assertThat(
            Program.compile("\"ab\\n\" * 20000 | gsub(\"\\n\"; \"<br>\") | length", Map.of())
                .first(input))
        .hasToString("120000");
    assertThat(Program.compile("0 | until(. >= 1e5; . + 1)", Map.of()).first(input))
        .hasToString("100000");
    assertThat(Program.compile("[limit(1e5; repeat(1))] | length", Map.of()).first(input))
        .hasToString("100000");
  }

  @Test
  void aLongerOutputThanIsAllowedFailsAndAShorterOneDoesNot() {
    Limits limits = new Limits(1_000, Duration.ofSeconds(60), 1 << 20, 40, 100);
    JsonNode input = NullNode.getInstance();

    for (String fits :
        new String[] {
          "\"x\" * 40", "[range(5)]", "[\"x\" * 32]", "{(\"x\" * 32): 1}", "\"x\" * 900 | length"
        }) {
      assertThat(Program.compile(fits, Map.of(), limits).all(input)).hasSize(1);
    }
    for (String tooLong :
        new String[] {
          "\"x\" * 41", "[range(6)]", "[\"x\" * 33]", "{(\"x\" * 33): 1}", "{a: [range(5)]}"
        }) {
      assertThatExceptionOfType(EvaluationFailed.class)
          .isThrownBy(() -> Program.compile(tooLong, Map.of(), limits).first(input))
          .withMessageEndingWith("its output is longer than 40 characters");
    }
  }

  @Test
  void limitsMustBePositive() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Limits(0, Duration.ofSeconds(1), 1, 1, 1))
        .withMessageContaining("limits must be positive");
  }
}
