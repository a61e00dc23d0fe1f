package sorte.change.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Each twist is one slip at one place of a file, whatever its layout.
class TwistsTest {
  /// The longest sign of a twist: `!(` and `)`.
  private static final int LONGEST_SIGN = 3;

  /// Two parsers read each slip: every third is enough in an ordinary run.
  private static final int EVERY = 3;

  private static Dissection read(String text) {
    return ((Dissection.Reading.Read) Dissection.of(text)).dissection();
  }

  private static String strategy(String members) {
    return """
    package sorte.strategies;

    import sorte.strategy.*;

    public final class Sample extends Strategy<Sample.Parameters> {
      public record Parameters(
          @Bars(value = 5, min = 2, max = 50) int period,
          @Fraction(value = 0.03, min = 0.01, max = 0.2) double stopLoss) {}

      private final Sma average = sma(p.period());

      public Sample(Market market, Parameters p) {
        super(market, p);
      }

    %s
    }
    """
        .formatted(members);
  }

  private static List<String> told(String members) {
    return read(strategy(members)).twists().stream()
        .map(t -> t.kind() + " " + t.within() + " " + t.words())
        .toList();
  }

  @Test
  void a_rule_is_as_many_conditions_as_it_joins() {
    assertThat(
            told(
                """
                @Override public boolean enterLong() {
                  return close.above(average) && !(volume.rising() || close.crossesAbove(open));
                }
                """))
        .containsExactly(
            "CONDITION enterLong close_is_above_average",
            "CONDITION enterLong volume_is_not_rising",
            "CONDITION enterLong close_does_not_cross_above_open");
  }

  @Test
  void a_limit_moves_and_arithmetic_turns_round() {
    assertThat(
            told(
                """
                @Override public boolean enterLong() {
                  return close.value() - open.value() >= 0.5 * average.value();
                }
                """))
        .containsExactly(
            "CONDITION enterLong close_minus_open_is_at_least_0_point_5_times_average",
            "LIMIT enterLong close_minus_open_is_at_least_0_point_5_times_average",
            "ARITHMETIC enterLong close_minus_open",
            "ARITHMETIC enterLong 0_point_5_times_average");
  }

  @Test
  void loops_and_indicators_of_its_own_are_taken_apart_too() {
    assertThat(
            told(
                """
                static final class Up extends Indicator {
                  private final Line of;
                  Up(Line of) { super(2, of); this.of = of; }
                  @Override protected double next() {
                    int up = 0;
                    for (int i = 0; i < 3; i++) { up += of.rising() ? 1 : 0; }
                    return -up;
                  }
                }
                """))
        .containsExactly(
            "CONDITION Up.next i_is_below_3",
            "LIMIT Up.next i_is_below_3",
            "ARITHMETIC Up.next ",
            "ARITHMETIC Up.next ",
            "CONDITION Up.next of_is_rising",
            "ARITHMETIC Up.next minus_up");
  }

  @Test
  void a_slip_changes_one_place_and_is_still_java() throws Exception {
    int slips = 0;
    int place = 0;
    for (Layouts.Source layout : Layouts.all()) {
      String text = layout.text().startsWith("\uFEFF") ? layout.text().substring(1) : layout.text();
      for (Twist twist : read(text).twists()) {
        if (place++ % EVERY != 0) {
          continue;
        }
        assertThat(twist.source()).as(layout.name()).isNotEqualTo(text);
        int same = 0;
        while (same < text.length() && text.charAt(same) == twist.source().charAt(same)) {
          same++;
        }
        Shape.read(twist.source());
        SecondReading before = SecondReading.of(text);
        Set<String> changed = SecondReading.of(twist.source()).differsFrom(before);
        assertThat(changed).as(layout.name() + " " + twist.words()).hasSize(1);
        assertThat(Math.abs(twist.source().length() - text.length()))
            .isLessThanOrEqualTo(LONGEST_SIGN);
        slips++;
      }
    }
    assertThat(slips).isGreaterThan(50);
  }

  @Test
  void almost_every_slip_compiles() {
    Compiled compiled = new Compiled();
    List<String> names = new ArrayList<>();
    int place = 0;
    for (Layouts.Source layout : Layouts.all()) {
      for (Twist twist : read(layout.text().replace("\uFEFF", "")).twists()) {
        if (place++ % EVERY != 0) {
          continue;
        }
        compiled.add(twist.source());
        names.add(layout.name() + " " + twist.kind() + " " + twist.words());
      }
    }
    Map<Integer, String> errors = compiled.errors();
    assertThat(errors.size()).as("%s", errors).isLessThan(names.size() / 20);
  }

  @Test
  void a_class_takes_another_name_in_its_code_and_not_in_its_words() {
    String text = strategy("// Sample is a name\nprivate static final String WHY = \"Sample\";");
    String other = Dissection.renamed(text, "Sample", "SampleTwist3");
    assertThat(read(other).className()).isEqualTo("SampleTwist3");
    assertThat(other).contains("// Sample is a name", "\"Sample\"", "Strategy<SampleTwist3.");
    assertThat(other).doesNotContain("class Sample ");
  }

  @Test
  void parameters_come_with_their_bounds_and_tell_whether_rules_read_them() {
    Dissection strategy =
        read(strategy("public Terms terms() { return Terms.allIn().stopLoss(p.stopLoss()); }"));
    assertThat(strategy.parameters().toString())
        .isEqualTo(
            "[Parameter[name=period, unit=Bars, value=5, min=2, max=50, decides=true], "
                + "Parameter[name=stopLoss, unit=Fraction, value=0.03, min=0.01, max=0.2, "
                + "decides=false]]");
  }
}
