package sorte.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import sorte.strategy.run.FeedSlot;

class LineTest {
  private final Tape tape = new Market(new FeedSlot(), ZoneOffset.UTC).tape;

  private Price line(double before, double now) {
    Price line = new Price(tape, "");
    line.set(before);
    line.set(now);
    return line;
  }

  @Test
  void a_crossing_is_strict_on_both_bars() {
    Price ten = line(10, 10);
    assertThat(line(9, 11).crossesAbove(ten)).isTrue();
    assertThat(line(11, 9).crossesBelow(ten)).isTrue();
    assertThat(line(10, 11).crossesAbove(ten)).as("from a touch").isFalse();
    assertThat(line(9, 10).crossesAbove(ten)).as("to a touch").isFalse();
    assertThat(line(10, 9).crossesBelow(ten)).as("from a touch").isFalse();
    assertThat(line(11, 10).crossesBelow(ten)).as("to a touch").isFalse();
    assertThat(line(11, 12).crossesAbove(ten)).as("above already").isFalse();
  }

  @Test
  void a_crossing_of_a_line_looks_at_where_that_line_was() {
    assertThat(line(5, 5).crossesAbove(line(6, 4))).isTrue();
    assertThat(line(5, 5).crossesBelow(line(4, 6))).isTrue();
    assertThat(line(5, 7).crossesAbove(line(4, 6))).isFalse();
  }

  @Test
  void a_crossing_of_a_number_looks_at_the_number() {
    assertThat(line(29, 31).crossesAbove(30)).isTrue();
    assertThat(line(30, 31).crossesAbove(30)).isFalse();
    assertThat(line(31, 29).crossesBelow(30)).isTrue();
  }

  @Test
  void a_line_may_be_compared_with_another_times_a_number() {
    Price volume = line(15, 25);
    Price average = line(10, 10);
    assertThat(volume.above(average.times(2))).isTrue();
    assertThat(volume.below(average.times(2))).isFalse();
    assertThat(volume.atOrAbove(average.times(2.5))).isTrue();
    assertThat(volume.atOrBelow(average.times(2.5))).isTrue();
    assertThat(volume.crossesAbove(average.times(2))).isTrue();
    assertThat(volume.crossesAbove(average.times(3))).isFalse();
    assertThat(line(25, 15).crossesBelow(average.times(2))).isTrue();
  }

  @Test
  void a_product_is_the_same_object_each_time_and_follows_its_line() {
    Price line = line(1, 2);
    Scaled twice = line.times(2);
    assertThat(line.times(2)).isSameAs(twice);
    line.set(5);
    assertThat(twice.value()).isEqualTo(10);
    assertThat(twice.previous()).isEqualTo(4);
    for (int factor = 10; factor < 40; factor++) {
      assertThat(line.times(factor).value()).isEqualTo(5.0 * factor);
    }
  }

  @Test
  void rising_and_falling_are_strict() {
    assertThat(line(1, 2).rising()).isTrue();
    assertThat(line(2, 1).falling()).isTrue();
    assertThat(line(2, 2).rising()).isFalse();
    assertThat(line(2, 2).falling()).isFalse();
  }

  @Test
  void at_or_above_counts_a_touch_and_above_does_not() {
    Price two = line(0, 2);
    assertThat(two.above(2)).isFalse();
    assertThat(two.atOrAbove(2)).isTrue();
    assertThat(two.below(2)).isFalse();
    assertThat(two.atOrBelow(2)).isTrue();
    assertThat(two.above(line(9, 1))).isTrue();
    assertThat(two.below(line(0, 3))).isTrue();
    assertThat(two.atOrBelow(line(0, 2))).isTrue();
    assertThat(two.atOrAbove(line(0, 2))).isTrue();
  }

  @Test
  void what_is_not_a_number_satisfies_nothing() {
    Price nothing = line(Double.NaN, Double.NaN);
    Price one = line(1, 1);
    assertThat(nothing.above(one) || nothing.below(one)).isFalse();
    assertThat(nothing.atOrAbove(one) || nothing.atOrBelow(one)).isFalse();
    assertThat(nothing.crossesAbove(one) || nothing.crossesBelow(one)).isFalse();
    assertThat(nothing.rising() || nothing.falling()).isFalse();
    assertThat(one.above(nothing) || one.atOrBelow(nothing)).isFalse();
  }
}
