package sorte.change.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static sorte.change.edit.EditorTest.RSI_BELOW_35;
import static sorte.change.edit.EditorTest.VOLUME_TWICE;
import static sorte.change.edit.EditorTest.add;
import static sorte.change.edit.EditorTest.edited;
import static sorte.change.edit.EditorTest.entry;
import static sorte.change.edit.EditorTest.outcome;
import static sorte.change.edit.EditorTest.remove;
import static sorte.change.edit.EditorTest.set;

import java.util.List;
import org.junit.jupiter.api.Test;
import sorte.change.request.Comparison;
import sorte.change.request.Condition;
import sorte.change.request.Operand;
import sorte.change.request.Parameter;
import sorte.change.request.PriceKind;
import sorte.change.request.Rule;
import sorte.change.request.Side;

/// What edits drawn at random once broke, each in the place where it broke.
class StrangePlacesTest {
  private static final Condition CLOSE_RISING =
      Condition.slope(new Operand.Price(PriceKind.CLOSE), Comparison.RISING);
  private static final Condition HIGH_RISING =
      Condition.slope(new Operand.Price(PriceKind.HIGH), Comparison.RISING);

  private static String byHand(String name) {
    return Layouts.byHand(name).text();
  }

  @Test
  void terms_that_are_named_in_full_stay_so_when_they_invest_otherwise() {
    String with = edited(byHand("FullNames"), set(Parameter.POSITION_SIZE, "0.03"));
    assertThat(with)
        .contains(
            "return sorte.strategy.Terms.invest(p.positionSize()).stopLoss(this.p.stopLoss());");
  }

  @Test
  void a_comment_behind_the_last_condition_stays_with_it() {
    String commented = entry("fast.above(slow)\n        && rsi.below(70)");
    commented = commented.replace("rsi.below(70);", "rsi.below(70); // not too dear");
    String with = edited(commented, add(RuleMethod.ENTER_LONG, CLOSE_RISING));
    assertThat(with).contains("&& rsi.below(70) // not too dear\n        && close.rising();\n");
    assertThat(edited(with, remove(Rule.ENTRY, "price"))).isEqualTo(commented);
  }

  @Test
  void a_comment_behind_a_sign_at_the_end_of_its_line_stays_with_its_condition() {
    String commented =
        entry("fast.above(slow) &&\n        rsi.below(70)")
            .replace("rsi.below(70);", "rsi.below(70); // not too dear");
    String with = edited(commented, add(RuleMethod.ENTER_LONG, CLOSE_RISING));
    assertThat(with).contains("rsi.below(70) && // not too dear\n        close.rising();\n");
    assertThat(edited(with, remove(Rule.ENTRY, "price"))).isEqualTo(commented);
  }

  @Test
  void a_comment_behind_several_conditions_stays_with_those_left_in_its_line() {
    assertThat(
            edited(
                entry("fast.above(slow) && rsi.below(70) /* both */\n        && close.rising()"),
                remove(Rule.ENTRY, "rsi")))
        .contains("return fast.above(slow) /* both */\n        && close.rising();\n");
  }

  @Test
  void a_removed_condition_takes_its_comment_along_and_leaves_the_others() {
    String both =
        entry("fast.above(slow) // up\n        && rsi.below(70)")
            .replace("rsi.below(70);", "rsi.below(70); // not too dear");
    assertThat(edited(both, remove(Rule.ENTRY, "rsi")))
        .contains("return fast.above(slow); // up\n")
        .doesNotContain("not too dear");
    assertThat(
            edited(
                entry("rsi.below(70) // dear\n        // the trend\n        && fast.above(slow)"),
                remove(Rule.ENTRY, "rsi")))
        .contains("return\n        // the trend\n        fast.above(slow);");
    assertThat(
            edited(
                entry("rsi.below(70) // why\n        && close.rising() // and\n        "),
                remove(Rule.ENTRY, "price")))
        .contains("return rsi.below(70) // why\n        ;")
        .doesNotContain("// and");
  }

  @Test
  void a_comment_behind_the_terms_stays_with_its_call() {
    assertThat(
            edited(
                EditorTest.EMA_CROSS.replace(
                    ".takeProfit(p.takeProfit());", ".takeProfit(p.takeProfit()); // enough"),
                set(Parameter.TIME_STOP, "10")))
        .contains(".takeProfit(p.takeProfit()) // enough\n        .timeStop(p.timeStop());\n");
  }

  @Test
  void a_replaced_rule_takes_the_comments_of_its_line_along() {
    assertThat(
            edited(
                byHand("LongLines"),
                new Edit.SetRule(RuleMethod.ENTER_LONG, List.of(CLOSE_RISING))))
        .contains("    return close.rising();\n")
        .doesNotContain("one long line");
  }

