package sorte.data.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sorte.data.played.PlayedExchange;
import sorte.trading.market.Bar;

class FeedTest {
  @TempDir Path root;

  @Test
  void bars_are_taken_in_when_they_are_over_and_not_before() throws Exception {
    try (Listening listening = new Listening(root, Listening.PATIENT).connected()) {
      listening.exchange.sayOpen(listening.exchange.bar(40));
      listening.exchange.sayOpen(Listening.with(listening.exchange.bar(40), 1e6));
      for (int i = 0; i < 20; i++) {
        listening.exchange.next();
      }
      listening.untilBar(59);
      assertThat(listening.bars()).isEqualTo(listening.theirs(59));
      assertThat(listening.feed.status().path("alerts"))
          .noneMatch(a -> !a.asText().equals("silent"));
    }
  }

  @Test
  void bars_built_of_the_trades_equal_those_that_the_exchange_sends() throws Exception {
    try (Listening listening = new Listening(root, Listening.PATIENT).connected()) {
      for (int i = 0; i < 12; i++) {
        listening.exchange.next();
      }
      // the first bar is not compared: its first trade may have come before we did; the last is not
      // known to be complete yet
      listening.until(
          "compared", () -> listening.feed.status().path("barsComparedWithTrades").asInt() == 10);
      assertThat(listening.count(Findings.Kind.TRADES_DIFFER)).isZero();
    }
  }

  @Test
  void a_bar_that_its_own_trades_contradict_is_noticed() throws Exception {
    try (Listening listening = new Listening(root, Listening.PATIENT).connected()) {
      listening.exchange.next();
      listening.exchange.nextFalsely(9_999_999);
      listening.exchange.next();
      listening.untilNoticed(Findings.Kind.TRADES_DIFFER);
    }
  }

  @Test
  void a_connection_refused_is_tried_again_until_it_stands() throws Exception {
    PlayedExchange exchange = Listening.exchange();
    Listening begun =
        new Listening(exchange, root.resolve("bars.log"), Listening.PATIENT, true).connected();
    exchange.goAway();
    try (begun) {
      begun.until("refused", () -> begun.count(Findings.Kind.LOST) > 2);
      assertThat(begun.state()).isEqualTo("disconnected");
      assertThat(begun.feed.status().path("alerts").toString()).contains("unreachable");
      exchange.nextInSilence();
      exchange.nextInSilence();
      exchange.comeBack();
      begun.connected();
      begun.untilBar(41);
      exchange.next();
      begun.untilBar(42);
      assertThat(begun.bars()).isEqualTo(begun.theirs(42));
      assertThat(begun.count(Findings.Kind.RECONNECTED)).isPositive();
    }
  }

  @Test
  void a_drop_in_the_middle_of_a_bar_loses_nothing() throws Exception {
    try (Listening listening = new Listening(root, Listening.PATIENT).connected()) {
      listening.exchange.sayOpen(listening.exchange.bar(40));
      listening.exchange.drop();
      listening.exchange.nextInSilence();
      listening.untilNoticed(Findings.Kind.RECONNECTED);
      listening.connected();
      listening.untilBar(40);
      listening.exchange.next();
      listening.untilBar(41);
      assertThat(listening.bars()).isEqualTo(listening.theirs(41));
    }
  }

  @Test
  void a_goodbye_is_followed_by_a_new_connection() throws Exception {
    try (Listening listening = new Listening(root, Listening.PATIENT).connected()) {
      listening.exchange.sayClose();
      listening.untilNoticed(Findings.Kind.RECONNECTED);
    }
  }

  @Test
  void a_connection_that_is_open_and_silent_is_made_anew() throws Exception {
    Timing timing = Listening.timing(Duration.ofMillis(600), Duration.ofMinutes(1));
    try (Listening listening = new Listening(root, timing).connected()) {
      listening.exchange.mute(true);
      listening.exchange.pongs(false);
      listening.exchange.nextInSilence();
      listening.untilNoticed(Findings.Kind.SILENT);
      listening.exchange.pongs(true);
      listening.exchange.mute(false);
      listening.untilBar(40);
      assertThat(listening.bars()).isEqualTo(listening.theirs(40));
    }
  }

