package sorte.change.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import sorte.change.judge.Evidence;
import sorte.change.judge.Interval;
import sorte.change.judge.Judgement;

class AnalysisTest {
  private static final long FOUR_HOURS = 4 * 3_600_000L;

  @Test
  void the_margin_is_said_in_money_a_month_beside_the_interval() {
    Interval interval = new Interval(-0.0001, 0.0, 0.0002);
    Judgement judgement =
        new Judgement.NotWorse(new Evidence(400, 120, 0.5, 130, 2, 0.01, 0, 1, interval));
    Money money = Money.of(interval, 0.00025, 10_000, FOUR_HOURS);
    Analysis analysis = Analysis.of("canary", 0.25, judgement, money);

    // 180 bars of four hours in 30 days
    assertThat(money.margin()).isCloseTo(450, within(1e-6));
    assertThat(analysis.text().get("en")).contains("at most 450.00 a month");
    assertThat(analysis.text().get("pt")).contains("no máximo 450,00 por mês");
    assertThat(analysis.toJson().path("moneyAMonth").path("margin").asDouble())
        .isCloseTo(450, within(1e-6));
  }
}
