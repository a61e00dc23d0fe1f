package sorte.change.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static sorte.change.edit.EditorTest.EMA_CROSS;
import static sorte.change.edit.EditorTest.edited;
import static sorte.change.edit.EditorTest.entry;
import static sorte.change.edit.EditorTest.outcome;

import java.util.List;
import org.junit.jupiter.api.Test;

class RefactoringTest {
  private static final String UNTIDY = Layouts.byHand("Untidy").text();

  private static void refused(String source, Edit edit, String key) {
    EditOutcome outcome = outcome(source, edit);
    assertThat(outcome).as(edit.toString()).isInstanceOf(EditOutcome.NotPossible.class);
    assertThat(((EditOutcome.NotPossible) outcome).why().key()).isEqualTo(key);
  }

  @Test
  void a_field_is_renamed_in_all_its_uses_and_no_other_byte() {
    assertThat(edited(EMA_CROSS, new Edit.Rename("fast", "quick")))
        .isEqualTo(
            EMA_CROSS.replace("Ema fast", "Ema quick").replace("return fast.", "return quick."));
    assertThat(edited(EMA_CROSS, new Edit.Rename("rsi", "strength")))
        .contains("private final Rsi strength = rsi(p.rsiPeriod());")
        .contains("&& strength.below(p.rsiOverbought());");
  }

  @Test
  void a_parameter_is_renamed_where_it_is_declared_and_read() {
    assertThat(edited(EMA_CROSS, new Edit.Rename("stopLoss", "pain")))
        .isEqualTo(
            EMA_CROSS
                .replace("double stopLoss", "double pain")
                .replace("p.stopLoss()", "p.pain()"));
  }

  @Test
  void a_nested_type_is_renamed_with_its_constructors() {
    assertThat(edited(Layouts.byHand("OwnIndicator").text(), new Edit.Rename("Gap", "Hole")))
        .contains("use(new Hole(open, close))")
        .contains("static final class Hole extends Indicator {")
        .contains("    Hole(Line open, Line close) {");
  }

  @Test
  void names_that_are_taken_or_not_ones_own_are_refused() {
    refused(EMA_CROSS, new Edit.Rename("fast", "slow"), "name-in-use");
    refused(EMA_CROSS, new Edit.Rename("fast", "high"), "name-in-use");
    refused(EMA_CROSS, new Edit.Rename("fast", "class"), "bad-identifier");
    refused(EMA_CROSS, new Edit.Rename("fast", "a b"), "bad-identifier");
    refused(EMA_CROSS, new Edit.Rename("enterLong", "goLong"), "called-by-the-house");
    refused(EMA_CROSS, new Edit.Rename("EmaCross", "EmaTrend"), "rename-strategy");
    refused(EMA_CROSS, new Edit.Rename("nobody", "somebody"), "no-such-name");
    refused(Layouts.byHand("OwnIndicator").text(), new Edit.Rename("open", "first"), "named-twice");
  }

  @Test
  void numbers_get_names_from_where_they_stand() {
    assertThat(edited(UNTIDY, new Edit.ExtractConstants("exitLong")))
        .contains(
            "  private static final double NOBODYS = 1.5;\n"
                + "  private static final int RSI_ABOVE = 80;\n")
        .contains("rsi.above(RSI_ABOVE)");
    assertThat(edited(entry("rsi.below(30) && fast.above(0)"), new Edit.ExtractConstants(null)))
        .contains("Parameters> {\n  private static final int RSI_BELOW = 30;\n\n  public record")
        .contains("rsi.below(RSI_BELOW) && fast.above(0)");
    assertThat(outcome(EMA_CROSS, new Edit.ExtractConstants(null)))
        .isInstanceOf(EditOutcome.AlreadySo.class);
  }

  @Test
  void what_two_rules_say_becomes_a_method() {
    String trend =
        Styles.text(
            Styles.shipped().stream()
                .filter(f -> f.endsWith("DonchianTrend.java"))
                .findFirst()
                .orElseThrow());
    assertThat(edited(trend, new Edit.ExtractMethod(null)))
        .contains("&& adxAbove();")
        .contains(
            "\n\n  private boolean adxAbove() {\n    return adx.above(p.adxThreshold());\n  }\n\n"
                + "  @Override\n  public Terms");
    assertThat(edited(trend, new Edit.ExtractMethod("trending"))).contains("boolean trending() {");
    refused(trend, new Edit.ExtractMethod("adx"), "name-in-use");
    assertThat(outcome(EMA_CROSS, new Edit.ExtractMethod(null)))
        .isInstanceOf(EditOutcome.AlreadySo.class);
  }

