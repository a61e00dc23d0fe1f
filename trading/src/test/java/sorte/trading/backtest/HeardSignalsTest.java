package sorte.trading.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HeardSignalsTest {
  private static final int BLOCK = 256;

  @Test
  void the_next_one_is_found_as_by_walking_there() {
    SplittableRandom random = new SplittableRandom(31);
    byte[] signals = new byte[BLOCK];
    HeardSignals found = new HeardSignals(signals);
    for (int round = 0; round < 400; round++) {
      int count = random.nextInt(1, BLOCK + 1);
      int one = random.nextInt(1, 80);
      for (int i = 0; i < BLOCK; i++) { // beyond the count stands what a longer block left
        signals[i] = (byte) (random.nextInt(one) == 0 ? random.nextInt(16) : 0);
      }
      found.over(count);
      for (int ask = 0; ask < 40; ask++) {
        int heard = random.nextInt(16);
        int from = random.nextInt(count + 1);
        int walked = from;
        while (walked < count && (signals[walked] & heard) == 0) {
          walked++;
        }
        assertThat(found.next(heard, from))
            .as("seed 31, round %d: %d from %d of %d", round, heard, from, count)
            .isEqualTo(walked);
      }
    }
  }
}
