package sorte.change.description;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sorte.change.design.Value;

/// Reads a trailing stop that is written as a formula: `trail_stop = max(previous_trail_stop,
/// highest_close_since_entry - 3 * ATR)` for longs, the smaller of the two for shorts.
final class TrailFormula {
  private static final Pattern LONGS =
      Pattern.compile(
          "(?is)^(?:(?:for|on) longs?(?: positions?| trades?)?[:,]?\\s*)?\\w*trail\\w*(?: stop)?\\s*=\\s*max\\s*\\(\\s*(?:previous|prior|prev|last)[_ ]\\w+(?: stop)?\\s*,\\s*(?:highest|max(?:imum)?)[_ ]close[_ ]since[_ ]entry\\s*[-\\u2212]\\s*(.+)\\)[.]?$");

  private static final Pattern SHORTS =
      Pattern.compile(
          "(?is)^(?:(?:for|on) shorts?(?: positions?| trades?)?[:,]?\\s*)?\\w*trail\\w*(?: stop)?\\s*=\\s*min\\s*\\(\\s*(?:previous|prior|prev|last)[_ ]\\w+(?: stop)?\\s*,\\s*(?:lowest|min(?:imum)?)[_ ]close[_ ]since[_ ]entry\\s*\\+\\s*(.+)\\)[.]?$");

  private TrailFormula() {}

  /// Takes in such a sentence; false for others.
  static boolean read(String sentence, TextReader text) {
    Matcher longs = LONGS.matcher(sentence.strip());
    Matcher shorts = SHORTS.matcher(sentence.strip());
    boolean up = longs.matches();
    if (!up && !shorts.matches()) {
      return false;
    }
    Values in = new Values(text.marks((up ? longs : shorts).group(1)), text.known);
    @Nullable Value away = in.value();
    boolean range = away != null && in.done() && Amounts.isRange(away);
    if (range && away != null && text.holding.trailing(Amounts.scaled(away, 1))) {
      boolean first = text.holding.trailSaid.isEmpty();
      text.holding.trailSaid = first ? text.entries.sentence : text.holding.trailSaid;
      return true;
    }
    return false;
  }
}
