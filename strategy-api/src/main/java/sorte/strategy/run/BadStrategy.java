package sorte.strategy.run;

/// A class that is not written as the strategy contract says; the message says where.
public final class BadStrategy extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  BadStrategy(String message) {
    super(message);
  }
}
