package sorte.change.description;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sorte.change.design.Study;
import sorte.change.design.Value;

/// Reads an indicator as people say it: `EMA(12)`, "the 50-day SMA", "20-period SMA of RSI", "upper
/// band of Bollinger Bands (20, 2)", "average volume over the last 20 bars", "highest close of the
/// previous 10 bars".
final class StudyReader {
  private final Values in;

  /// The number said before the name: a period.
  private double before;

  private String line = "";
  private String speed = "";

  /// Where an indicator ended that was named with its numbers, and has no line of its own.
  int end;

  StudyReader(Values in) {
    this.in = in;
  }

  @Nullable Value read() {
    int start = in.at;
    Value value = extreme();
    if (value == null) {
      in.at = start;
      value = study();
    }
    if (value == null) {
      in.at = start;
      value = mean();
    }
    if (value == null) {
      in.at = start;
    }
    return value;
  }

  private boolean period(int offset) {
    return in.mark(offset).is("NUM") && in.mark(offset + 1).isAny("PERIOD", "BARS", "DAYS");
  }

  private boolean leading() {
    before = 0;
    line = "";
    speed = "";
    while (true) {
      if (in.is("FAST", "SLOW")) {
        speed = in.mark(0).code();
        in.at++;
      } else if (before == 0 && period(0)) {
        before = in.mark(0).number();
        in.at += 2;
      } else if (before == 0
          && in.is("NUM")
          && Studies.average(after(1))
          && Studies.bars(in.mark(0).number())) {
        before = in.mark(0).number();
        in.at++;
      } else if (line.isEmpty() && !lineOf(in.mark(0).code()).isEmpty()) {
        line = lineOf(in.mark(0).code());
        in.at++;
        if (in.is("(") && in.mark(1).isAny("MA", "SMA", "AVERAGE") && in.mark(2).is(")")) {
          in.at += 3;
        }
      } else {
        return true;
      }
    }
  }

  private String after(int offset) {
    return in.mark(offset).code();
  }

  private static String lineOf(String code) {
    return switch (code) {
      case "UPPER" -> "upper";
      case "LOWER" -> "lower";
      case "MIDDLE" -> "middle";
      case "SIGNALLINE" -> "signal";
      case "HIST" -> "histogram";
      case "KLINE" -> "k";
      case "DLINE" -> "d";
      case "BANDWIDTH" -> "width";
      default -> "";
    };
  }

  private @Nullable Value study() {
    leading();
    boolean pronoun = in.take("ITS");
    if (pronoun) {
      leading();
    }
    if (line.isEmpty() && in.is("BAND") && !lineOf(after(1)).isEmpty()) {
      in.at++;
      leading();
    }
    boolean said = !line.isEmpty();
    int here = in.at;
    if (said) {
      in.take("OF");
      in.take("BAND");
      in.take("OF");
    }
    @Nullable Value of = null;
    if (in.is("VOLUME") && Studies.average(after(1))) {
      in.at++;
      of = new Value.Price("volume");
    } else if (in.is("CLOSE") && Studies.average(after(1))) {
      in.at++;
    }
    String code = in.mark(0).code();
    if (!Studies.is(code)) {
      in.at = here;
      return said ? numbered() : null;
    }
    in.at++;
    in.take("BAND");
    if (pronoun) {
      of = in.subject;
    }
    return of(code, of);
  }

  private @Nullable Value of(String code, @Nullable Value source) {
    List<Double> numbers = new ArrayList<>();
    if (before > 0) {
      numbers.add(before);
    }
    @Nullable Value of = source;
    Arguments arguments = new Arguments(in, code);
    if (!arguments.read(numbers)) {
      return null;
    }
    of = arguments.of == null ? of : arguments.of;
    tailLine();
    if (!line.isEmpty() && arguments.numbers.isEmpty() && in.is("(") && !arguments.read(numbers)) {
      return null;
    }
    Optional<List<Double>> all = Studies.completed(code, arguments.numbers);
    if (line.isEmpty()
        && !arguments.numbers.isEmpty()
        && (code.equals("BB") || code.equals("DC") || code.equals("KC"))
        && all.isPresent()) {
      in.known.saw(code, all.get(), new Value.Price("close"));
      end = in.at;
    }
    Optional<Value> made = made(code, arguments.numbers, Optional.ofNullable(of));
    made.ifPresent(value -> learn(code, arguments.numbers, value));
    return made.orElse(null);
  }

