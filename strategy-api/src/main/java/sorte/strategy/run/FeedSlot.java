package sorte.strategy.run;

import java.util.Optional;

/// Where a new market leaves its engine's end. A strategy may name nothing of this package, so it
/// can neither make a market nor reach the feed of one.
public final class FeedSlot {
  private Optional<Feed> feed = Optional.empty();
  private final Optional<IndicatorMemo> memo;
  private final BarLength length;

  /// A slot whose market computes all indicators, and makes no slower bars.
  public FeedSlot() {
    this(BarLength.UNKNOWN);
  }

  /// A slot whose market computes all indicators.
  public FeedSlot(BarLength length) {
    this.memo = Optional.empty();
    this.length = length;
  }

  /// A slot whose market reads from a memo what is kept there.
  public FeedSlot(IndicatorMemo memo) {
    this.memo = Optional.of(memo);
    this.length = memo.length();
  }

  /// How long a bar is.
  public BarLength length() {
    return length;
  }

  /// What indicators may be read from instead of being computed.
  public Optional<IndicatorMemo> memo() {
    return memo;
  }

  /// Leaves the feed; once.
  public void put(Feed made) {
    if (feed.isPresent()) {
      throw new IllegalStateException("a slot takes one feed");
    }
    feed = Optional.of(made);
  }

  Feed feed() {
    return feed.orElseThrow();
  }
}
