package sorte.guardian.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import sorte.trading.market.SplitMix;

class RatioTest {
  private static final int PAIRS = 240;

  private static long[] around(long nanos, long noise, long seed) {
    SplitMix random = new SplitMix(seed);
    long[] all = new long[PAIRS];
    Arrays.setAll(all, _ -> nanos + random.below((int) noise));
    return all;
  }

  @Test
  void twice_as_much_is_twice_as_much() {
    Ratio ratio = Ratio.of(around(2_000, 1, 1), around(1_000, 1, 2));
    assertThat(ratio).isEqualTo(new Ratio(2, 2, 2));
  }

  @Test
  void noise_widens_the_interval_around_what_is_so() {
    Ratio quiet = Ratio.of(around(3_000, 100, 1), around(1_000, 100, 2));
    Ratio loud = Ratio.of(around(3_000, 3_000, 1), around(1_000, 3_000, 2));
    assertThat(quiet.high() - quiet.low()).isLessThan((loud.high() - loud.low()) / 3);
    assertThat(quiet.low()).isCloseTo(2.9, within(0.1));
    assertThat(quiet.high()).isCloseTo(2.95, within(0.1));
    assertThat(loud.low()).isLessThan(loud.middle());
  }

  @Test
  void what_meets_both_goes_out() {
    long[] candidate = around(2_000, 1, 1);
    long[] stable = around(1_000, 1, 2);
    for (int i = 0; i < PAIRS; i += 3) {
      candidate[i] *= 5; // a third of the time the machine is slow for everybody
      stable[i] *= 5;
    }
    assertThat(Ratio.of(candidate, stable)).isEqualTo(new Ratio(2, 2, 2));
  }

  @Test
  void nothing_is_said_by_nothing_and_by_a_clock_that_stands() {
    for (Ratio none :
        new Ratio[] {
          Ratio.of(new long[0], new long[0]), Ratio.of(new long[PAIRS], new long[PAIRS])
        }) {
      assertThat(none.middle()).isNaN();
      assertThat(none.low()).isZero();
      assertThat(none.high()).isInfinite();
    }
    assertThat(Ratio.of(around(9, 1, 1), new long[PAIRS]).low()).isZero();
  }
}