  @Test
  void pongs_keep_a_quiet_connection() throws Exception {
    Timing timing = Listening.timing(Duration.ofSeconds(3), Duration.ofMinutes(1));
    try (Listening listening = new Listening(root, timing).connected()) {
      listening.exchange.mute(true);
      Thread.sleep(4_000);
      assertThat(listening.count(Findings.Kind.SILENT)).isZero();
      assertThat(listening.exchange.connections()).isEqualTo(1);
    }
  }

  @Test
  void a_stream_that_answers_and_keeps_its_bars_to_itself_is_found_out() throws Exception {
    Timing timing = Listening.timing(Duration.ofMinutes(1), Duration.ofMillis(700));
    try (Listening listening = new Listening(root, timing).connected()) {
      listening.exchange.mute(true);
      listening.exchange.nextInSilence();
      listening.untilNoticed(Findings.Kind.DEAF);
      assertThat(listening.bars()).isEqualTo(listening.theirs(40));
      listening.until("a new connection", () -> listening.exchange.connections() > 1);
    }
  }

  @Test
  void an_exchange_that_has_no_bar_either_is_waited_for() throws Exception {
    Timing timing = Listening.timing(Duration.ofMinutes(1), Duration.ofMillis(300));
    try (Listening listening = new Listening(root, timing).connected()) {
      listening.untilNoticed(Findings.Kind.OVERDUE);
      assertThat(listening.exchange.connections()).isEqualTo(1);
      // its bars are of long ago: the market is silent
      assertThat(listening.feed.status().path("alerts").toString()).contains("silent");
    }
  }

  @Test
  void a_gap_is_filled_before_the_bar_that_shows_it() throws Exception {
    try (Listening listening = new Listening(root, Listening.PATIENT).connected()) {
      for (int i = 0; i < 1_500; i++) {
        listening.exchange.nextInSilence(); // more than one answer holds
      }
      listening.exchange.next();
      listening.untilBar(1_540);
      assertThat(listening.bars()).isEqualTo(listening.theirs(1_540));
      assertThat(listening.count(Findings.Kind.GAP_FILLED)).isEqualTo(1);
    }
  }

  @Test
  void a_gap_is_asked_for_again_while_requests_lie_behind_the_stream() throws Exception {
    try (Listening listening = new Listening(root, Listening.PATIENT).connected()) {
      listening.exchange.nextInSilence();
      listening.exchange.hold(2);
      int before = listening.exchange.requests();
      listening.exchange.next();
      listening.until("asked", () -> listening.exchange.requests() > before + 1);
      assertThat(listening.bars()).isEqualTo(listening.theirs(39));
      listening.exchange.hold(0);
      listening.untilBar(41);
      assertThat(listening.bars()).isEqualTo(listening.theirs(41));
    }
  }

  @Test
  void where_the_exchange_has_no_bar_the_log_has_none() throws Exception {
    try (Listening listening = new Listening(root, Listening.PATIENT).connected()) {
      listening.exchange.without(41);
      listening.exchange.next();
      listening.exchange.nextInSilence();
      listening.exchange.next();
      listening.untilBar(42);
      assertThat(listening.count(Findings.Kind.NO_BAR)).isEqualTo(1);
      var expected = listening.theirs(42);
      expected.remove(listening.exchange.bar(41));
      assertThat(listening.bars()).isEqualTo(expected);
    }
  }

