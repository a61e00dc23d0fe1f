package sorte.data.feed;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is listened to: `binance:BTCUSDT:1m`.
///
/// @param exchange lower case
/// @param symbol as the exchange writes it, upper case
public record FeedName(String exchange, String symbol, Interval interval) {
  private static final Pattern FORM =
      Pattern.compile("([a-z]{2,20}):([A-Z0-9]{2,20}):([0-9]{1,2}[mhd])");

  /// The feed of that name; nothing where it is not one.
  public static Optional<FeedName> of(String words) {
    Matcher matcher = FORM.matcher(words);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Interval.of(matcher.group(3))
        .map(interval -> new FeedName(matcher.group(1), matcher.group(2), interval));
  }

  @Override
  public String toString() {
    return exchange + ":" + symbol + ":" + interval.word();
  }
}