  @Test
  void a_return_that_touches_its_parenthesis_stays_a_word() {
    assertThat(
            edited(
                byHand("OddSpacing"),
                new Edit.SetRule(RuleMethod.EXIT_LONG, List.of(CLOSE_RISING))))
        .contains("     return close.rising() ;");
    assertThat(
            edited(
                EditorTest.EMA_CROSS.replace(
                    "return fast.crossesAbove(slow)\n        && rsi",
                    "return(fast.above(slow) || close.rising()) && rsi"),
                remove(Rule.ENTRY, "rsi")))
        .contains("return fast.above(slow) || close.rising();");
  }

  @Test
  void hours_are_said_as_hours() {
    for (Edit edit :
        List.of(
            set(Parameter.TRADING_HOURS, "9"),
            new Edit.ScaleParameter(Parameter.TRADING_HOURS, java.math.BigDecimal.TWO),
            new Edit.ShiftParameter(Parameter.TRADING_HOURS, java.math.BigDecimal.ONE))) {
      assertThat(outcome(EditorTest.EMA_CROSS, edit))
          .isEqualTo(new EditOutcome.NotPossible(Phrase.of("bad-hours")));
    }
  }

  @Test
  void parameters_that_stand_beside_the_class_are_edited() {
    String source = byHand("ParametersOfTheFile");
    assertThat(edited(source, set(Parameter.ADX_THRESHOLD, "21")))
        .isEqualTo(source.replace("value = 25,", "value = 21,"));
    assertThat(edited(source, add(RuleMethod.ENTER_LONG, RSI_BELOW_35)))
        .contains(
            "double atrMultiplier,\n    @Bars(value = 14, min = 2, max = 400) int rsiPeriod,");
  }

  @Test
  void a_price_that_something_hides_is_not_written() {
    assertThat(outcome(byHand("Lambdas"), add(RuleMethod.ENTER_LONG, HIGH_RISING)))
        .isEqualTo(new EditOutcome.NotPossible(Phrase.of("hidden", "high", "Lambdas")));
    assertThat(
            outcome(
                EditorTest.EMA_CROSS.replace(
                    "return fast.crossesBelow(slow);",
                    "boolean volume = fast.crossesBelow(slow);\n    return volume;"),
                add(RuleMethod.EXIT_LONG, VOLUME_TWICE)))
        .isEqualTo(new EditOutcome.NotPossible(Phrase.of("hidden", "volume", "EmaCross")));
  }

  @Test
  void a_condition_that_a_variable_holds_is_taken_out() {
    assertThat(edited(byHand("SeveralReturns"), remove(Rule.EXIT, "rsi")))
        .contains("    boolean below = fast.below(slow);\n    return below;\n")
        .contains("if (rsi.above(70)) {");
  }

  @Test
  void saying_it_twice_never_reaches_the_other_side() {
    String source = byHand("BothSides");
    Edit edit = remove(Rule.EXIT, "vwap");
    String once = edited(source, edit);
    assertThat(once).contains("exitShort() {\n    return up() || close.value() > vwap.value()");
    assertThat(outcome(once, edit)).isInstanceOf(EditOutcome.Ambiguous.class);
    assertThat(edited(once, new Edit.RemoveCondition(Rule.EXIT, Side.SHORT, "vwap")))
        .contains("exitShort() {\n    return up() || cci.value() < 50.0;");
  }

  @Test
  void a_new_rule_takes_the_form_of_those_that_are_there() {
    assertThat(edited(byHand("TabsAndOwnLineBraces"), add(RuleMethod.ENTER_SHORT, CLOSE_RISING)))
        .contains(
            "\n\t@Override\n\tpublic boolean enterShort()\n\t{\n\t\treturn close.rising();\n\t}\n");
    assertThat(edited(byHand("OverridesInLine"), add(RuleMethod.ENTER_SHORT, RSI_BELOW_35)))
        .contains(
            "\n\n  @Override public boolean enterShort() { return rsi.below(p.rsiOversold()); }\n")
        .contains("\n  final Rsi rsi = rsi(p.rsiPeriod());\n");
    assertThat(edited(byHand("NoParameters"), add(RuleMethod.ENTER_SHORT, CLOSE_RISING)))
        .contains(
            "    return close.falling();\n  }\n  @Override\n  public boolean enterShort() {\n");
    assertThat(edited(byHand("NoParameters"), set(Parameter.STOP_LOSS, "0.02")))
        .contains(
            "  @Override\n  public Terms terms() {\n    return Terms.allIn()\n"
                + "        .stopLoss(p.stopLoss());\n  }\n");
  }

  @Test
  void a_field_comes_after_a_group_of_them() {
    assertThat(edited(byHand("GroupedFields"), add(RuleMethod.ENTER_LONG, VOLUME_TWICE)))
        .contains("rsi(14);\n  private final VolumeSma volumeSma = ");
  }

  @Test
  void a_number_with_a_comment_inside_is_not_written_over() {
    assertThat(
            outcome(
                byHand("Constants").replace("3 * PERCENT", "3 /* in a hundred */ * PERCENT"),
                set(Parameter.STOP_LOSS, "0.02")))
        .isEqualTo(
            new EditOutcome.NotPossible(
                Phrase.of("comment-within", "stop-loss", "3 /* in a hundred */ * PERCENT")));
  }
}
