package sorte.change.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import sorte.change.request.Comparison;
import sorte.change.request.Condition;
import sorte.change.request.IndicatorKind;
import sorte.change.request.Operand;
import sorte.change.request.Parameter;
import sorte.change.request.Rule;

class EditorTest {
  static final String EMA_CROSS =
      """
      package sorte.strategies;

      import sorte.strategy.Bars;
      import sorte.strategy.Ema;
      import sorte.strategy.Fraction;
      import sorte.strategy.Level;
      import sorte.strategy.Market;
      import sorte.strategy.Rsi;
      import sorte.strategy.Strategy;
      import sorte.strategy.Terms;

      /// Buys when a fast average crosses above a slow one and the market is not overbought.
      public final class EmaCross extends Strategy<EmaCross.Parameters> {

        public record Parameters(
            @Bars(value = 12, min = 2, max = 100) int fastMaPeriod,
            @Bars(value = 26, min = 3, max = 400) int slowMaPeriod,
            @Bars(value = 14, min = 2, max = 100) int rsiPeriod,
            @Level(value = 70, min = 50, max = 95) double rsiOverbought,
            @Fraction(value = 0.03, min = 0.002, max = 0.20) double stopLoss,
            @Fraction(value = 0.06, min = 0.005, max = 0.50) double takeProfit) {}

        private final Ema fast = ema(p.fastMaPeriod());
        private final Ema slow = ema(p.slowMaPeriod());
        private final Rsi rsi = rsi(p.rsiPeriod());

        public EmaCross(Market market, Parameters p) {
          super(market, p);
        }

        @Override
        public boolean enterLong() {
          return fast.crossesAbove(slow)
              && rsi.below(p.rsiOverbought());
        }

        @Override
        public boolean exitLong() {
          return fast.crossesBelow(slow);
        }

        @Override
        public Terms terms() {
          return Terms.allIn()
              .stopLoss(p.stopLoss())
              .takeProfit(p.takeProfit());
        }
      }
      """;

  static final Condition RSI_BELOW_35 =
      Condition.of(
          Operand.Indicator.of(IndicatorKind.RSI), Comparison.BELOW, new Operand.Level(35));
  static final Condition VOLUME_TWICE =
      new Condition(
          new Operand.Volume(),
          Comparison.ABOVE,
          Operand.Indicator.of(IndicatorKind.VOLUME_SMA),
          2);

  static String edited(String source, Edit... edits) {
    EditOutcome outcome = new Editor().apply(source, List.of(edits));
    assertThat(outcome).as(source).isInstanceOf(EditOutcome.Edited.class);
    return ((EditOutcome.Edited) outcome).text();
  }

  static EditOutcome outcome(String source, Edit... edits) {
    return new Editor().apply(source, List.of(edits));
  }

  static Edit add(RuleMethod rule, Condition... conditions) {
    return new Edit.AddCondition(rule, List.of(conditions));
  }

  static Edit set(Parameter parameter, String value) {
    return new Edit.SetParameter(parameter, new BigDecimal(value));
  }

  static Edit remove(Rule on, String indicator) {
    return new Edit.RemoveCondition(on, null, indicator);
  }

  /// A strategy with this entry rule.
  static String entry(String expression) {
    return EMA_CROSS.replace(
        "fast.crossesAbove(slow)\n        && rsi.below(p.rsiOverbought())", expression);
  }

  @Test
  void a_parameter_changes_its_value_and_no_other_byte() {
    assertThat(edited(EMA_CROSS, set(Parameter.STOP_LOSS, "0.02")))
        .isEqualTo(EMA_CROSS.replace("value = 0.03,", "value = 0.02,"));
    assertThat(edited(EMA_CROSS, set(Parameter.RSI_OVERBOUGHT, "75.0")))
        .isEqualTo(EMA_CROSS.replace("value = 70,", "value = 75,"));
  }

  @Test
  void relative_changes_are_computed_in_decimal() {
    assertThat(
            edited(
                EMA_CROSS,
                new Edit.ShiftParameter(Parameter.STOP_LOSS, new BigDecimal("-0.01")),
                new Edit.ScaleParameter(Parameter.TAKE_PROFIT, new BigDecimal("1.2")),
                new Edit.ScaleParameter(Parameter.SLOW_MA_PERIOD, new BigDecimal("2"))))
        .isEqualTo(
            EMA_CROSS
                .replace("value = 0.03,", "value = 0.02,")
                .replace("value = 0.06,", "value = 0.072,")
                .replace("value = 26,", "value = 52,"));
  }

  @Test
  void a_value_out_of_bounds_is_refused_with_the_bounds() {
    assertThat(outcome(EMA_CROSS, set(Parameter.STOP_LOSS, "0.5")))
        .isEqualTo(
            new EditOutcome.OutOfBounds(
                "stop-loss",
                new BigDecimal("0.5"),
                new BigDecimal("0.002"),
                new BigDecimal("0.2")));
  }

