package sorte.change.description;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sorte.change.design.Study;
import sorte.change.design.Test;
import sorte.change.design.Test.Is;
import sorte.change.design.Value;

/// Reads crossings that are named before their lines: `CrossOver(a, b) > 0`, "upward crossover of a
/// and b", "bullish MACD crossover".
final class Crossings {
  private final Values in;

  Crossings(Values in) {
    this.in = in;
  }

  /// `CrossOver(a, b) > 0`, "upward crossover of a and b", "bullish MACD crossover".
  @Nullable Test crossing() {
    if (in.is("MACDUP", "MACDDN")) {
      boolean bullish = in.is("MACDUP");
      in.at++;
      return macd(bullish);
    }
    boolean macd = in.is("MACD") && in.mark(1).isAny("BULLCROSS", "BEARCROSS") && in.take("MACD");
    if (in.is("BULLCROSS", "BEARCROSS")) {
      return flagged(macd);
    }
    @Nullable Boolean up = direction();
    if (in.is("CROSSUPOF", "CROSSDNOF") && up == null && in.mark(1).is("(")) {
      up = in.take("CROSSUPOF");
      in.take("CROSSDNOF");
      return function(up);
    }
    if (!in.take("CROSS")) {
      return null;
    }
    if (in.is("(")) {
      return function(up);
    }
    in.take("OF");
    Value left = in.value();
    if (left == null) {
      return null;
    }
    @Nullable Value right = null;
    if (in.take("AND", ",", "ABOVE", "BELOW", "OF", "CROSS")) {
      up = in.mark(-1).is("ABOVE") ? Boolean.TRUE : in.mark(-1).is("BELOW") ? Boolean.FALSE : up;
      right = in.value();
    }
    @Nullable Boolean after = direction();
    up = up == null ? after : up;
    return right == null || up == null ? null : cross(left, up, right);
  }

  private @Nullable Test flagged(boolean macd) {
    boolean up = in.is("BULLCROSS");
    in.at++;
    in.take("OF");
    int here = in.at;
    if (macd || in.take("MACD")) {
      in.take("(");
      in.take("SIGNALLINE", "SIGNALWORD");
      in.take(")");
      return macd(up);
    }
    in.at = here;
    Value left = in.value();
    if (left != null && in.take("AND", ",", "CROSSUP", "CROSSDN", "CROSS")) {
      Value right = in.value();
      return right == null ? null : cross(left, up, right);
    }
    in.at = here;
    if (!in.known.crossed().isEmpty()) {
      return cross(in.known.crossed().getFirst(), up, in.known.crossed().getLast());
    }
    Optional<Value> fast = in.known.speed(true, "");
    Optional<Value> slow = in.known.speed(false, "");
    if (fast.isPresent() && slow.isPresent()) {
      return cross(fast.get(), up, slow.get());
    }
    return in.known.numbers("MACD").isPresent() && fast.isEmpty() ? macd(up) : null;
  }

  private @Nullable Test macd(boolean up) {
    List<Double> numbers = in.known.numbers("MACD").orElse(List.of(12.0, 26.0, 9.0));
    Value.Indicator line = new Value.Indicator(Study.MACD, numbers, "macd", Optional.empty());
    return cross(line, up, line.line("signal"));
  }

  private @Nullable Test function(@Nullable Boolean told) {
    in.at++;
    Value left = in.value();
    if (left == null || !in.take(",")) {
      return null;
    }
    Value right = in.value();
    if (right == null || !in.take(")")) {
      return null;
    }
    if (in.is(">", "<", "=") && in.mark(1).isAny("NUM", "ZERO", "-")) {
      boolean up = in.take(">") || in.is("=") && !in.mark(1).is("-");
      in.take("<", "=");
      in.take("-");
      in.at++;
      return told != null && told != up ? null : cross(left, up, right);
    }
    @Nullable Boolean after = direction();
    if (told != null && after != null && !told.equals(after)) {
      return null;
    }
    @Nullable Boolean up = after == null ? told : after;
    return up == null ? either(left, right) : cross(left, up, right);
  }

  private static Test either(Value left, Value right) {
    return new Test.Compare(left, Is.CROSSES, right);
  }

  private Test cross(Value left, boolean up, Value right) {
    in.known.crossed(left, right);
    return new Test.Compare(left, up ? Is.CROSSES_ABOVE : Is.CROSSES_BELOW, right);
  }

  private @Nullable Boolean direction() {
    if (in.take("DIRUP")) {
      return true;
    }
    return in.take("DIRDN") ? Boolean.FALSE : null;
  }
}
