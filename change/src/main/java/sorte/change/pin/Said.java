package sorte.change.pin;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sorte.guardian.proof.SourceRun;
import sorte.strategy.run.Signals;
import sorte.trading.backtest.Decisions;
import sorte.trading.market.Bars;
import sorte.trading.money.HoldingTerms;

/// What came of one run, as a trial tells it; or that it came to no end.
///
/// @param text one character a bar
/// @param masks of its signals, one a bar
/// @param terms null where it came to no end
record Said(String text, int[] masks, int first, @Nullable HoldingTerms terms, double[] stops) {
  private static final Said NOTHING = new Said("", new int[0], -1, null, new double[0]);

  static Said of(SourceRun run, Bars bars) {
    return run instanceof SourceRun.Ran ran ? of(ran.decisions(), bars) : NOTHING;
  }

  private static Said of(Decisions decisions, Bars bars) {
    StringBuilder text = new StringBuilder();
    int[] masks = new int[bars.size()];
    double[] stops = new double[bars.size()];
    for (int i = 0; i < bars.size(); i++) {
      int mask =
          decisions.onBar(
              bars.time(i), bars.open(i), bars.high(i), bars.low(i), bars.close(i), bars.volume(i));
      masks[i] = i < decisions.firstDecisionBar() ? 0 : mask;
      text.append(i < decisions.firstDecisionBar() ? '-' : letter(mask));
      stops[i] = decisions.stopDistance();
    }
    return new Said(text.toString(), masks, decisions.firstDecisionBar(), decisions.terms(), stops);
  }

  private static char letter(int mask) {
    return switch (mask) {
      case Signals.NONE -> '.';
      case Signals.ENTER_LONG -> 'E';
      case Signals.EXIT_LONG -> 'x';
      case Signals.ENTER_SHORT -> 'S';
      case Signals.EXIT_SHORT -> 'c';
      default -> '*';
    };
  }

  boolean ended() {
    return terms != null;
  }

  /// The first bar at which they differ; -1 where they do not.
  int differs(Said other) {
    if (!other.ended()) {
      return text.length() - 1;
    }
    for (int i = 0; i < Math.min(text.length(), other.text.length()); i++) {
      if (text.charAt(i) != other.text.charAt(i)) {
        return i;
      }
    }
    return -1;
  }

  /// Whether a rule was true at a bar.
  boolean holds(int signal, int bar) {
    return Signals.has(masks[bar], signal);
  }

  /// The stop's distance at the last bar; NaN where there is none.
  double lastStop() {
    return stops.length == 0 ? Double.NaN : stops[stops.length - 1];
  }

  boolean sameTerms(Said other) {
    return Objects.equals(terms, other.terms) && Double.compare(lastStop(), other.lastStop()) == 0;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Said said
        && text.equals(said.text)
        && first == said.first
        && Objects.equals(terms, said.terms)
        && Arrays.equals(stops, said.stops);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }
}