  @Test
  void a_refusal_among_several_edits_writes_nothing() {
    assertThat(
            outcome(EMA_CROSS, set(Parameter.STOP_LOSS, "0.02"), set(Parameter.TAKE_PROFIT, "0.9")))
        .isInstanceOf(EditOutcome.OutOfBounds.class);
  }

  @Test
  void the_same_edit_a_second_time_is_already_so() {
    for (Edit edit :
        List.of(
            set(Parameter.STOP_LOSS, "0.02"),
            set(Parameter.TIME_STOP, "10"),
            new Edit.SetTradingHours("09:00-17:00"),
            add(RuleMethod.ENTER_LONG, RSI_BELOW_35),
            add(RuleMethod.ENTER_LONG, RSI_BELOW_35, VOLUME_TWICE),
            add(RuleMethod.EXIT_LONG, VOLUME_TWICE),
            new Edit.SetRule(RuleMethod.ENTER_LONG, List.of(RSI_BELOW_35)))) {
      assertThat(outcome(edited(EMA_CROSS, edit), edit))
          .as(edit.toString())
          .isInstanceOf(EditOutcome.AlreadySo.class);
    }
  }

  @Test
  void half_bars_are_refused_and_limits_of_the_owner_are_not_strategy_source() {
    assertThat(outcome(EMA_CROSS, set(Parameter.RSI_PERIOD, "14.5")))
        .isInstanceOf(EditOutcome.NotPossible.class);
    assertThat(outcome(EMA_CROSS, set(Parameter.LEVERAGE, "2")))
        .isInstanceOf(EditOutcome.NotPossible.class);
  }

  @Test
  void a_condition_uses_the_indicator_there_is_and_brings_a_threshold() {
    assertThat(edited(EMA_CROSS, add(RuleMethod.ENTER_LONG, RSI_BELOW_35)))
        .isEqualTo(
            EMA_CROSS
                .replace(
                    "double takeProfit) {}",
                    "double takeProfit,\n"
                        + "      @Level(value = 35, min = 5, max = 50) double rsiOversold) {}")
                .replace(
                    "&& rsi.below(p.rsiOverbought());",
                    "&& rsi.below(p.rsiOverbought())\n        && rsi.below(p.rsiOversold());"));
  }

  @Test
  void a_new_indicator_comes_with_field_parameter_and_import() {
    String with = edited(EMA_CROSS, add(RuleMethod.ENTER_LONG, VOLUME_TWICE));
    assertThat(with)
        .contains("import sorte.strategy.Terms;\nimport sorte.strategy.VolumeSma;\n")
        .contains("@Bars(value = 20, min = 2, max = 400) int volumePeriod) {}")
        .contains(
            "rsi(p.rsiPeriod());\n"
                + "  private final VolumeSma volumeSma = volumeSma(p.volumePeriod());\n")
        .contains("\n        && volume.above(volumeSma.times(2));");
  }

  @Test
  void an_added_exit_is_one_more_reason_and_conditions_of_one_sentence_hold_together() {
    assertThat(edited(EMA_CROSS, add(RuleMethod.EXIT_LONG, RSI_BELOW_35, VOLUME_TWICE)))
        .contains(
            "return fast.crossesBelow(slow)\n"
                + "        || (rsi.below(p.rsiOversold()) && volume.above(volumeSma.times(2)));");
  }

  @Test
  void mixed_precedence_gets_parentheses_and_loses_them_again() {
    String or = entry("fast.above(slow) && rsi.below(70) || close.above(slow)");
    String with = edited(or, add(RuleMethod.ENTER_LONG, VOLUME_TWICE));
    assertThat(with)
        .contains(
            "return (fast.above(slow) && rsi.below(70) || close.above(slow))\n"
                + "        && volume.above(volumeSma.times(2));");
    assertThat(edited(with, remove(Rule.ENTRY, "volume"))).isEqualTo(or);
  }

  @Test
  void a_removed_filter_takes_along_what_nobody_else_uses() {
    String without = edited(EMA_CROSS, remove(Rule.ENTRY, "rsi"));
    assertThat(without)
        .contains("return fast.crossesAbove(slow);")
        .doesNotContainIgnoringCase("rsi")
        .doesNotContain("Level");
  }

  @Test
  void a_negated_condition_and_a_helper_method_are_understood() {
    assertThat(
            edited(
                entry("fast.above(slow) && !(rsi.above(70) || close.below(slow))"),
                remove(Rule.ENTRY, "rsi")))
        .contains("return fast.above(slow) && !(close.below(slow));");
    String helper =
        entry("fast.above(slow) && calm()")
            .replace(
                "  @Override\n  public Terms",
                "  private boolean calm() {\n    return rsi.below(70);\n  }\n\n"
                    + "  @Override\n  public Terms");
    assertThat(edited(helper, remove(Rule.ENTRY, "rsi")))
        .contains("return fast.above(slow);")
        .doesNotContain("calm");
  }

