package sorte.data.feed;

import java.time.Duration;
import java.time.InstantSource;

/// The exchange's clock as seen from here: this machine's, put right by the last answer that the
/// exchange gave.
final class ExchangeClock {
  private final InstantSource clock;
  private volatile long offset;
  private volatile long uncertainty;

  ExchangeClock(InstantSource clock) {
    this.clock = clock;
  }

  /// Asks the exchange. What it said is taken to hold in the middle between question and answer.
  void ask(PublicMarket market) throws ExchangeFailure, InterruptedException {
    long asked = clock.millis();
    long time = market.time();
    long answered = clock.millis();
    offset = time - (asked + answered) / 2;
    uncertainty = Math.abs(answered - asked) / 2;
  }

  /// This machine's time.
  long here() {
    return clock.millis();
  }

  /// The exchange's time.
  long there() {
    return clock.millis() + offset;
  }

  /// The exchange's clock minus this machine's, in milliseconds.
  long offset() {
    return offset;
  }

  /// Whether the clocks are apart by more than `bound`, whatever the line took.
  boolean off(Duration bound) {
    return Math.abs(offset) - uncertainty > bound.toMillis();
  }
}
