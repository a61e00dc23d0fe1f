package sorte.trading.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BuiltInMarketTest {
  private static final int MANY = 200_000;

  /// The bytes of 20,000 bars of seed 1, on every machine, with any JVM flag.
  private static final String GOLDEN =
      "e38d68b4760a48308617b1c42650946973917a39d7c0f8bf1044c95cfbf62701";

  private static String digest(Bars bars) throws NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    ByteBuffer bar = ByteBuffer.allocate(48);
    for (int i = 0; i < bars.size(); i++) {
      bar.clear();
      bar.putLong(bars.time(i)).putDouble(bars.open(i)).putDouble(bars.high(i));
      bar.putDouble(bars.low(i)).putDouble(bars.close(i)).putDouble(bars.volume(i));
      digest.update(bar.array());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  @Test
  void the_same_seed_gives_the_same_bytes_for_ever() throws NoSuchAlgorithmException {
    assertThat(digest(new BuiltInMarket(1).take(20_000))).isEqualTo(GOLDEN);
    assertThat(digest(new BuiltInMarket(2).take(20_000))).isNotEqualTo(GOLDEN);
  }

  @Test
  void a_pass_that_starts_later_goes_on_with_the_same_bars() {
    MarketSource source = new MarketSource.BuiltIn(5);
    MarketFeed whole = source.from(0);
    Bars first = whole.take(3000);
    MarketFeed later = source.from(1234);
    for (int i = 1234; i < 3000; i++) {
      assertThat(later.advance()).isTrue();
      assertThat(later.number()).isEqualTo(i);
      assertThat(later.bar()).isEqualTo(first.bar(i));
    }
    assertThatThrownBy(() -> source.from(-1)).hasMessageContaining("was -1");
  }

  @Test
  void bars_are_sound_in_ticks_and_a_quarter_of_an_hour_apart() {
    Bars bars = new BuiltInMarket(3).take(MANY); // the builder refuses an unsound bar
    for (int i = 0; i < bars.size(); i++) {
      assertThat(bars.time(i)).isEqualTo(1_704_067_200_000L + i * 900_000L);
      double ticks = bars.close(i) * 100;
      assertThat(Math.abs(ticks - Math.rint(ticks))).isLessThan(1e-6);
      assertThat(bars.volume(i)).isPositive();
    }
  }

  @Test
  void volatility_clusters_tails_are_heavy_and_volume_goes_with_them() {
    for (long seed = 1; seed <= 5; seed++) {
      Bars bars = new BuiltInMarket(seed).take(MANY);
      double[] size = new double[MANY - 1];
      double[] before = new double[MANY - 1];
      double[] volume = new double[MANY - 1];
      double squares = 0;
      double fourths = 0;
      for (int i = 1; i < MANY; i++) {
        double change = bars.close(i) / bars.close(i - 1) - 1;
        size[i - 1] = Math.abs(change);
        before[i - 1] = i == 1 ? size[0] : size[i - 2];
        volume[i - 1] = bars.volume(i);
        squares += change * change / (MANY - 1);
        fourths += change * change * change * change / (MANY - 1);
      }
      assertThat(fourths / (squares * squares)).as("kurtosis, seed %d", seed).isBetween(6.0, 30.0);
      assertThat(correlation(size, before)).as("clusters, seed %d", seed).isBetween(0.12, 0.4);
      assertThat(correlation(size, volume)).as("volume, seed %d", seed).isGreaterThan(0.4);
      assertThat(Math.sqrt(squares)).as("deviation, seed %d", seed).isBetween(0.0025, 0.0045);
    }
  }

  private static double correlation(double[] a, double[] b) {
    double ma = 0;
    double mb = 0;
    for (int i = 0; i < a.length; i++) {
      ma += a[i] / a.length;
      mb += b[i] / b.length;
    }
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      ab += (a[i] - ma) * (b[i] - mb);
      aa += (a[i] - ma) * (a[i] - ma);
      bb += (b[i] - mb) * (b[i] - mb);
    }
    return ab / Math.sqrt(aa * bb);
  }

  @Test
  void there_are_jumps_and_trends_and_ranges() {
    BuiltInMarket market = new BuiltInMarket(4);
    int jumps = 0;
    int trends = 0;
    int ranges = 0;
    double start = 0;
    double before = 0;
    for (int i = 0; i < MANY; i++) {
      market.advance();
      jumps += i > 0 && Math.abs(market.close() / before - 1) > 0.012 ? 1 : 0;
      before = market.close();
      if (i % 384 == 0) { // four days
        double moved = Math.abs(market.close() / start - 1);
        trends += i > 0 && moved > 0.10 ? 1 : 0;
        ranges += i > 0 && moved < 0.03 ? 1 : 0;
        start = market.close();
      }
    }
    assertThat(jumps).isGreaterThan(100);
    assertThat(trends).isGreaterThan(100);
    assertThat(ranges).isGreaterThan(50);
  }

  @Test
  void prices_stay_far_from_zero() {
    for (long seed = 1; seed <= 3; seed++) {
      BuiltInMarket market = new BuiltInMarket(seed);
      double lowest = Double.MAX_VALUE;
      double highest = 0;
      for (int i = 0; i < 1_000_000; i++) { // 28 years
        market.advance();
        lowest = Math.min(lowest, market.low());
        highest = Math.max(highest, market.high());
      }
      System.out.printf("seed %d: from %.2f to %.2f in 28 years%n", seed, lowest, highest);
      assertThat(lowest).isGreaterThan(2_000);
      assertThat(highest).isLessThan(500_000);
    }
  }

  @Test
  @Tag("long")
  void a_million_bars_take_under_a_second() {
    new BuiltInMarket(9).skip(1_000_000);
    long start = System.nanoTime();
    new BuiltInMarket(1).skip(1_000_000);
    long millis = (System.nanoTime() - start) / 1_000_000;
    System.out.println("a million bars of the built-in market: " + millis + " ms");
    assertThat(millis).isLessThan(1000);
  }
}