  @Test
  void the_last_condition_is_a_question_back() {
    assertThat(outcome(entry("rsi.below(30)"), remove(Rule.ENTRY, "rsi")))
        .isInstanceOf(EditOutcome.Ambiguous.class);
  }

  @Test
  void several_indicators_of_the_kind_are_a_question_with_both_as_options() {
    EditOutcome outcome =
        outcome(
            EMA_CROSS,
            add(
                RuleMethod.ENTER_LONG,
                Condition.of(
                    new Operand.Price(sorte.change.request.PriceKind.CLOSE),
                    Comparison.ABOVE,
                    Operand.Indicator.of(IndicatorKind.EMA))));
    assertThat(outcome).isInstanceOf(EditOutcome.Ambiguous.class);
    assertThat(((EditOutcome.Ambiguous) outcome).options())
        .extracting(o -> o.in(sorte.change.request.Language.EN))
        .containsExactly("fast (12)", "slow (26)");
  }

  @Test
  void constants_expressions_and_literals_as_values_are_edited_where_they_stand() {
    String constant =
        EMA_CROSS
            .replace("value = 0.03,", "value = STOP,")
            .replace(
                "  private final Ema fast",
                "  private static final double STOP = 3 / 100.0;\n  private final Ema fast");
    assertThat(edited(constant, set(Parameter.STOP_LOSS, "0.02"))).contains("value = 0.02,");
    assertThat(
            edited(
                EMA_CROSS
                    .replace(".stopLoss(p.stopLoss())", ".stopLoss(0.03)")
                    .replace("double stopLoss", "double unusedLoss"),
                set(Parameter.STOP_LOSS, "0.02")))
        .contains(".stopLoss(0.02)");
  }

  @Test
  void what_the_terms_know_is_added_with_its_call() {
    String with =
        edited(EMA_CROSS, set(Parameter.TIME_STOP, "10"), set(Parameter.POSITION_SIZE, "0.5"));
    assertThat(with)
        .contains("@Bars(value = 10, min = 1, max = 1000) int timeStop,")
        .contains("@Fraction(value = 0.5, min = 0.01, max = 1) double positionSize) {}")
        .contains("return Terms.invest(p.positionSize())\n        .stopLoss(p.stopLoss())")
        .contains(".takeProfit(p.takeProfit())\n        .timeStop(p.timeStop());");
  }

  @Test
  void a_missing_rule_is_made_in_the_contracts_order() {
    assertThat(edited(EMA_CROSS, add(RuleMethod.ENTER_SHORT, RSI_BELOW_35)))
        .contains(
            "    return fast.crossesBelow(slow);\n  }\n\n"
                + "  @Override\n  public boolean enterShort() {\n"
                + "    return rsi.below(p.rsiOversold());\n  }\n\n"
                + "  @Override\n  public Terms terms()");
  }

  @Test
  void a_file_that_does_not_parse_or_hides_code_is_left_alone() {
    Edit edit = set(Parameter.STOP_LOSS, "0.02");
    for (String bad :
        List.of(
            EMA_CROSS.replace("super(market, p);", "super(market, p)"),
            EMA_CROSS.replace("/// Buys", "// \\u000a\n/// Buys"),
            EMA_CROSS + "\u0000",
            EMA_CROSS.replace("return fast.crossesBelow", "return " + "(".repeat(200) + "fast"),
            "",
            "class A {}")) {
      assertThat(outcome(bad, edit)).isInstanceOf(EditOutcome.NotPossible.class);
    }
  }

  @Test
  void every_phrase_exists_in_both_languages() throws Exception {
    var pt = sorte.trading.words.Phrasebook.load("sorte/change/edit/words", "pt");
    var en = sorte.trading.words.Phrasebook.load("sorte/change/edit/words", "en");
    assertThat(pt.keys()).isEqualTo(en.keys()).hasSizeGreaterThan(40);
  }

  @Test
  void a_created_strategy_stands_in_the_contracts_order() {
    EditOutcome outcome =
        NewStrategy.create(
            "Dip Buyer",
            sorte.change.request.Side.LONG,
            List.of(RSI_BELOW_35),
            List.of(VOLUME_TWICE),
            java.util.Set.of("EmaCross"));
    assertThat(((EditOutcome.Edited) outcome).text())
        .containsSubsequence(
            "public final class DipBuyer extends Strategy<DipBuyer.Parameters> {",
            "int rsiPeriod,",
            "private final Rsi rsi",
            "public DipBuyer(Market",
            "enterLong()",
            "return rsi.below(p.rsiOversold());",
            "exitLong()");
    for (String name : List.of("ema-cross", "../x", "x\"; evil", "", "9lives", "strategy")) {
      assertThat(
              NewStrategy.create(
                  name,
                  sorte.change.request.Side.LONG,
                  List.of(RSI_BELOW_35),
                  List.of(),
                  java.util.Set.of("EmaCross")))
          .as(name)
          .isInstanceOf(EditOutcome.NotPossible.class);
    }
  }
}
