package sorte.strategy.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import sorte.strategy.Bars;
import sorte.strategy.Fraction;
import sorte.strategy.Level;
import sorte.strategy.Market;
import sorte.strategy.Strategy;

class StrategyTypeTest {
  private static final StrategyType FOLLOW = StrategyType.of(Samples.Follow.class);

  @Test
  void a_type_tells_its_name_and_parameters() {
    assertThat(FOLLOW.name()).isEqualTo("follow");
    assertThat(FOLLOW.parameters())
        .containsExactly(
            new ParameterSpec("maPeriod", ParameterSpec.Kind.BARS, 3, 2, 50),
            new ParameterSpec("atrMultiplier", ParameterSpec.Kind.MULTIPLE, 2, 0.5, 5),
            new ParameterSpec("stopLoss", ParameterSpec.Kind.FRACTION, 0.03, 0.002, 0.2),
            new ParameterSpec("rsiOversold", ParameterSpec.Kind.LEVEL, 30, 5, 50));
  }

  /// Fails the moment any of its code runs.
  public static final class Untouchable extends Strategy<Untouchable.Parameters> {
    static {
      refuse();
    }

    public record Parameters(@Bars(value = 3, min = 2, max = 50) int maPeriod) {}

    public Untouchable(Market market, Parameters p) {
      super(market, p);
    }

    private static void refuse() {
      throw new IllegalStateException("ran");
    }
  }

  @Test
  void a_type_is_read_without_running_the_class() {
    assertThat(StrategyType.of(Untouchable.class).parameters()).hasSize(1);
  }

  @Test
  void all_problems_come_in_one_message_with_their_bounds() {
    Map<String, Double> settings = new TreeMap<>();
    settings.put("stop-loss", 0.5);
    settings.put("ma.period", 2.5);
    settings.put("fast", 1.0);
    settings.put("RSI oversold", Double.NaN);
    assertThatThrownBy(() -> Runner.start(FOLLOW, settings))
        .isInstanceOf(BadSettings.class)
        .hasMessage(
            "rsi.oversold must be between 5 and 50, was NaN; "
                + "follow has no parameter fast: it has ma.period, atr.multiplier, stop-loss, "
                + "rsi.oversold; "
                + "ma.period must be a whole number of bars between 2 and 50, was 2.5; "
                + "stop-loss must be between 0.002 and 0.2, was 0.5");
    assertThat(FOLLOW.problems(settings)).hasSize(4);
  }

  @Test
  void both_bounds_are_within() {
    assertThat(FOLLOW.problems(Map.of("stop-loss", 0.002, "atr.multiplier", 5.0))).isEmpty();
    assertThat(FOLLOW.problems(Map.of("stop-loss", 0.0019))).hasSize(1);
  }

  @Test
  void a_parameter_set_by_two_spellings_is_refused() {
    assertThat(FOLLOW.problems(Map.of("stop-loss", 0.1, "stopLoss", 0.2)))
        .extracting(SettingProblem::text)
        .containsExactly("stop-loss is set twice: say it once");
  }

  public static final class Careless extends Strategy<Careless.Parameters> {
    public record Parameters(
        int bare,
        @Bars(value = 3, min = 2, max = 50) double wrongType,
        @Fraction(value = 0.5, min = 0, max = 1) float narrow,
        @Level(value = 9, min = 1, max = 5) double outside,
        @Level(value = 1, min = 1, max = 5) double stopLoss,
        @Level(value = 1, min = 1, max = 5) double stoploss,
        @Bars(value = 2, min = 1, max = 5) @Level(value = 1, min = 1, max = 5) int both) {}

    public Careless(Market market, Parameters p) {
      super(market, p);
    }
  }

  @Test
  void a_parameter_that_is_badly_declared_is_named_with_all_others() {
    assertThatThrownBy(() -> StrategyType.of(Careless.class))
        .isInstanceOf(BadStrategy.class)
        .hasMessageContaining("bare needs one of @Bars, @Fraction, @Level, @Multiple, @Money")
        .hasMessageContaining("wrongType must be an int to be counted so, was double")
        .hasMessageContaining("narrow must be a double to be counted so, was float")
        .hasMessageContaining("outside: the default must lie between finite bounds, was 9")
        .hasMessageContaining("stoploss and stopLoss are one name to people")
        .hasMessageContaining("both needs one of");
  }

  public static final class NoConstructor extends Strategy<NoConstructor.Parameters> {
    public record Parameters() {}

    public NoConstructor(Market market) {
      super(market, new Parameters());
    }
  }

  public abstract static class Unfinished extends Strategy<Unfinished.Parameters> {
    public record Parameters() {}

    protected Unfinished(Market market, Parameters p) {
      super(market, p);
    }
  }

  @Test
  void a_class_of_another_shape_is_refused() {
    assertThatThrownBy(() -> StrategyType.of(String.class))
        .isInstanceOf(BadStrategy.class)
        .hasMessageContaining("java.lang.String must extend Strategy<P>");
    assertThatThrownBy(() -> StrategyType.of(NoConstructor.class))
        .hasMessageContaining(
            "must have the constructor NoConstructor(Market market, Parameters p)");
    assertThatThrownBy(() -> StrategyType.of(Unfinished.class)).isInstanceOf(BadStrategy.class);
  }
}