  @Test
  void bars_sent_late_twice_or_otherwise_change_nothing_that_stands() throws Exception {
    try (Listening listening = new Listening(root, Listening.PATIENT).connected()) {
      listening.exchange.next();
      listening.exchange.next();
      Bar newest = listening.exchange.bar(41);
      listening.untilBar(41);
      listening.exchange.sayClosed(newest);
      listening.exchange.sayClosed(listening.exchange.bar(40));
      listening.exchange.sayClosed(listening.exchange.bar(2)); // before all that is known
      listening.exchange.sayClosed(Listening.with(newest, newest.close() + 1));
      listening.exchange.sayClosed(
          new Bar(newest.time() + 1_000, 1, 1, 1, 1, 1)); // starts where no bar starts
      listening.untilNoticed(Findings.Kind.MISPLACED);
      assertThat(listening.count(Findings.Kind.DUPLICATE)).isEqualTo(1);
      assertThat(listening.count(Findings.Kind.LATE)).isEqualTo(2);
      assertThat(listening.count(Findings.Kind.CONTRADICTION)).isEqualTo(1);
      assertThat(listening.feed.status().path("alerts").toString()).contains("contradiction");
      assertThat(listening.bars()).isEqualTo(listening.theirs(41));
    }
  }

  @Test
  void bars_out_of_order_end_in_order() throws Exception {
    try (Listening listening = new Listening(root, Listening.PATIENT).connected()) {
      listening.exchange.nextInSilence();
      listening.exchange.nextInSilence();
      listening.exchange.sayClosed(listening.exchange.bar(41));
      listening.exchange.sayClosed(listening.exchange.bar(40));
      listening.exchange.next();
      listening.untilBar(42);
      assertThat(listening.bars()).isEqualTo(listening.theirs(42));
      assertThat(listening.count(Findings.Kind.LATE)).isEqualTo(1);
    }
  }

  @Test
  void garbage_is_noticed_and_much_of_it_ends_the_connection() throws Exception {
    try (Listening listening = new Listening(root, Listening.PATIENT).connected()) {
      listening.exchange.say("{\"stream\":");
      listening.exchange.say(
          "{\"data\":{\"e\":\"kline\",\"s\":\"SIMUSDT\",\"k\":{\"t\":1,\"x\":true,\"i\":\"1m\",\"o\":\"NaN\"}}}");
      listening.exchange.say("{\"result\":null,\"id\":1}");
      listening.exchange.next();
      listening.untilBar(40);
      assertThat(listening.count(Findings.Kind.GARBAGE)).isEqualTo(2);
      assertThat(listening.exchange.connections()).isEqualTo(1);
      for (int i = 0; i < Feed.MOST_GARBAGE; i++) {
        listening.exchange.say("no JSON " + i);
      }
      listening.untilNoticed(Findings.Kind.RECONNECTED);
      assertThat(listening.bars()).isEqualTo(listening.theirs(40));
    }
  }

  @Test
  void a_text_without_end_is_cut_off() throws Exception {
    try (Listening listening = new Listening(root, Listening.PATIENT).connected()) {
      listening.exchange.say("x".repeat(StreamSocket.LONGEST_TEXT + 1));
      listening.untilNoticed(Findings.Kind.LOST);
      assertThat(listening.feed.status().toString()).contains("a text of more than");
      listening.untilNoticed(Findings.Kind.RECONNECTED);
    }
  }

  @Test
  void a_bar_in_many_frames_with_a_ping_before_it_is_one_bar() throws Exception {
    try (Listening listening = new Listening(root, Listening.PATIENT).connected()) {
      listening.exchange.nextInSilence();
      listening.exchange.sayInFragments(listening.exchange.bar(40), 7);
      listening.untilBar(40);
      assertThat(listening.bars()).isEqualTo(listening.theirs(40));
    }
  }

