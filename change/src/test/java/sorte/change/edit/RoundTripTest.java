package sorte.change.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import sorte.change.request.Comparison;
import sorte.change.request.Condition;
import sorte.change.request.IndicatorKind;
import sorte.change.request.Operand;
import sorte.change.request.Parameter;
import sorte.change.request.PriceKind;
import sorte.change.request.Side;

/// What is put in and taken out again leaves every byte as it was, however the file is laid out.
class RoundTripTest {
  private static final int SOURCES = 540;

  private static final List<IndicatorKind> NEW_ONES =
      List.of(
          IndicatorKind.CCI,
          IndicatorKind.ROC,
          IndicatorKind.OBV,
          IndicatorKind.VWAP,
          IndicatorKind.WMA,
          IndicatorKind.STOCHASTIC,
          IndicatorKind.VOLUME_SMA);

  @Test
  void adding_a_condition_and_removing_it_gives_the_original_bytes() {
    long first = Long.getLong("sorte.seed", new Random().nextLong(1_000_000));
    int done = 0;
    for (int i = 0; i < SOURCES; i++) {
      long seed = first + i;
      SplittableRandom random = new SplittableRandom(seed);
      String source = Styles.source(random);
      IndicatorKind kind = NEW_ONES.get(random.nextInt(NEW_ONES.size()));
      Condition condition = condition(kind, random);
      RuleMethod rule = random.nextBoolean() ? RuleMethod.ENTER_LONG : RuleMethod.EXIT_LONG;
      if (!source.contains(" " + rule.method() + "(")) {
        continue;
      }
      List<Condition> when =
          random.nextInt(3) == 0
              ? List.of(
                  condition, new Condition(Operand.Indicator.of(kind), Comparison.RISING, null, 1))
              : List.of(condition);
      EditOutcome with = new Editor().apply(source, List.of(new Edit.AddCondition(rule, when)));
      assertThat(with).as("seed %d%n%s", seed, source).isInstanceOf(EditOutcome.Edited.class);
      String text = ((EditOutcome.Edited) with).text();
      EditOutcome back =
          new Editor()
              .apply(text, List.of(new Edit.RemoveCondition(rule.rule(), Side.LONG, kind.code())));
      assertThat(back).as("seed %d%n%s", seed, text).isInstanceOf(EditOutcome.Edited.class);
      assertThat(((EditOutcome.Edited) back).text())
          .as("seed %d%n%s", seed, text)
          .isEqualTo(source);
      done++;
    }
    System.out.println("round trips: " + done + " from seed " + first);
    assertThat(done).isGreaterThan(499);
  }

  private static Condition condition(IndicatorKind kind, SplittableRandom random) {
    Operand line = Operand.Indicator.of(kind);
    return switch (random.nextInt(3)) {
      case 0 -> Condition.of(line, Comparison.BELOW, new Operand.Level(random.nextInt(90) + 0.5));
      case 1 -> Condition.of(new Operand.Price(PriceKind.CLOSE), Comparison.CROSSES_ABOVE, line);
      default -> new Condition(new Operand.Volume(), Comparison.ABOVE, line, 1.5);
    };
  }

  @Test
  void setting_a_value_changes_the_characters_of_the_value_alone() {
    long first = Long.getLong("sorte.seed", new Random().nextLong(1_000_000));
    for (int i = 0; i < 150; i++) {
      long seed = first + i;
      String source = Styles.source(new SplittableRandom(seed));
      if (!source.contains("stopLoss") || source.contains("atr.times")) {
        continue;
      }
      Edit edit = new Edit.SetParameter(Parameter.STOP_LOSS, new java.math.BigDecimal("0.0171"));
      EditOutcome outcome = new Editor().apply(source, List.of(edit));
      assertThat(outcome).as("seed %d%n%s", seed, source).isInstanceOf(EditOutcome.Edited.class);
      String text = ((EditOutcome.Edited) outcome).text();
      int at = text.indexOf("0.0171");
      assertThat(source).startsWith(text.substring(0, at)).endsWith(text.substring(at + 6));
      assertThat(new Editor().apply(text, List.of(edit))).isInstanceOf(EditOutcome.AlreadySo.class);
    }
  }
}
