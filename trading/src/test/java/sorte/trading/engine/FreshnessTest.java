package sorte.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FreshnessTest {
  private static final long MINUTE = 60_000;

  @Test
  void a_bar_is_old_news_when_the_next_one_is_over_too() {
    Freshness five = new Freshness(5);
    assertThat(five.staleBar(5 * MINUTE + Freshness.GRACE_MILLIS)).isFalse();
    assertThat(five.staleBar(5 * MINUTE + Freshness.GRACE_MILLIS + 1)).isTrue();
  }

  @Test
  void a_market_is_silent_when_its_next_bar_is_missing() {
    Freshness one = new Freshness(1);
    assertThat(one.silent(MINUTE + 1_000)).isFalse();
    assertThat(one.silent(2 * MINUTE + Freshness.GRACE_MILLIS + 1)).isTrue();
  }
}
