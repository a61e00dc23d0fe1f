package sorte.data.feed;

import java.io.IOException;
import java.time.Duration;

/// An exchange did not give what was asked for.
public final class ExchangeFailure extends IOException {
  private static final long serialVersionUID = 1L;

  /// What kind of failure: what is to be done differs.
  public enum Kind {
    /// Nobody answers, or not in time: try again later.
    UNREACHABLE,
    /// Asked too often: try again after the time it named.
    TOO_OFTEN,
    /// The symbol is not traded there: nothing to try again.
    UNKNOWN_SYMBOL,
    /// An answer that cannot be used.
    NONSENSE
  }

  private final Kind kind;
  private final Duration leaveAlone;

  private ExchangeFailure(Kind kind, String words, Duration leaveAlone) {
    super(words);
    this.kind = kind;
    this.leaveAlone = leaveAlone;
  }

  static ExchangeFailure unreachable(String words) {
    return new ExchangeFailure(Kind.UNREACHABLE, words, Duration.ZERO);
  }

  static ExchangeFailure tooOften(String words, Duration leaveAlone) {
    return new ExchangeFailure(Kind.TOO_OFTEN, words, leaveAlone);
  }

  static ExchangeFailure unknownSymbol(String symbol) {
    return new ExchangeFailure(
        Kind.UNKNOWN_SYMBOL, "the exchange does not trade " + symbol, Duration.ZERO);
  }

  static ExchangeFailure nonsense(String words) {
    return new ExchangeFailure(Kind.NONSENSE, words, Duration.ZERO);
  }

  public Kind kind() {
    return kind;
  }

  /// How long the exchange wants to be left alone; zero where it did not say.
  public Duration leaveAlone() {
    return leaveAlone;
  }
}
