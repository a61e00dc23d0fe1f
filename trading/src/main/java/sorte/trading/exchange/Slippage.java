package sorte.trading.exchange;

/// How much worse than the price it met an order fills that takes.
public sealed interface Slippage {

  /// Not at all.
  record None() implements Slippage {}

  /// By this much of price.
  record Fixed(double amount) implements Slippage {
    public Fixed {
      checked(amount, Double.MAX_VALUE);
    }
  }

  /// By this fraction of the price.
  record Proportional(double fraction) implements Slippage {
    public Proportional {
      checked(fraction, 1);
    }
  }

  /// By `factor` times the root of the fill's share in the bar's volume, as a fraction of the price
  /// (the square-root law of market impact; Almgren and others 2005, Toth and others 2011).
  record SquareRoot(double factor) implements Slippage {
    public SquareRoot {
      checked(factor, 1);
    }
  }

  Slippage NONE = new None();

  /// As the command line writes it: `none`, `fixed:0.5`, `proportional:0.001` or `sqrt:0.1`.
  static Slippage of(String text) {
    if (text.equals("none")) {
      return NONE;
    }
    int colon = text.indexOf(':');
    String kind = colon < 0 ? text : text.substring(0, colon);
    double value = number(text, colon);
    return switch (kind) {
      case "fixed" -> new Fixed(value);
      case "proportional" -> new Proportional(value);
      case "sqrt" -> new SquareRoot(value);
      default -> throw unknown(text);
    };
  }

  /// The price of a fill that buys (1) or sells (-1).
  ///
  /// @param share of the bar's volume that it takes
  default double price(int direction, double price, double share) {
    return switch (this) {
      case None _ -> price;
      case Fixed f -> price + direction * f.amount();
      case Proportional p -> moved(direction, price, p.fraction());
      case SquareRoot r -> moved(direction, price, Math.min(1, r.factor() * Math.sqrt(share)));
    };
  }

  private static double moved(int direction, double price, double fraction) {
    return direction > 0 ? price * (1 + fraction) : price * (1 - fraction);
  }

  private static double number(String text, int colon) {
    try {
      return colon < 0 ? Double.NaN : Double.parseDouble(text.substring(colon + 1));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(unknown(text).getMessage(), e);
    }
  }

  private static void checked(double value, double below) {
    if (!(value >= 0 && value < below)) {
      throw new IllegalArgumentException(
          "a slippage must be 0 or more, and below 1 where it is a fraction, was " + value);
    }
  }

  private static IllegalArgumentException unknown(String text) {
    return new IllegalArgumentException(
        "a slippage model is none, fixed:AMOUNT, proportional:FRACTION or sqrt:FACTOR, was "
            + text);
  }
}
