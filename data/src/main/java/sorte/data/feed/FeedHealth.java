package sorte.data.feed;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sorte.trading.door.Json;
import sorte.trading.market.ExchangeBar;

/// How a feed is, for whoever asks while it runs.
final class FeedHealth {

  /// Where it stands with the exchange.
  enum State {
    CONNECTING("connecting"),
    CONNECTED("connected"),
    DISCONNECTED("disconnected"),
    NOT_WRITTEN("not-written");

    private final String word;

    State(String word) {
      this.word = word;
    }
  }

  private final FeedName name;
  private final Timing timing;
  private final ExchangeClock clock;
  private final Findings findings;
  private State state = State.CONNECTING;
  private String why = "";
  private long since;
  private boolean connectedOnce;
  private @Nullable ExchangeBar newest;
  private long bars;
  private long compared;

  FeedHealth(FeedName name, Timing timing, ExchangeClock clock, Findings findings) {
    this.name = name;
    this.timing = timing;
    this.clock = clock;
    this.findings = findings;
    this.since = clock.here();
  }

  synchronized void state(State now, String because) {
    if (state != now) {
      since = clock.here();
    }
    state = now;
    why = because;
  }

  synchronized void connected() {
    state(State.CONNECTED, "");
    if (connectedOnce) {
      findings.notice(Findings.Kind.RECONNECTED, clock.here(), "connected again");
    }
    connectedOnce = true;
  }

  synchronized void bar(ExchangeBar bar, long number) {
    newest = bar;
    bars = number;
  }

  synchronized void compared(long count) {
    compared = count;
  }

  synchronized ObjectNode status() {
    ObjectNode status =
        Json.object()
            .put("feed", name.toString())
            .put("state", state.word)
            .put("because", why)
            .put("since", Instant.ofEpochMilli(since).toString())
            .put("bars", bars)
            .put("clockOffsetMillis", clock.offset())
            .put("barsComparedWithTrades", compared)
            .put("reconnects", findings.count(Findings.Kind.RECONNECTED));
    ExchangeBar last = newest;
    if (last != null) {
      status
          .put("lastBar", Instant.ofEpochMilli(last.bar().time()).toString())
          .put("lastClose", last.bar().close())
          .put("lateMillis", last.late())
          .put("lagMillis", lag(last));
    }
    ArrayNode alerts = status.putArray("alerts");
    if (state == State.DISCONNECTED) {
      alerts.add("unreachable");
    }
    if (state == State.NOT_WRITTEN) {
      alerts.add("not-written");
    }
    if (last != null && lag(last) > 2 * timing.bar().toMillis()) {
      alerts.add("silent");
    }
    if (clock.off(timing.clockBound())) {
      alerts.add("clock");
    }
    if (findings.count(Findings.Kind.CONTRADICTION) > 0) {
      alerts.add("contradiction");
    }
    if (findings.count(Findings.Kind.TRADES_DIFFER) > 0) {
      alerts.add("trades-differ");
    }
    findings.show(status);
    return status;
  }

  /// How long ago, by the exchange's clock, the last bar ended.
  private long lag(ExchangeBar last) {
    return clock.there() - last.end();
  }
}
