package sorte.change.description;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sorte.change.design.Value;

/// Reads an indicator as people say it: `EMA(12)`, "the 50-day SMA", "20-period SMA of RSI", "upper
/// band of Bollinger Bands (20, 2)", "average volume over the last 20 bars", "highest close of the
/// previous 10 bars".
final class StudyReader {
  private final Values in;

  private final Lead lead;

  /// Where an indicator ended that was named with its numbers, and has no line of its own.
  int end;

  StudyReader(Values in) {
    this.in = in;
    this.lead = new Lead(in);
  }

  @Nullable Value read() {
    int start = in.at;
    Means means = new Means(in);
    Value value = means.extreme();
    if (value == null) {
      in.at = start;
      value = study();
    }
    if (value == null) {
      in.at = start;
      value = means.mean();
    }
    if (value == null) {
      in.at = start;
    }
    return value;
  }

  private @Nullable Value study() {
    lead.read();
    boolean pronoun = in.take("ITS");
    if (pronoun) {
      lead.read();
    }
    if (lead.line.isEmpty() && in.is("BAND") && !Lead.lineOf(in.mark(1).code()).isEmpty()) {
      in.at++;
      lead.read();
    }
    boolean said = !lead.line.isEmpty();
    int here = in.at;
    if (said) {
      in.take("OF");
      in.take("BAND");
      in.take("OF");
    }
    @Nullable Value of = null;
    if (in.is("VOLUME") && Studies.average(in.mark(1).code())) {
      in.at++;
      of = new Value.Price("volume");
    } else if (in.is("CLOSE") && Studies.average(in.mark(1).code())) {
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
    if (lead.before > 0) {
      numbers.add(lead.before);
    }
    @Nullable Value of = source;
    Arguments arguments = new Arguments(in, code);
    if (!arguments.read(numbers)) {
      return null;
    }
    of = arguments.of == null ? of : arguments.of;
    tailLine();
    boolean gloss = in.is("(") && in.mark(1).is("UPPER");
    if (!lead.line.isEmpty()
        && arguments.numbers.isEmpty()
        && in.is("(")
        && !gloss
        && !arguments.read(numbers)) {
      return null;
    }
    Optional<List<Double>> all = Studies.completed(code, arguments.numbers);
    if (lead.line.isEmpty()
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
    if (lead.line.isEmpty() && !Lead.lineOf(in.mark(0).code()).isEmpty()) {
      lead.line = Lead.lineOf(in.mark(0).code());
      in.at++;
      in.take("BAND");
    } else if (lead.line.isEmpty() && in.is("SIGNALWORD") && in.mark(-1).is("MACD")) {
      lead.line = "signal";
      in.at++;
    }
  }

  private void learn(String code, List<Double> said, Value value) {
    in.known.channel(code);
    if (!said.isEmpty()) {
      Studies.completed(code, said).ifPresent(all -> in.known.saw(code, all, value));
    }
    if (!lead.speed.isEmpty() && !said.isEmpty()) {
      in.known.speed(lead.speed.equals("FAST"), code, value);
    }
  }

  private Optional<Value> made(String code, List<Double> said, Optional<Value> of) {
    if (said.isEmpty() && !lead.speed.isEmpty()) {
      return in.known.speed(lead.speed.equals("FAST"), code.equals("MA") ? "" : code);
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
    return lead.line.equals("width")
        ? width(code, numbers.get(), of)
        : Studies.make(code, numbers.get(), lead.line, of);
  }

  /// The width of a channel; "(upper - lower)" behind it says so once more.
  private Optional<Value> width(String code, List<Double> numbers, Optional<Value> of) {
    Optional<Value> upper = Studies.make(code, numbers, "upper", of);
    Optional<Value> lower = Studies.make(code, numbers, "lower", of);
    int end = in.is("(") ? Remarks.closing(in.marks, in.at) : -1;
    boolean said =
        end > 0
            && in.mark(1).is("UPPER")
            && in.mark(end - in.at - 1).is("LOWER")
            && in.marks.subList(in.at + 1, end).stream()
                .allMatch(m -> m.isAny("UPPER", "LOWER", "-", "BAND", code));
    in.at = said ? end + 1 : in.at;
    return upper.isEmpty() || lower.isEmpty()
        ? Optional.empty()
        : Optional.of(new Value.Computed(Value.Sign.MINUS, upper.get(), lower.get()));
  }

  /// `%K(14, 3, 3)`: the line's name with the numbers of its indicator.
  private @Nullable Value numbered() {
    int here = in.at;
    boolean stochastic = lead.line.equals("k") || lead.line.equals("d");
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
        switch (lead.line) {
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
}
