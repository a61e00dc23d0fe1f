package sorte.change.design;

import java.util.Optional;

/// A strategy as described: when it goes long and short, when it leaves, how it holds.
///
/// @param timeframe the bars it is meant for, `5m`, `1d`; the slot decides
public record Design(
    Optional<String> timeframe,
    Optional<Test> enterLong,
    Optional<Test> exitLong,
    Optional<Test> enterShort,
    Optional<Test> exitShort,
    Hold hold) {

  public Design {
    if (enterLong.isEmpty() && enterShort.isEmpty()) {
      throw new IllegalArgumentException("a strategy enters on a side at least");
    }
    if (enterLong.isEmpty() && exitLong.isPresent()
        || enterShort.isEmpty() && exitShort.isPresent()) {
      throw new IllegalArgumentException("a side that is never entered has no exit");
    }
  }
}