  private void tailLine() {
    if (line.isEmpty() && !lineOf(in.mark(0).code()).isEmpty()) {
      line = lineOf(in.mark(0).code());
      in.at++;
      in.take("BAND");
    } else if (line.isEmpty() && in.is("SIGNALWORD") && in.mark(-1).is("MACD")) {
      line = "signal";
      in.at++;
    }
  }

  private void learn(String code, List<Double> said, Value value) {
    in.known.channel(code);
    if (!said.isEmpty() && line.isEmpty() && !Studies.is("")) {
      Studies.completed(code, said).ifPresent(all -> in.known.saw(code, all, value));
    } else if (!said.isEmpty()) {
      Studies.completed(code, said).ifPresent(all -> in.known.saw(code, all, value));
    }
    if (!speed.isEmpty() && !said.isEmpty()) {
      in.known.speed(speed.equals("FAST"), code, value);
    }
  }

  private Optional<Value> made(String code, List<Double> said, Optional<Value> of) {
    if (said.isEmpty() && !speed.isEmpty()) {
      return in.known.speed(speed.equals("FAST"), code.equals("MA") ? "" : code);
    }
    Optional<List<Double>> numbers =
        said.isEmpty() && Studies.takes(code) > 0
            ? in.known.numbers(code)
            : Studies.completed(code, said);
    if (said.isEmpty() && numbers.isEmpty() && in.known.spoiled(code)) {
      return Optional.empty();
    }
    if (said.isEmpty() && numbers.isEmpty()) {
      if (code.equals("MA") && of.isEmpty()) {
        return in.known.average();
      }
      numbers = in.known.several(code) ? Optional.empty() : Studies.completed(code, said);
    }
    if (numbers.isEmpty()) {
      return Optional.empty();
    }
    return line.equals("width")
        ? width(code, numbers.get(), of)
        : Studies.make(code, numbers.get(), line, of);
  }

  private static Optional<Value> width(String code, List<Double> numbers, Optional<Value> of) {
    Optional<Value> upper = Studies.make(code, numbers, "upper", of);
    Optional<Value> lower = Studies.make(code, numbers, "lower", of);
    return upper.isEmpty() || lower.isEmpty()
        ? Optional.empty()
        : Optional.of(new Value.Computed(Value.Sign.MINUS, upper.get(), lower.get()));
  }

  /// `%K(14, 3, 3)`: the line's name with the numbers of its indicator.
  private @Nullable Value numbered() {
    int here = in.at;
    boolean stochastic = line.equals("k") || line.equals("d");
    if (stochastic && in.is("(") && in.mark(1).is("NUM")) {
      Value value = of("STOCH", null);
      if (value != null) {
        return value;
      }
      in.at = here;
    }
    return implied();
  }

  /// A line alone is of the only indicator that has such a one.
  private @Nullable Value implied() {
    in.take("BAND");
    String code =
        switch (line) {
          case "signal", "histogram" -> "MACD";
          case "k", "d" -> "STOCH";
          default -> in.known.channel().orElse("");
        };
    if (code.isEmpty()) {
      return null;
    }
    Optional<Value> made = made(code, List.of(), Optional.empty());
    return made.orElse(null);
  }

  /// "average volume over the last 20 bars", "20-day average volume", "its 20-bar average".
  private @Nullable Value mean() {
    leading();
    boolean pronoun = in.take("ITS");
    if (pronoun) {
      leading();
    }
    if (!in.take("AVERAGE") || !line.isEmpty()) {
      return null;
    }
    if (in.mark(-1).raw().equals("media de") && in.is("NUM") && before == 0) {
      return meanOf();
    }
    in.take("OF");
    @Nullable Value of = in.is("VOLUME", "CLOSE", "HIGH", "LOW") ? in.price() : null;
    if (of == null && Studies.is(in.mark(0).code())) {
      int here = in.at;
      of = new StudyReader(in).read();
      in.at = of == null ? here : in.at;
    }
    if (of == null && (pronoun || in.subject instanceof Value.Price)) {
      of = in.subject;
    }
    double bars = before > 0 ? before : trailing();
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

  private @Nullable Value extreme() {
    double bars = 0;
    boolean own =
        in.is("ITS") && period(1) && in.mark(3).isAny("HIGH", "LOW", "MAXIMUM", "MINIMUM");
    in.at += own ? 1 : 0;
    if (period(0) && in.mark(2).isAny("MAXIMUM", "MINIMUM", "HIGH", "LOW")) {
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
