package sorte.change.design;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One number a bar.
public sealed interface Value {

  /// A line of the bar: open, high, low, close or volume.
  record Price(String field) implements Value {
    private static final Set<String> FIELDS = Set.of("open", "high", "low", "close", "volume");

    public Price {
      if (!FIELDS.contains(field)) {
        throw new IllegalArgumentException("not a line of a bar: " + field);
      }
    }
  }

  /// A constant.
  record Number(double value) implements Value {
    public Number {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("a number must be finite, was " + value);
      }
    }
  }

  /// An indicator's line. `line` is empty where it has one only, and the time zone of a clock that
  /// is not the owner's; `of` is empty where it is of its usual source.
  record Indicator(Study study, List<Double> numbers, String line, Optional<Value> of)
      implements Value {
    public Indicator {
      numbers = List.copyOf(numbers);
      if (numbers.size() != study.numbers()) {
        throw new IllegalArgumentException(
            study.code() + " takes " + study.numbers() + " numbers, had " + numbers);
      }
      boolean zone = study == Study.MINUTE && ZoneId.getAvailableZoneIds().contains(line);
      if (!zone && !line.matches("[a-z]*")) {
        throw new IllegalArgumentException(study.code() + " has no line and no time zone " + line);
      }
      if (of.isPresent() && !study.sourced()) {
        throw new IllegalArgumentException(study.code() + " is of the bars, not of a line");
      }
    }

    /// An indicator of one line, of its usual source.
    public static Indicator of(Study study, double... numbers) {
      return new Indicator(
          study, java.util.Arrays.stream(numbers).boxed().toList(), "", Optional.empty());
    }

    /// The same one's other line.
    public Indicator line(String other) {
      return new Indicator(study, numbers, other, of);
    }
  }

  /// A value so many bars ago.
  record Ago(Value value, int bars) implements Value {
    public Ago {
      if (bars < 1) {
        throw new IllegalArgumentException("ago is at least one bar, was " + bars);
      }
    }
  }

  /// How many bars ago a test held last: 0 where it holds, more than any number where it never did.
  record Since(Test test) implements Value {}

  /// Two values computed together.
  record Computed(Sign sign, Value left, Value right) implements Value {}

  /// A value without its sign.
  record Magnitude(Value value) implements Value {}

  /// How two values are computed together.
  enum Sign {
    PLUS("+"),
    MINUS("-"),
    TIMES("*"),
    OVER("/"),
    LARGER("max"),
    SMALLER("min");

    private final String code;

    Sign(String code) {
      this.code = code;
    }

    /// Its name in a plan.
    public String code() {
      return code;
    }

    /// The one of a name in a plan.
    public static Sign of(String code) {
      for (Sign sign : values()) {
        if (sign.code.equals(code)) {
          return sign;
        }
      }
      throw new IllegalArgumentException("values are not computed by " + code);
    }
  }
}
