package sorte.change.description;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sorte.change.design.Study;
import sorte.change.design.Value;

/// Reads averages and extremes that are said without an indicator's name.
final class Means {
  private final Values in;
  private final Lead lead;

  Means(Values in) {
    this.in = in;
    this.lead = new Lead(in);
  }

  /// "average volume over the last 20 bars", "20-day average volume", "its 20-bar average".
  @Nullable Value mean() {
    lead.read();
    boolean pronoun = in.take("ITS");
    if (pronoun) {
      lead.read();
    }
    if (!in.take("AVERAGE") || !lead.line.isEmpty()) {
      return null;
    }
    if (in.mark(-1).raw().equals("media de") && in.is("NUM") && lead.before == 0) {
      return meanOf();
    }
    in.take("OF");
    if (in.known.daily && in.mark(0).raw().equals("daily")) {
      in.at++; // "average daily volume" of daily bars
    }
    @Nullable Value of = in.is("VOLUME", "CLOSE", "HIGH", "LOW") ? in.price() : null;
    if (of == null && Studies.is(in.mark(0).code())) {
      int here = in.at;
      of = new StudyReader(in).read();
      in.at = of == null ? here : in.at;
    }
    if (of == null && (pronoun || in.subject instanceof Value.Price)) {
      of = in.subject;
    }
    double bars = lead.before > 0 ? lead.before : trailing();
    if (of == null || !Studies.bars(bars)) {
      return null;
    }
    boolean close = of.equals(new Value.Price("close"));
    return new Value.Indicator(
        Study.SMA, List.of(bars), "", close ? Optional.empty() : Optional.of(of));
  }

  /// "média de 20", "média de 20 períodos do volume": of the price, or of the volume beside which
  /// it stands.
  private @Nullable Value meanOf() {
    double bars = in.mark(0).number();
    in.at++;
    in.take("BARS", "DAYS", "PERIOD");
    boolean told = in.is("OF") && in.mark(1).isAny("VOLUME", "CLOSE", "HIGH", "LOW", "OPEN");
    if (told) {
      in.at++;
    }
    @Nullable Value of = told ? in.price() : in.subject;
    boolean priced =
        of == null
            || of instanceof Value.Price
            || of instanceof Value.Indicator i && i.study() == Study.SMA;
    if (!Studies.bars(bars) || !priced) {
      return null;
    }
    boolean other =
        told && !new Value.Price("close").equals(of) || new Value.Price("volume").equals(of);
    Value mean =
        new Value.Indicator(
            Study.SMA, List.of(bars), "", other ? Optional.ofNullable(of) : Optional.empty());
    if (!other) {
      in.known.saw("MA", List.of(bars), mean);
    }
    return mean;
  }

  /// "of the last 20 bars", "over 20 bars".
  private double trailing() {
    int here = in.at;
    in.take(",");
    if (in.take("LAST", "OF", "ABOVE")
        && in.is("NUM")
        && in.mark(1).isAny("BARS", "DAYS", "PERIOD")) {
      double bars = in.mark(0).number();
      in.at += 2;
      return bars;
    }
    in.at = here;
    return 0;
  }

  /// "highest close of the previous 10 bars", "20-day high".
  @Nullable Value extreme() {
    double bars = 0;
    boolean own =
        in.is("ITS") && lead.period(1) && in.mark(3).isAny("HIGH", "LOW", "MAXIMUM", "MINIMUM");
    in.at += own ? 1 : 0;
    if (lead.period(0) && in.mark(2).isAny("MAXIMUM", "MINIMUM", "HIGH", "LOW")) {
      bars = in.mark(0).number();
      in.at += 2;
    }
    boolean maximum = in.is("MAXIMUM");
    boolean named = in.take("MAXIMUM", "MINIMUM");
    in.take("OF");
    boolean open = named && in.take("(");
    @Nullable Value of =
        in.is("HIGH", "LOW", "CLOSE", "CLOSEWORD", "VOLUME", "OPEN") ? in.price() : null;
    boolean high = named ? maximum : new Value.Price("high").equals(of);
    if (of == null && named) {
      of = new Value.Price(maximum ? "high" : "low");
    }
    if (of == null
        || !named && !(of.equals(new Value.Price("high")) || of.equals(new Value.Price("low")))) {
      return null;
    }
    if (open) {
      if (!in.take(",") || !in.is("NUM")) {
        return null;
      }
      bars = in.mark(0).number();
      in.at++;
      in.take("BARS", "PERIOD");
      return in.take(")") && Studies.bars(bars) ? Values.extreme(high, of, bars) : null;
    }
    bars = bars > 0 ? bars : trailing();
    if (own && !(in.subject instanceof Value.Price) && in.subject != null) {
      of = in.subject; // the 20-day high of an indicator is its own
    }
    return Studies.bars(bars) ? Values.extreme(high, of, bars) : null;
  }
}
