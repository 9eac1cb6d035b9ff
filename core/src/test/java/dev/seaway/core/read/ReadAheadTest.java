package dev.seaway.core.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.Pagination;
import dev.seaway.core.ApiFailures;
import dev.seaway.core.FakeApi;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReadAheadTest {

  private static final ApiRequest NEXT = ApiRequest.get("/x");

  /** Above all a lack of memory: as another failure it would be taken for that of one kind. */
  @ParameterizedTest
  @MethodSource("failures")
  void aRequestThatIsSentEarlyFailsAsItWouldInItsTurn(Throwable failure) {
    FakeApi api =
        new FakeApi(
            _ -> {
              throw sneaky(failure);
            });
    try (ReadAhead ahead = new ReadAhead(api, new Pagination.None(), 1)) {
      ahead.prepare(NEXT, List.of());

      assertThat(catchThrowable(() -> ahead.send(NEXT))).isSameAs(failure);
    }
  }

  private static Stream<Throwable> failures() {
    return Stream.of(
        new OutOfMemoryError("invented"),
        new StackOverflowError("invented"),
        new IllegalStateException("invented"),
        ApiFailures.status(503));
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> RuntimeException sneaky(Throwable failure) throws T {
    throw (T) failure;
  }
}
