package sorte.trading.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BarBuilderTest {
  private static final long MINUTE = 60_000;

  @Test
  void trades_make_a_bar_that_is_complete_at_the_first_trade_after_it() {
    BarBuilder builder = new BarBuilder(MINUTE);
    assertThat(builder.trade(60_000, 10, 1)).isEmpty();
    assertThat(builder.trade(70_000, 12, 2)).isEmpty();
    assertThat(builder.trade(119_999, 9, 3)).isEmpty();
    assertThat(builder.last()).isEmpty();
    assertThat(builder.trade(180_000, 11, 1)).contains(new Bar(60_000, 10, 12, 9, 9, 6));
    assertThat(builder.closeBefore(239_999)).isEmpty();
    assertThat(builder.closeBefore(240_000)).contains(new Bar(180_000, 11, 11, 11, 11, 1));
  }

  @Test
  void a_slow_line_holds_its_last_completed_bar() {
    BarBuilder quarter = new BarBuilder(15 * MINUTE);
    Bars minutes = minutes(46, 3);
    for (int i = 0; i < minutes.size(); i++) {
      List<Bar> complete = quarter.bar(minutes.bar(i), MINUTE);
      assertThat(complete).hasSize(i % 15 == 14 ? 1 : 0);
      Optional<Long> shown = quarter.last().map(Bar::time);
      assertThat(shown)
          .isEqualTo(i < 14 ? Optional.empty() : Optional.of(((i + 1) / 15 - 1) * 15 * MINUTE));
    }
  }

  @Test
  void several_timeframes_of_one_base_agree_with_each_other() {
    long seed = 11;
    Bars minutes = minutes(6 * 240, seed);
    List<Bar> straight = resampled(minutes, MINUTE, 240 * MINUTE);
    Bars quarters = Bars.of(resampled(minutes, MINUTE, 15 * MINUTE));
    assertThat(resampled(quarters, 15 * MINUTE, 240 * MINUTE))
        .as("seed %d", seed)
        .hasSize(6)
        .usingRecursiveComparison()
        .withComparatorForType((a, b) -> Math.abs(a - b) < 1e-9 * a ? 0 : 1, Double.class)
        .isEqualTo(straight);
    assertThat(straight.getFirst().open()).isEqualTo(minutes.open(0));
    assertThat(straight.getFirst().close()).isEqualTo(minutes.close(239));
  }

  @Test
  void trades_and_smaller_bars_make_the_same_bar() {
    long seed = 5;
    SplittableRandom random = new SplittableRandom(seed);
    BarBuilder ofTrades = new BarBuilder(5 * MINUTE);
    BarBuilder minutes = new BarBuilder(MINUTE);
    BarBuilder ofBars = new BarBuilder(5 * MINUTE);
    List<Bar> one = new ArrayList<>();
    List<Bar> other = new ArrayList<>();
    long time = 0;
    for (int i = 0; i < 5_000; i++) {
      time += random.nextLong(4_000);
      double price = 100 + random.nextInt(200) / 8.0;
      double quantity = random.nextInt(1, 50) / 4.0; // sums of quarters are exact in any order
      ofTrades.trade(time, price, quantity).ifPresent(one::add);
      minutes.trade(time, price, quantity).ifPresent(b -> other.addAll(ofBars.bar(b, MINUTE)));
    }
    assertThat(other).as("seed %d", seed).hasSizeGreaterThan(20);
    assertThat(one.subList(0, other.size())).isEqualTo(other);
  }

  @Test
  void where_bars_are_missing_the_bar_ends_at_the_next_one_there_is() {
    BarBuilder builder = new BarBuilder(5 * MINUTE);
    Bar first = new Bar(0, 10, 11, 9, 10, 1);
    assertThat(builder.bar(first, MINUTE)).isEmpty();
    Bar last = new Bar(9 * MINUTE, 20, 21, 19, 20, 2);
    assertThat(builder.bar(last, MINUTE))
        .containsExactly(first, new Bar(5 * MINUTE, 20, 21, 19, 20, 2));
  }

  @Test
  void what_goes_back_in_time_or_does_not_divide_is_refused() {
    BarBuilder builder = new BarBuilder(5 * MINUTE);
    builder.trade(100, 1, 1);
    assertThatThrownBy(() -> builder.trade(99, 1, 1)).hasMessageContaining("99 came after 100");
    Bar bar = new Bar(4 * MINUTE, 1, 1, 1, 1, 1);
    assertThatThrownBy(() -> builder.bar(bar, 2 * MINUTE)).hasMessageContaining("cannot be made");
    assertThatThrownBy(() -> new BarBuilder(0)).hasMessageContaining("above 0");
  }

  private static List<Bar> resampled(Bars bars, long smaller, long millis) {
    BarBuilder builder = new BarBuilder(millis);
    List<Bar> made = new ArrayList<>();
    for (int i = 0; i < bars.size(); i++) {
      made.addAll(builder.bar(bars.bar(i), smaller));
    }
    return made;
  }

  private static Bars minutes(int count, long seed) {
    Bars wild = new MarketSource.BuiltIn(seed).from(0).take(count);
    Bars.Builder minutes = new Bars.Builder(count);
    for (int i = 0; i < count; i++) {
      Bar b = wild.bar(i);
      minutes.add(i * MINUTE, b.open(), b.high(), b.low(), b.close(), b.volume());
    }
    return minutes.build();
  }
}
