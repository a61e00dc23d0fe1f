package sorte.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sorte.strategies.SmaCrossReverse;
import sorte.trading.journal.Event;
import sorte.trading.market.MarketSpec;
import sorte.trading.risk.Limits;
import sorte.trading.slot.Slot;
import sorte.trading.venue.Behaviour;
import sorte.trading.venue.Order;
import sorte.trading.venue.Reply;
import sorte.trading.venue.VenueCodec;

/// After a halt nothing new leaves, what was open is taken back, and positions are as the owner
/// chose.
class HaltTest {
  private static final Class<?>[] BUYING = {Buying.class, Buying.Parameters.class};
  private static final Class<?>[] SELLING = {Selling.class, Selling.Parameters.class};
  private static final Class<?>[] SMA = {SmaCrossReverse.class, SmaCrossReverse.Parameters.class};
  private static final Limits WIDE = new Limits(3, 3, 1, 0.99, 0.99, 400);

  @TempDir Path root;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void after_a_halt_at_any_moment_nothing_leaves_that_is_more_than_an_exit(long seed)
      throws IOException {
    System.out.println("seed " + seed);
    SplittableRandom random = new SplittableRandom(seed);
    List<Behaviour> moods =
        List.of(
            new Behaviour.FillWhole(),
            new Behaviour.FillPart(0.4),
            new Behaviour.Late(2),
            new Behaviour.Lose(),
            new Behaviour.Reject("no"));
    Desktop desk =
        new Desktop(root, seed, o -> moods.get((int) ((o.id() * 7 + seed) % moods.size())));
    boolean flatten = random.nextBoolean();
    desk.flattens(flatten);
    desk.load("seed", "stable", 1, SMA);
    desk.load("ch-1", "canary", 0.25, BUYING);
    desk.bars(random.nextInt(50, 400));
    desk.tell("halt", "", 0);
    Map<Long, Double> held = held(desk);
    long before = entered(desk);
    for (int bar = 0; bar < 200; bar++) {
      desk.bars(1);
      for (Map.Entry<Long, Double> now : held(desk).entrySet()) {
        double then = held.getOrDefault(now.getKey(), 0.0);
        assertThat(Math.abs(now.getValue()))
            .as("slot %s at bar %s, seed %s", now.getKey(), bar, seed)
            .isLessThanOrEqualTo(Math.abs(then));
      }
      held = held(desk);
    }
    assertThat(desk.state()).isEqualTo("halted");
    assertThat(entered(desk)).isEqualTo(before);
    if (flatten) {
      assertThat(desk.engine.account().position()).isZero();
      assertThat(desk.venue.resting()).isZero();
    }
  }

  private static Map<Long, Double> held(Desktop desk) {
    Map<Long, Double> held = new HashMap<>();
    for (Slot slot : desk.engine.trading()) {
      held.put(slot.number(), slot.ledger().quantity());
    }
    return held;
  }

  /// Orders that left with something else in them than exits: those that add to the net position
  /// and are not reduce-only, as far as no slot held anything of which they could be the exit.
  private static long entered(Desktop desk) throws IOException {
    double position = 0;
    long entered = 0;
    for (Event event : desk.events()) {
      switch (event) {
        case Event.OrderSent(byte[] bytes) -> {
          Order order = VenueCodec.order(bytes);
          boolean adds = position == 0 || Math.signum(order.quantity()) == Math.signum(position);
          entered += adds ? 1 : 0;
        }
        case Event.VenueReplied(byte[] bytes) -> {
          if (VenueCodec.reply(bytes) instanceof Reply.Filled fill) {
            position = Math.rint((position + fill.quantity()) * 1e8) / 1e8;
          }
        }
        case Event.Input _, Event.Output _, Event.Measured _ -> {}
      }
    }
    return entered;
  }

  @Test
  void what_is_open_is_taken_back_and_what_is_held_stays_with_its_stop() throws IOException {
    Desktop desk = new Desktop(root, 3, late(2), WIDE, 0);
    desk.load("seed", "stable", 1, BUYING);
    flat(desk, 2);
    double held = desk.engine.account().position();
    desk.load("ch-1", "canary", 0.25, BUYING);
    flat(desk, 2);
    assertThat(desk.engine.candidate().orElseThrow().inFlight()).isTrue();
    desk.tell("halt", "", 0);
    assertThat(desk.engine.candidate().orElseThrow().inFlight()).isFalse();
    flat(desk, 60);
    assertThat(desk.engine.account().position()).isEqualTo(held);
    assertThat(desk.engine.candidate().orElseThrow().ledger().quantity()).isZero();
    assertThat(desk.venue.resting()).as("the catastrophe stop").isEqualTo(1);
    assertThat(desk.engine.status().path("haltPositions").asText()).isEqualTo("hold");
  }

