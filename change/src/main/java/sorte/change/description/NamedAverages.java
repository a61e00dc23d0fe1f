package sorte.change.description;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sorte.change.design.Study;
import sorte.change.design.Value;

/// Averages that a text names in passing: "a 20-bar SMA (wr_mean) and standard deviation (wr_std)"
/// of a line, "volume SMA fast=10 and slow=50" for `vol_sma_fast` and `vol_sma_slow`.
final class NamedAverages {
  /// "On the Williams %R line, compute a 20-bar simple moving average (wr_mean) and …".
  private static final Pattern ON =
      Pattern.compile(
          "(?i)\\bon (?:the )?([^,;:.()]{2,40}?)(?: line| series)?, (?:compute|calculate) ([^;:]+)");

  private static final Pattern BRACKETED =
      Pattern.compile(
          "(?i)(\\d+)[- ](?:bar|period|day) (simple moving average|sma|exponential moving average|ema|standard deviation|std(?:dev)?) \\(([a-z]+(?:_[a-z0-9]+)+)\\)");

  private static final Pattern FAST_AND_SLOW =
      Pattern.compile(
          "(?i)\\b(volume|price) (sma|ema)s?:? \\(?fast\\s*=\\s*(\\d+)(?:,| and|, and)? slow\\s*=\\s*(\\d+)");

  private static final Pattern ONE =
      Pattern.compile(
          "(?i)\\b(volume|price) (sma|ema)(?: [a-z]+){0,3} \\(?(?:period|length)\\s*=\\s*(\\d+)");

  private NamedAverages() {}

  /// Takes in the names of a text.
  static void learn(TextReader text, String said) {
    Matcher on = ON.matcher(said);
    while (on.find()) {
      Values in = new Values(text.marks(on.group(1)), text.known);
      Value of = in.value();
      Matcher m = BRACKETED.matcher(on.group(2));
      while (of != null && in.done() && m.find()) {
        define(text, m.group(3), study(m.group(2)), m.group(1), Optional.of(of));
      }
    }
    Matcher both = FAST_AND_SLOW.matcher(said);
    while (both.find()) {
      pair(text, both, "fast", both.group(3));
      pair(text, both, "slow", both.group(4));
    }
    Matcher one = ONE.matcher(said);
    while (one.find()) {
      pair(text, one, "", one.group(3));
    }
  }

  /// Whether a sentence does nothing but name averages of the text.
  static boolean isOne(String sentence) {
    String plain = sentence.strip().replaceFirst("\\)?[.]?$", "");
    return FAST_AND_SLOW.matcher(plain).matches();
  }

  private static void pair(TextReader text, Matcher m, String speed, String bars) {
    String study = m.group(2).toLowerCase(java.util.Locale.ROOT);
    boolean volume = m.group(1).equalsIgnoreCase("volume");
    Optional<Value> of = volume ? Optional.of(new Value.Price("volume")) : Optional.empty();
    for (String line : volume ? List.of("vol", "volume") : List.of("price", "close")) {
      String name = line + "_" + study + (speed.isEmpty() ? "" : "_" + speed);
      define(text, name, study(study), bars, of);
    }
  }

  private static Study study(String words) {
    String said = words.toLowerCase(java.util.Locale.ROOT);
    return said.startsWith("s") && !said.startsWith("st")
        ? Study.SMA
        : said.startsWith("e") ? Study.EMA : Study.DEVIATION;
  }

  private static void define(
      TextReader text, String name, Study study, String bars, Optional<Value> of) {
    double count = Double.parseDouble(bars);
    if (Studies.bars(count)) {
      boolean close = of.isEmpty() || of.get().equals(new Value.Price("close"));
      text.known.define(
          Scanner.fold(name),
          Optional.of(
              new Value.Indicator(study, List.of(count), "", close ? Optional.empty() : of)));
    }
  }
}
