package sorte.data.feed;

import java.time.Duration;

/// Every wait and deadline of a feed.
///
/// @param connect until a connection stands
/// @param answer until a request is answered
/// @param ping between two pings
/// @param silent without any word, a pong included: the connection is dead though it is open
/// @param bar from one bar to the next: the stream forgot us though it answers
/// @param firstWait before the first reconnection
/// @param longestWait between two
/// @param clock between two looks at the exchange's clock
/// @param clockBound how far the clocks may be apart
public record Timing(
    Duration connect,
    Duration answer,
    Duration ping,
    Duration silent,
    Duration bar,
    Duration firstWait,
    Duration longestWait,
    Duration clock,
    Duration clockBound) {

  private static final Duration GRACE = Duration.ofSeconds(15);

  public static Timing usual(Interval interval) {
    return new Timing(
        Duration.ofSeconds(10),
        Duration.ofSeconds(10),
        Duration.ofSeconds(10),
        Duration.ofSeconds(35),
        Duration.ofMillis(interval.millis()).plus(GRACE),
        Duration.ofMillis(500),
        Duration.ofSeconds(60),
        Duration.ofMinutes(5),
        Duration.ofSeconds(2));
  }
}