  @Test
  void an_exchange_asked_too_often_is_left_alone_for_as_long_as_it_says() throws Exception {
    try (Listening listening = new Listening(root, Listening.PATIENT).connected()) {
      listening.exchange.fault(
          _ -> PlayedExchange.response("429 Too Many Requests", "Retry-After: 1", "{}"));
      listening.exchange.drop();
      listening.untilNoticed(Findings.Kind.TOO_OFTEN);
      long noticed = System.nanoTime();
      int asked = listening.exchange.requests();
      listening.exchange.fault(_ -> "");
      listening.exchange.nextInSilence();
      listening.untilBar(40);
      assertThat(Duration.ofNanos(System.nanoTime() - noticed))
          .isGreaterThan(Duration.ofMillis(900));
      assertThat(listening.exchange.requests() - asked).isLessThanOrEqualTo(3);
    }
  }

  @Test
  void a_server_fault_and_an_answer_that_is_no_json_are_failures_and_no_bars() throws Exception {
    try (Listening listening = new Listening(root, Listening.PATIENT).connected()) {
      listening.exchange.fault(path ->
          path.contains("klines")
              ? PlayedExchange.response("200 OK", "", "<html>")
              : PlayedExchange.response("503 Service Unavailable", "", ""));
      listening.exchange.drop();
      listening.until("lost", () -> listening.count(Findings.Kind.LOST) > 2);
      listening.exchange.fault(
          path -> path.contains("klines") ? PlayedExchange.response("200 OK", "", "<html>") : "");
      listening.until("lost", () -> listening.feed.status().toString().contains("not JSON"));
      listening.exchange.fault(_ -> "");
      listening.exchange.nextInSilence();
      listening.untilBar(40);
      assertThat(listening.bars()).isEqualTo(listening.theirs(40));
    }
  }

  @Test
  void a_clock_that_is_off_is_noticed_and_bars_keep_the_exchanges_time() throws Exception {
    PlayedExchange exchange = Listening.exchange();
    exchange.clockAhead(-90_000);
    try (Listening listening =
        new Listening(exchange, root.resolve("bars.log"), Listening.PATIENT, true).connected()) {
      assertThat(listening.count(Findings.Kind.CLOCK_OFF)).isPositive();
      var status = listening.feed.status();
      assertThat(status.path("clockOffsetMillis").asLong()).isBetween(-91_000L, -89_000L);
      assertThat(status.path("alerts").toString()).contains("clock");
      exchange.next();
      listening.untilBar(40);
      assertThat(listening.bars()).isEqualTo(listening.theirs(40));
    }
  }

  @Test
  void a_feed_begun_again_goes_on_where_the_log_ends() throws Exception {
    Listening first = new Listening(root, Listening.PATIENT).connected();
    first.exchange.next();
    first.untilBar(40);
    first.feed.stop();
    PlayedExchange exchange = first.exchange;
    exchange.nextInSilence();
    exchange.nextInSilence();
    try (first;
        Listening second = new Listening(exchange, first.file, Listening.PATIENT, false)) {
      second.untilBar(42);
      assertThat(second.bars()).isEqualTo(second.theirs(42));
    }
  }

  @Test
  void a_symbol_that_is_not_traded_and_an_exchange_that_is_away_are_told_apart() throws Exception {
    try (Listening listening = new Listening(root, Listening.PATIENT)) {
      History unknown =
          new History(
              FeedName.of("binance:NOPE:1m").orElseThrow(),
              listening.market,
              java.time.InstantSource.system(),
              _ -> {});
      assertThatThrownBy(unknown::instrument)
          .isInstanceOfSatisfying(
              ExchangeFailure.class,
              e -> assertThat(e.kind()).isEqualTo(ExchangeFailure.Kind.UNKNOWN_SYMBOL));
      assertThat(listening.market.instrument("SIMUSDT").lot()).isEqualTo(0.00001);
      listening.exchange.goAway();
      assertThatThrownBy(() -> unknown.fetch(10))
          .isInstanceOfSatisfying(
              ExchangeFailure.class,
              e -> assertThat(e.kind()).isEqualTo(ExchangeFailure.Kind.UNREACHABLE));
    }
  }
}
