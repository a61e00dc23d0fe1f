package sorte.change.edit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sorte.change.description.DescriptionReader;
import sorte.change.description.Reading;
import sorte.change.design.Design;
import sorte.change.request.Comparison;
import sorte.change.request.Condition;
import sorte.change.request.IndicatorKind;
import sorte.change.request.Operand;
import sorte.change.request.Parameter;

class DesignSourceTest {
  private static final DescriptionReader READER = new DescriptionReader();

  private static String source(String name, String text) {
    Design design = READER.read(text).design().orElseThrow();
    EditOutcome outcome = NewStrategy.create(name, design, Set.of());
    assertThat(outcome).isInstanceOf(EditOutcome.Edited.class);
    return ((EditOutcome.Edited) outcome).text();
  }

  @Test
  void a_design_is_written_in_the_contract_s_order() {
    String text =
        "Enter long when close crosses above SMA(20) and RSI(14) is below 70."
            + " Exit long when close crosses below SMA(20). Stop-loss: 2 * ATR(14)."
            + " Position size: 25% of capital.";
    assertThat(source("dip", text))
        .isEqualTo(
            """
            package sorte.strategies;

            import sorte.strategy.Atr;
            import sorte.strategy.Bars;
            import sorte.strategy.Fraction;
            import sorte.strategy.Level;
            import sorte.strategy.Market;
            import sorte.strategy.Multiple;
            import sorte.strategy.Rsi;
            import sorte.strategy.Sma;
            import sorte.strategy.Strategy;
            import sorte.strategy.Terms;

            /// Made from a description of the owner's.
            public final class Dip extends Strategy<Dip.Parameters> {

              public record Parameters(
                  @Level(value = 70, min = 50, max = 95) double rsiOverbought,
                  @Bars(value = 20, min = 2, max = 400) int smaPeriod,
                  @Bars(value = 14, min = 2, max = 400) int rsiPeriod,
                  @Fraction(value = 0.25, min = 0.01, max = 1) double positionSize,
                  @Bars(value = 14, min = 2, max = 400) int atrPeriod,
                  @Multiple(value = 2, min = 0.5, max = 10) double atrMultiplier) {}

              private final Sma sma = sma(p.smaPeriod());
              private final Rsi rsi = rsi(p.rsiPeriod());
              private final Atr atr = atr(p.atrPeriod());

              public Dip(Market market, Parameters p) {
                super(market, p);
              }

              @Override
              public boolean enterLong() {
                return close.crossesAbove(sma)
                    && rsi.below(p.rsiOverbought());
              }

              @Override
              public boolean exitLong() {
                return close.crossesBelow(sma);
              }

              @Override
              public Terms terms() {
                return Terms.invest(p.positionSize())
                    .stopLoss(atr.times(p.atrMultiplier()));
              }
            }
            """);
  }

  @Test
  void a_stop_at_a_line_is_a_distance_for_each_side() {
    String text =
        "Buy when the close crosses above SMA(50). Sell short when the close crosses below SMA(50)."
            + " Stop below the lowest low of the last 20 bars for longs, above the highest high of"
            + " the last 20 bars for shorts. Take profit at 2R.";
    String source = source("sided", text);
    assertThat(source)
        .contains("private final Arithmetic closeLessLowest = difference(close, lowest);")
        .contains("private final Arithmetic highestLessClose = difference(highest, close);")
        .contains(".stopLoss(closeLessLowest.times(1), highestLessClose.times(1))")
        .contains(".takeProfitByStop(p.rewardMultiplier())");
    EditOutcome edited =
        new Editor()
            .apply(
                source,
                List.of(new Edit.SetParameter(Parameter.STOP_LOSS, new BigDecimal("0.03"))));
    assertThat(edited).isNotInstanceOf(EditOutcome.Edited.class);
  }

  @Test
  void a_trailing_stop_by_range_hangs_on_the_stop_and_nothing_is_turned_round() {
    assertThat(
            source(
                "trailing",
                "If flat, buy when the close crosses above SMA(50). If flat, sell short when the"
                    + " close crosses below SMA(50). Initial stop loss at 1.5 * ATR(14)."
                    + " Trailing stop at 3 * ATR(14)."))
        .contains(".stopLoss(atr.times(p.atrMultiplier()))")
        .contains(".trailingStopByStop(p.trailingMultiplier())")
        .contains("@Multiple(value = 2, min = 0.1, max = 20) double trailingMultiplier")
        .contains(".withoutReversing()");
  }

  @Test
  void what_came_before_is_a_line_of_its_own() {
    assertThat(
            source(
                "later",
                "Buy when RSI(14) falls below 30 and then crosses above 50. Exit after 5 bars."))
        .contains("= since(")
        .contains("rsi.crossesAbove(50)");
  }

  @Test
  void a_sentence_edits_a_described_strategy_like_any_other() {
    String text =
        source("dip", "Enter long when RSI(14) is below 30. Exit long when RSI(14) is above 60.");
    Condition added =
        Condition.of(
            Operand.Indicator.of(IndicatorKind.ADX), Comparison.ABOVE, new Operand.Level(25));
    EditOutcome outcome =
        new Editor()
            .apply(text, List.of(new Edit.AddCondition(RuleMethod.ENTER_LONG, List.of(added))));
    assertThat(outcome).isInstanceOf(EditOutcome.Edited.class);
    assertThat(((EditOutcome.Edited) outcome).text())
        .contains("return rsi.below(p.rsiOversold())\n        && adx.above(p.adxThreshold());");
  }

  @Test
  void what_own_descriptions_give_compiles(@TempDir Path classes) throws IOException {
    List<JavaFileObject> files = new ArrayList<>();
    try (InputStream in = getClass().getResourceAsStream("/descriptions/portuguese.jsonl")) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        String text = new ObjectMapper().readTree(line).get("text").asText();
        Reading reading = READER.read(text);
        if (reading.design().isPresent()) {
          String type = "Described" + files.size();
          files.add(file(type, source("described-" + files.size(), text)));
        }
      }
    }
    assertThat(files).hasSizeGreaterThan(20);
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    boolean compiled =
        ToolProvider.getSystemJavaCompiler()
            .getTask(
                new StringWriter(),
                null,
                problems,
                List.of(
                    "-proc:none",
                    "-d",
                    classes.toString(),
                    "-cp",
                    System.getProperty("java.class.path")),
                null,
                files)
            .call();
    assertThat(problems.getDiagnostics()).isEmpty();
    assertThat(compiled).isTrue();
  }

  private static JavaFileObject file(String type, String text) {
    return new SimpleJavaFileObject(
        URI.create("string:///sorte/strategies/" + type + ".java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignored) {
        return text;
      }
    };
  }
}
