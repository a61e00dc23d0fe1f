package sorte.change.description;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What else a text may call the bars that it has given a name: "the engulfing bar" of a "bullish
/// engulfing pattern".
final class Shapes {
  private static final Pattern NAME =
      Pattern.compile(
          "(?:(bullish|bearish) )?([a-z ]+?) ?(pattern|bar|candle|candlestick|setup|formation)");

  private static final List<String> KINDS =
      List.of("pattern", "bar", "candle", "candlestick", "setup", "formation");

  private Shapes() {}

  /// Other names for the same; none where the name is of nothing of the kind.
  static List<String> of(String name) {
    Matcher m = NAME.matcher(name);
    List<String> others = new ArrayList<>();
    if (!m.matches() || m.group(2).isBlank()) {
      return others;
    }
    for (String kind : KINDS) {
      if (m.group(1) != null) {
        others.add(m.group(1) + " " + m.group(2) + " " + kind);
      }
      others.add(m.group(2) + " " + kind);
    }
    others.remove(name);
    return others;
  }
}
