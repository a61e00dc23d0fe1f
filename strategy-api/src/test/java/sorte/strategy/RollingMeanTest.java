package sorte.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Many values at once give what one by one gives, in bits: with signs, ties, zeros of either sign,
/// and in between values that come singly.
class RollingMeanTest {
  private static final int VALUES = 600;

  @Test
  void many_at_once_and_two_side_by_side_give_the_means_of_one_by_one() {
    for (long seed = 1; seed <= 300; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      double[] values = values(random);
      int nA = random.nextInt(1, 60);
      int nB = random.nextInt(1, 60);
      double[] aloneA = alone(nA, values);
      double[] aloneB = alone(nB, values);
      RollingMean single = new RollingMean(nA);
      RollingMean a = new RollingMean(nA);
      RollingMean b = new RollingMean(nB);
      int at = 0;
      while (at < VALUES) {
        int count = Math.min(VALUES - at, random.nextInt(1, 150));
        boolean copied = random.nextInt(4) == 0; // what came before is not in front of it
        double[] column = copied ? java.util.Arrays.copyOfRange(values, at, at + count) : values;
        int from = copied ? 0 : at;
        double[] means = new double[count + 1];
        double[] meansA = new double[count + 1];
        double[] meansB = new double[count + 1];
        if (random.nextInt(5) == 0) {
          count = 1;
          means[1] = single.add(values[at]);
          meansA[1] = a.add(values[at]);
          meansB[1] = b.add(values[at]);
        } else {
          single.fill(column, from, count, means, 1);
          RollingMean.fillBoth(a, meansA, b, meansB, column, from, count);
        }
        for (int k = 0; k < count; k++) {
          assertThat(bits(means[k + 1]))
              .as("seed %d, %d", seed, at + k)
              .isEqualTo(bits(aloneA[at + k]));
          assertThat(bits(meansA[k + 1]))
              .as("seed %d, %d", seed, at + k)
              .isEqualTo(bits(aloneA[at + k]));
          assertThat(bits(meansB[k + 1]))
              .as("seed %d, %d", seed, at + k)
              .isEqualTo(bits(aloneB[at + k]));
        }
        at += count;
      }
      assertThat(bits(a.deviation(1))).isEqualTo(bits(single.deviation(1)));
    }
  }

  private static long bits(double value) {
    return Double.doubleToLongBits(value);
  }

  private static double[] alone(int n, double[] values) {
    RollingMean mean = new RollingMean(n);
    double[] means = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      means[i] = mean.add(values[i]);
    }
    return means;
  }

  private static double[] values(SplittableRandom random) {
    int kind = random.nextInt(5);
    double[] values = new double[VALUES];
    for (int i = 0; i < VALUES; i++) {
      values[i] =
          switch (kind) {
            case 0 -> 100 + random.nextDouble();
            case 1 -> random.nextInt(3); // ties
            case 2 -> random.nextInt(-2, 3) * 0.1;
            case 3 -> i < VALUES / 2 ? 1e-9 * random.nextInt(5) : -random.nextDouble();
            default -> random.nextInt(20) > 0 && i > 0 ? values[i - 1] : 50 * random.nextDouble();
          };
      if (random.nextInt(200) == 0) {
        values[i] = random.nextBoolean() ? 0.0 : -0.0;
      }
    }
    return values;
  }
}
