package dev.seaway.service.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BodyTest {

  private static final int BLOCK = 16 << 10;

  @Test
  void isTheSameInHoweverSmallPartsItComes() {
    byte[] sent = new byte[4 * BLOCK + 5];
    new Random(1).nextBytes(sent);
    Body body = new Body(new BodyBudget(5 * BLOCK), Received.MAX_BODY_BYTES);
    int[] lengths = {1, BLOCK - 1, 7, 2 * BLOCK, 0, BLOCK - 2};

    int from = 0;
    for (int length : lengths) {
      assertThat(body.add(Buffer.buffer(sent).slice(from, from + length))).isTrue();
      from += length;
    }

    assertThat(from).isEqualTo(sent.length);
    assertThat(body.whole()).isEqualTo(sent);
  }

  @Test
  void givesBackOnceWhatItReserved() {
    BodyBudget budget = new BodyBudget(2 * BLOCK);
    Body body = new Body(budget, Received.MAX_BODY_BYTES);
    assertThat(body.add(Buffer.buffer(new byte[BLOCK + 1]))).isTrue();
    assertThat(budget.left()).isZero();

    assertThat(body.add(Buffer.buffer(new byte[BLOCK]))).isFalse();
    assertThat(body.whole()).hasSize(2 * BLOCK);
    assertThat(budget.left()).isZero();
    body.release();
    body.release();

    assertThat(budget.left()).isEqualTo(2 * BLOCK);
  }

  @Test
  void reservesNothingWhereThereIsNone() {
    Body body = new Body(new BodyBudget(0), Received.MAX_BODY_BYTES);

    assertThat(body.add(Buffer.buffer())).isTrue();
    assertThat(body.whole()).isEmpty();
  }

  @Test
  void hasRoomForTheLargestWhateverTheHeap() {
    assertThat(BodyBudget.ofHeap(1).left()).isEqualTo(Received.MAX_BODY_BYTES);
    assertThat(BodyBudget.ofHeap(132L << 20).left()).isEqualTo((132L << 20) / 8);
    Body body = new Body(BodyBudget.ofHeap(1), Received.MAX_BODY_BYTES);

    assertThat(body.add(Buffer.buffer(new byte[Received.MAX_BODY_BYTES]))).isTrue();
  }
}