  @Test
  void a_variable_a_constant_and_a_method_are_written_where_they_are_used() {
    assertThat(edited(Layouts.byHand("SeveralReturns").text(), new Edit.Inline("weak")))
        .contains("    return below && (rsi.below(40) || rsi.falling());\n")
        .doesNotContain("weak");
    assertThat(edited(UNTIDY, new Edit.Inline("DEAR")))
        .contains("int unused = 7 + 65;")
        .contains("(rsi.below(65))")
        .doesNotContain("DEAR");
    assertThat(edited(UNTIDY, new Edit.Inline("calm")))
        .contains("return (rsi.below(60) && rsi.above(-40 + 80)) == false\n")
        .doesNotContain("calm");
  }

  @Test
  void what_would_mean_something_else_is_not_inlined() {
    refused(EMA_CROSS, new Edit.Inline("fast"), "not-inlined");
    refused(EMA_CROSS, new Edit.Inline("enterLong"), "used-elsewhere");
    refused(Layouts.byHand("TextBlocks").text(), new Edit.Inline("ONE"), "used-elsewhere");
    refused(
        EMA_CROSS.replace(
            "return fast.crossesBelow(slow);",
            "int asked = 0;\n    asked++;\n    return asked > 0;"),
        new Edit.Inline("asked"),
        "side-effects");
    refused(
        EMA_CROSS.replace(
            "return fast.crossesBelow(slow);",
            "boolean down = fast /* quick */ .below(slow);\n    return down;"),
        new Edit.Inline("down"),
        "comment-within");
    refused(UNTIDY, new Edit.Inline("old"), "nobody-uses");
  }

  @Test
  void dead_code_goes_with_its_comments() {
    assertThat(edited(UNTIDY, new Edit.RemoveDeadCode()))
        .doesNotContain("NOBODYS")
        .doesNotContain("channel")
        .doesNotContain("nobody looks")
        .doesNotContain("unused")
        .doesNotContain("old()")
        .doesNotContain("older()")
        .doesNotContain("was used once")
        .doesNotContain("Donchian")
        .doesNotContain("Wma")
        .doesNotContain("Atr;")
        .contains("DEAR")
        .contains("// the usual one");
    assertThat(outcome(EMA_CROSS, new Edit.RemoveDeadCode()))
        .isInstanceOf(EditOutcome.AlreadySo.class);
  }

  @Test
  void imports_of_all_there_is_stay() {
    String onDemand =
        UNTIDY
            .replaceAll("(?m)^import sorte\\.strategy\\..*\n", "")
            .replaceFirst(
                "\n\n", "\n\nimport sorte.strategy.*;\nimport static java.lang.Math.*;\n");
    assertThat(edited(onDemand, new Edit.RemoveDeadCode()))
        .contains("import sorte.strategy.*;\nimport static java.lang.Math.*;\n")
        .doesNotContain("older()");
  }

  @Test
  void the_same_is_said_in_fewer_signs() {
    String simple = edited(UNTIDY, new Edit.Simplify());
    assertThat(simple)
        .contains("return over && adx.above(20) && rsi.below(DEAR) && close.value() < before;")
        .contains("return fast.below(slow) || rsi.above(80) && close.falling();")
        .contains("return !calm()\n        // the trend\n        && adx.above(20)\n")
        .contains("&& fast.below(slow);")
        .contains("return fast.above(slow) || rsi.below(2 * 15 - 5);");
    assertThat(outcome(simple, new Edit.Simplify())).isInstanceOf(EditOutcome.AlreadySo.class);
  }

  @Test
  void a_rule_is_told_above_it_where_nobody_has() {
    String told = edited(UNTIDY, new Edit.Document());
    assertThat(told)
        .contains(
            "  /// Leaves a long position when (fast is below slow or (rsi is above 80 and close is"
                + " falling)) and\n  /// `true`.\n  @Override\n  public boolean exitLong() {")
        .contains("  /// Has its comment.\n  @Override\n  public boolean enterShort() {");
    assertThat(edited(EMA_CROSS, new Edit.Document()))
        .contains(
            "  /// Buys when fast crosses above slow and rsi is below rsiOverbought.\n"
                + "  @Override\n  public boolean enterLong() {");
  }

  @Test
  void several_in_one_go_are_all_done_or_none() {
    assertThat(
            edited(UNTIDY, new Edit.Simplify(), new Edit.RemoveDeadCode(), new Edit.Inline("over")))
        .contains("return fast.above(slow) && adx.above(20)");
    assertThat(
            new Editor()
                .apply(
                    UNTIDY, List.of(new Edit.Simplify(), new Edit.Rename("enterLong", "goLong"))))
        .isInstanceOf(EditOutcome.NotPossible.class);
  }
}