  @Test
  void where_the_owner_chose_so_a_halt_leaves_everything() throws IOException {
    Desktop desk = new Desktop(root, 3, Behaviour.ALWAYS_FILLS, WIDE, 0);
    desk.flattens(true);
    desk.load("seed", "stable", 1, BUYING);
    desk.load("ch-1", "canary", 0.25, SELLING);
    flat(desk, 2);
    desk.tell("halt", "", 0);
    assertThat(desk.engine.account().position()).isZero();
    assertThat(desk.engine.stable().orElseThrow().ledger().quantity()).isZero();
    assertThat(desk.engine.candidate().orElseThrow().ledger().quantity()).isZero();
    assertThat(desk.notes("PositionsClosed")).hasSize(1);
    flat(desk, 20);
    assertThat(desk.engine.account().position()).isZero();
    assertThat(desk.state()).isEqualTo("halted");
    desk.tell("resume", "", 0);
    flat(desk, 2);
    assertThat(desk.engine.account().position()).isNotZero();
  }

  @Test
  void leaving_is_tried_until_all_is_left() throws IOException {
    long[] refusedUpTo = {0};
    Desktop desk =
        new Desktop(
            root,
            3,
            o ->
                o.id() <= refusedUpTo[0] && o.kind() != Order.Kind.CATASTROPHE
                    ? new Behaviour.Reject("closed for lunch")
                    : new Behaviour.FillWhole(),
            WIDE,
            0);
    desk.flattens(true);
    desk.load("seed", "stable", 1, BUYING);
    flat(desk, 2);
    refusedUpTo[0] = 6;
    desk.tell("halt", "", 0);
    assertThat(desk.engine.account().position()).isNotZero();
    flat(desk, 6);
    assertThat(desk.engine.account().position()).isZero();
    assertThat(desk.notes("PositionsClosed")).hasSize(1);
  }

  @Test
  void a_drawdown_that_halts_leaves_everything_too() throws IOException {
    Desktop desk =
        new Desktop(root, 3, Behaviour.ALWAYS_FILLS, new Limits(2.1, 1.3, 1, 0.9, 0.05, 400), 0);
    desk.flattens(true);
    desk.load("seed", "stable", 1, BUYING);
    flat(desk, 2);
    desk.bar(100, 100, 90, 90);
    assertThat(desk.state()).isEqualTo("halted");
    assertThat(desk.engine.account().position()).isZero();
  }

  @Test
  void books_that_do_not_balance_are_held_whatever_was_chosen() {
    Desktop desk = new Desktop(root, 3, _ -> new Behaviour.FillMore(0.5), WIDE, 0);
    desk.flattens(true);
    desk.load("seed", "stable", 1, BUYING);
    flat(desk, 2);
    assertThat(desk.state()).isEqualTo("halted");
    assertThat(desk.engine.account().position()).isPositive();
  }

  @Test
  void what_was_chosen_is_in_the_journal() throws IOException {
    Desktop desk = new Desktop(root, 3, Behaviour.ALWAYS_FILLS, WIDE, 0);
    desk.flattens(true);
    desk.load("seed", "stable", 1, BUYING);
    flat(desk, 2);
    Desktop.Next next = desk.takenUp("again", desk.events());
    assertThat(next.engine().flattens()).isTrue();
  }

  @Test
  void a_halt_works_while_the_strategies_spin() throws Exception {
    TestHome home = TestHome.at(root, MarketSpec.builtIn(7), "100000");
    Files.writeString(
        home.home().config(), "{\"market.pace\":\"100000\",\"halt.positions\":\"flatten\"}");
    String busy = home.release("seed", Busy.class, Busy.Parameters.class);
    String spinning = home.release("ch-1", Spinning.class, Spinning.Parameters.class);
    try (RunningTrader trader = RunningTrader.start(home.home())) {
      loaded(trader.load("c1", "seed", busy, "stable", 1));
      loaded(trader.load("c2", "ch-1", spinning, "canary", 0.1));
      awaitBar(trader, 2999 + 30);
      long started = System.nanoTime();
      JsonNode status = trader.post("/halt", "{\"commandId\":\"h1\"}");
      long millis = (System.nanoTime() - started) / 1_000_000;
      assertThat(millis).as("milliseconds until the halt was done").isLessThan(10_000);
      halted(status);
      assertThat(status.path("haltPositions").asText()).isEqualTo("flatten");
      awaitBar(trader, status.path("bar").asLong() + 100);
      halted(trader.get("/status"));
      assertThat(trader.get("/events?from=0").toString())
          .contains("meter-spent")
          .contains("\"OrderFilled\"");
    }
  }

  private static void loaded(JsonNode answer) {
    assertThat(answer.path("outcome").asText()).as(answer.toString()).isEqualTo("loaded");
  }

  private static void halted(JsonNode status) {
    assertThat(status.path("state").asText()).as(status.toString()).isEqualTo("halted");
    assertThat(status.path("position").asDouble()).as(status.toString()).isZero();
  }

  private static void awaitBar(RunningTrader trader, long bar) {
    for (int i = 0; i < 3000 && trader.get("/status").path("bar").asLong() < bar; i++) {
      RunningTrader.pause(10);
    }
    assertThat(trader.get("/status").path("bar").asLong()).isGreaterThanOrEqualTo(bar);
  }

  /// Orders from the `first` on are answered late, the stops at once.
  private static Behaviour.Choice late(long first) {
    return o ->
        o.id() > first && o.kind() != Order.Kind.CATASTROPHE
            ? new Behaviour.Late(50)
            : new Behaviour.FillWhole();
  }

  private static void flat(Desktop desk, int bars) {
    for (int i = 0; i < bars; i++) {
      desk.bar(100, 100, 100, 100);
    }
  }
}
