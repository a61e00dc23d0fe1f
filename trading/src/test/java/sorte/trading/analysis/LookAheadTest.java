package sorte.trading.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import sorte.strategy.run.Signals;
import sorte.trading.backtest.Decisions;
import sorte.trading.market.Bars;
import sorte.trading.money.HoldingTerms;

class LookAheadTest {
  private final Bars bars = Waves.of(400);

  @Test
  void a_strategy_of_the_house_cannot_see_ahead() {
    LookAhead found = LookAhead.of(Deciding.of(Waves.CROSSING), bars, Waves.NO_SETTINGS, 20);
    assertThat(found.cuts()).hasSize(20);
    assertThat(found.compared()).isGreaterThan(1_000);
    assertThat(found.clean()).isTrue();
  }

  @Test
  void one_that_peeks_at_the_next_close_is_caught() {
    LookAhead found = LookAhead.of(peeking(1), bars, Waves.NO_SETTINGS, 20);
    assertThat(found.clean()).isFalse();
    assertThat(found.differences())
        .anySatisfy(d -> {
          assertThat(d.future()).isEqualTo(LookAhead.Future.NONE);
          assertThat(d.bar()).isEqualTo(d.cut() - 1);
        });
  }

  @Test
  void one_that_guesses_what_is_not_there_and_peeks_where_it_is_is_caught_by_another_future() {
    LookAhead found = LookAhead.of(whereThere(), bars, Waves.NO_SETTINGS, 20);
    assertThat(found.differences())
        .isNotEmpty()
        .allSatisfy(d -> assertThat(d.future()).isEqualTo(LookAhead.Future.OTHER));
  }

  @Test
  void terms_that_hang_on_all_bars_are_caught() {
    Deciding longAsTheFile = runs -> peeks(runs, given -> new Peeking(given, given.size() / 2, 1));
    LookAhead found = LookAhead.of(longAsTheFile, bars, Waves.NO_SETTINGS, 4);
    assertThat(found.differences()).anySatisfy(d -> assertThat(d.bar()).isEqualTo(-1));
  }

  @Test
  void the_mirrored_future_is_sound_and_leaves_the_past_alone() {
    Bars other = LookAhead.mirrored(bars, 200);
    assertThat(other.size()).isEqualTo(400);
    for (int i = 0; i < 200; i++) {
      assertThat(other.bar(i)).isEqualTo(bars.bar(i));
    }
    assertThat(other.close(250) > bars.close(199)).isEqualTo(bars.close(250) < bars.close(199));
  }

  private static Deciding peeking(int ahead) {
    return runs -> peeks(runs, given -> new Peeking(given, 1, ahead));
  }

  private static List<Decisions> peeks(
      List<Deciding.Run> runs, java.util.function.Function<Bars, Decisions> peek) {
    return runs.stream().map(run -> peek.apply(run.bars())).toList();
  }

  /// Peeks at whole files; on one that ends where it stands it says what the whole file would have
  /// made it say, as a strategy with memory of an earlier run could.
  private Deciding whereThere() {
    return runs ->
        peeks(runs, given -> new Peeking(given.size() < bars.size() ? bars : given, 1, 1));
  }

  private static final class Peeking implements Decisions {
    private final Bars all;
    private final int first;
    private final int ahead;
    private int bar = -1;

    Peeking(Bars all, int first, int ahead) {
      this.all = all;
      this.first = first;
      this.ahead = ahead;
    }

    @Override
    public int firstDecisionBar() {
      return first;
    }

    @Override
    public HoldingTerms terms() {
      return HoldingTerms.ALL_IN;
    }

    @Override
    public int onBar(long time, double open, double high, double low, double close, double volume) {
      bar++;
      int seen = Math.min(all.size() - 1, bar + ahead);
      return all.close(seen) > close ? Signals.ENTER_LONG : Signals.EXIT_LONG;
    }

    @Override
    public double stopDistance() {
      return Double.NaN;
    }
  }
}
