package sorte.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sorte.strategies.EmaCross;
import sorte.strategies.SmaCrossReverse;
import sorte.trading.journal.Event;
import sorte.trading.risk.Limits;
import sorte.trading.venue.Behaviour;

class EngineTest {
  private static final Class<?>[] EMA = {EmaCross.class, EmaCross.Parameters.class};
  private static final Class<?>[] SMA = {SmaCrossReverse.class, SmaCrossReverse.Parameters.class};

  private static final Class<?>[] BUYING = {Buying.class, Buying.Parameters.class};
  private static final Class<?>[] SELLING = {Selling.class, Selling.Parameters.class};

  @TempDir Path root;

  @ParameterizedTest
  @MethodSource("faults")
  void a_canary_that_faults_is_rolled_back_at_once(Class<?> type, Class<?> parameters, String code)
      throws IOException {
    Desktop desk = new Desktop(root, 3, Behaviour.ALWAYS_FILLS);
    desk.load("seed", "stable", 1, EMA);
    assertThat(desk.load("ch-1", "canary", 0.05, type, parameters)).contains("loaded");
    desk.bars(200);
    assertThat(desk.notes("SlotFaulted")).singleElement().asString().startsWith("canary " + code);
    assertThat(desk.notes("SlotRolledBack"))
        .singleElement()
        .asString()
        .startsWith("canary " + code);
    assertThat(desk.engine.candidate()).isEmpty();
    assertThat(desk.engine.stable().orElseThrow().change()).isEqualTo("seed");
    assertThat(desk.state()).isEqualTo("running");
    assertThat(measured(desk)).allSatisfy(micros -> assertThat(micros).isLessThan(1_000_000));
    decidesOnEveryBar(desk, 1, 200);
  }

  static Stream<Object[]> faults() {
    return Stream.of(
        new Object[] {Throwing.class, Throwing.Parameters.class, "exception"},
        new Object[] {Spinning.class, Spinning.Parameters.class, "meter-spent"},
        new Object[] {Hoarding.class, Hoarding.Parameters.class, "memory"});
  }

  @Test
  void a_stable_that_faults_gives_way_to_the_version_before() throws IOException {
    Desktop desk = new Desktop(root, 3, Behaviour.ALWAYS_FILLS);
    desk.load("seed", "stable", 1, EMA);
    desk.load("ch-1", "canary", 0.05, Throwing.class, Throwing.Parameters.class);
    desk.bars(10);
    assertThat(desk.tell("promote", "ch-1", 0)).contains("promoted");
    desk.bars(100);
    assertThat(desk.engine.stable().orElseThrow().change()).isEqualTo("seed");
    assertThat(desk.notes("Alert")).singleElement().asString().contains("took over");
    assertThat(measured(desk)).isNotEmpty().allSatisfy(m -> assertThat(m).isLessThan(1_000_000));
    desk.bars(50);
    assertThat(desk.state()).isEqualTo("running");
  }

  @Test
  void a_stable_without_a_version_before_stops_and_says_so() throws IOException {
    Desktop desk = new Desktop(root, 3, Behaviour.ALWAYS_FILLS);
    desk.load("seed", "stable", 1, Throwing.class, Throwing.Parameters.class);
    desk.bars(200);
    assertThat(desk.engine.stable()).isEmpty();
    assertThat(desk.engine.account().position()).isZero();
    assertThat(desk.notes("Alert")).singleElement().asString().contains("nothing decides");
  }

  @Test
  void a_canary_that_loses_more_than_its_budget_is_rolled_back() throws IOException {
    Desktop desk = new Desktop(root, 3, Behaviour.ALWAYS_FILLS);
    desk.load("seed", "stable", 1, EMA);
    desk.load("ch-1", "canary", 0.05, Losing.class, Losing.Parameters.class);
    desk.bars(200);
    assertThat(desk.notes("SlotRolledBack"))
        .singleElement()
        .asString()
        .startsWith("canary loss-budget");
    assertThat(desk.engine.runningOff()).isEmpty();
    assertThat(desk.state()).isEqualTo("running");
  }

  @ParameterizedTest
  @MethodSource("moods")
  void the_books_balance_whatever_the_venue_does(Behaviour mood) throws IOException {
    Desktop desk = new Desktop(root, 5, o -> o.id() % 3 == 0 ? mood : new Behaviour.FillWhole());
    desk.load("seed", "stable", 1, EMA);
    desk.load("ch-1", "canary", 0.25, SMA);
    for (int i = 0; i < 1500; i++) {
      desk.bars(1);
      assertThat(desk.state()).as(mood + " " + desk.engine.status()).isEqualTo("running");
    }
    assertThat(orders(desk)).isGreaterThan(30);
  }

  static Stream<Behaviour> moods() {
    return Stream.of(
        new Behaviour.FillWhole(),
        new Behaviour.Reject("no"),
        new Behaviour.FillPart(0.4),
        new Behaviour.SayTwice(),
        new Behaviour.Late(2),
        new Behaviour.Lose());
  }

  @Test
  void with_slippage_crossing_saves_for_the_house_and_never_costs_it() {
    Desktop desk = new Desktop(root, 5, Behaviour.ALWAYS_FILLS, Desktop.LIMITS, 0.0005);
    desk.load("seed", "stable", 1, SMA);
    desk.load("ch-1", "canary", 0.25, Losing.class, Losing.Parameters.class);
    desk.bars(40);
    assertThat(desk.state()).isEqualTo("running");
    assertThat(desk.engine.account().house()).isPositive();
  }

  @Test
  void a_second_candidate_is_refused_with_a_word() {
    Desktop desk = new Desktop(root, 3, Behaviour.ALWAYS_FILLS);
    assertThat(desk.load("early", "shadow", 0, SMA)).contains("nothing is in service");
    desk.load("seed", "stable", 1, EMA);
    desk.load("ch-1", "shadow", 0, SMA);
    assertThat(desk.load("ch-2", "shadow", 0, SMA)).contains("a candidate is there: ch-1");
    assertThat(desk.tell("promote", "ch-2", 0)).contains("refused");
    assertThat(desk.tell("rollback", "ch-2", 0)).contains("nothing-to-roll-back");
    assertThat(desk.tell("rollback", "ch-1", 0)).contains("rolled-back");
  }

  @Test
  void a_share_that_cannot_place_the_least_order_is_raised() {
    Desktop desk = new Desktop(root, 3, Behaviour.ALWAYS_FILLS);
    desk.load("seed", "stable", 1, EMA);
    desk.load("ch-1", "shadow", 0, SMA);
    assertThat(desk.tell("share", "ch-1", 0.0005)).contains("raised from 5.0E-4");
  }

  @Test
  void an_allocation_causes_no_order() throws IOException {
    Desktop desk = new Desktop(root, 3, Behaviour.ALWAYS_FILLS);
    desk.load("seed", "stable", 1, SMA);
    desk.bars(200);
    long before = orders(desk);
    desk.load("ch-1", "canary", 0.25, EMA);
    desk.tell("share", "ch-1", 0.4);
    assertThat(orders(desk)).isEqualTo(before);
    assertThat(desk.state()).isEqualTo("running");
  }

  @Test
  void paused_nothing_enters_and_exits_go_on() throws IOException {
    Desktop desk = new Desktop(root, 3, Behaviour.ALWAYS_FILLS);
    desk.load("seed", "stable", 1, SMA);
    desk.bars(200);
    assertThat(desk.engine.account().position()).isNotZero();
    desk.tell("pause", "", 0);
    desk.bars(200);
    assertThat(desk.engine.account().position()).isZero();
    assertThat(desk.notes("OrderDenied")).anySatisfy(n -> assertThat(n).contains("paused"));
    desk.tell("resume", "", 0);
    desk.bars(100);
    assertThat(desk.engine.account().position()).isNotZero();
    desk.tell("close", "", 0);
    assertThat(desk.engine.account().position()).isZero();
    assertThat(desk.notes("PositionsClosed")).hasSize(1);
    assertThat(desk.state()).isEqualTo("paused");
  }

  @Test
  void a_drawdown_over_the_limit_halts_until_somebody_resumes() throws IOException {
    Limits tight = new Limits(2.1, 1.3, 0.25, 0.9, 0.05, 400);
    Desktop desk = new Desktop(root, 3, Behaviour.ALWAYS_FILLS, tight, 0);
    desk.load("seed", "stable", 1, Losing.class, Losing.Parameters.class);
    desk.bars(100);
    assertThat(desk.state()).isEqualTo("halted");
    assertThat(desk.notes("Halted")).singleElement().asString().contains("max-drawdown");
    long orders = orders(desk);
    desk.bars(100);
    assertThat(orders(desk) - orders).isLessThan(2);
    desk.tell("resume", "", 0);
    assertThat(desk.state()).isEqualTo("running");
  }

  @Test
  void on_a_full_disk_only_exits_leave() throws IOException {
    Desktop desk = new Desktop(root, 3, Behaviour.ALWAYS_FILLS);
    desk.load("seed", "stable", 1, SMA);
    desk.bars(200);
    desk.engine.reached(new Event.DiskSeen(true));
    desk.bars(200);
    assertThat(desk.engine.account().position()).isZero();
    assertThat(desk.notes("Alert")).singleElement().asString().contains("disk is full");
  }

  @Test
  void on_old_news_only_exits_leave_until_they_are_fresh() throws IOException {
    Desktop desk = new Desktop(root, 3, Behaviour.ALWAYS_FILLS);
    desk.load("seed", "stable", 1, SMA);
    desk.bars(200);
    desk.engine.reached(new Event.MarketSeen(true));
    desk.bars(200);
    assertThat(desk.engine.account().position()).isZero();
    assertThat(desk.engine.status().path("marketStale").asBoolean()).isTrue();
    assertThat(desk.reopened().engine().stale()).isTrue();
    desk.engine.reached(new Event.MarketSeen(false));
    long orders = orders(desk);
    desk.bars(200);
    assertThat(orders(desk)).isGreaterThan(orders);
    assertThat(desk.notes("Alert")).hasSize(2);
  }

  @Test
  void a_canary_in_whose_decision_the_trader_died_is_barred() throws IOException {
    Desktop desk = new Desktop(root, 3, Behaviour.ALWAYS_FILLS);
    desk.load("seed", "stable", 1, EMA);
    desk.load("ch-1", "canary", 0.05, SMA);
    desk.bars(20);
    Desktop.Next next = desk.diedDeciding(2);
    assertThat(next.engine().candidate()).isEmpty();
    assertThat(next.engine().stable().orElseThrow().change()).isEqualTo("seed");
    assertThat(desk.notes("SlotFaulted")).singleElement().asString().contains("died");
  }

  @Test
  void a_stable_in_whose_decision_the_trader_died_twice_is_barred() throws IOException {
    Desktop desk = new Desktop(root, 3, Behaviour.ALWAYS_FILLS);
    desk.load("seed", "stable", 1, EMA);
    desk.bars(20);
    Desktop.Next next = desk.diedDeciding(1);
    assertThat(next.engine().stable()).isPresent();
    Desktop twice = new Desktop(root.resolve("twice"), 3, Behaviour.ALWAYS_FILLS);
    twice.load("seed", "stable", 1, EMA);
    twice.bars(20);
    next = twice.diedDeciding(1, new Event.TakenUp(1));
    assertThat(next.engine().stable()).isEmpty();
    assertThat(twice.notes("SlotFaulted")).singleElement().asString().contains("died");
  }

  @Test
  void a_canary_gives_way_to_a_stable_that_is_all_in_and_is_not_denied_whole() throws IOException {
    Limits tight = new Limits(1.05, 1.05, 1, 0.99, 0.99, 400);
    Desktop desk = new Desktop(root, 3, Behaviour.ALWAYS_FILLS, tight, 0);
    desk.load("seed", "stable", 1, BUYING);
    flat(desk, 2);
    double held = desk.engine.account().position();
    desk.load("ch-1", "canary", 0.25, BUYING);
    flat(desk, 2);
    double room = 1.05 * desk.engine.status().path("equity").asDouble() / 100 - held;
    assertThat(desk.engine.candidate().orElseThrow().ledger().quantity())
        .isBetween(room - 0.01, room + 0.01);
    assertThat(desk.notes("EntryCut"))
        .singleElement()
        .asString()
        .startsWith("canary ")
        .contains("limits.max-exposure");
    assertThat(desk.notes("OrderDenied")).isEmpty();
    assertThat(desk.state()).isEqualTo("running");
  }

  @Test
  void a_canary_is_denied_when_the_headroom_is_less_than_the_venue_takes() throws IOException {
    Limits tight = new Limits(1.05, 0.9993, 1, 0.99, 0.99, 400);
    Desktop desk = new Desktop(root, 3, Behaviour.ALWAYS_FILLS, tight, 0);
    desk.load("seed", "stable", 1, BUYING);
    flat(desk, 2);
    assertThat(desk.engine.account().position()).isPositive();
    desk.load("ch-1", "canary", 0.25, BUYING);
    flat(desk, 2);
    assertThat(desk.engine.candidate().orElseThrow().ledger().quantity()).isZero();
    assertThat(desk.notes("EntryCut")).isEmpty();
    assertThat(desk.notes("OrderDenied")).anyMatch(n -> n.startsWith("canary limits.max-exposure"));
  }

  @Test
  void an_exit_that_would_enlarge_the_net_position_waits_until_the_account_bears_it()
      throws IOException {
    Desktop desk = new Desktop(root, 3, Behaviour.ALWAYS_FILLS);
    desk.load("seed", "stable", 1, BUYING);
    desk.load("ch-1", "canary", 0.25, SELLING);
    flat(desk, 2);
    double net = desk.engine.account().position();
    desk.limits(new Limits(2.1, net * 100 / 10_000, 0.25, 0.9, 0.95, 400));
    desk.tell("rollback", "ch-1", 0);
    flat(desk, 3);
    assertThat(desk.engine.account().position()).isEqualTo(net);
    assertThat(desk.engine.runningOff()).hasSize(1);
    assertThat(desk.notes("Alert")).singleElement().asString().contains("exits were denied");
    desk.limits(Desktop.LIMITS);
    flat(desk, 1);
    assertThat(desk.engine.account().position()).isGreaterThan(net);
    assertThat(desk.engine.runningOff()).isEmpty();
    assertThat(desk.state()).isEqualTo("running");
  }

  @Test
  void a_fill_that_nobody_ordered_is_the_houses_and_halts_above_dust() throws IOException {
    Desktop desk = new Desktop(root, 3, _ -> new Behaviour.FillMore(0.5));
    desk.load("seed", "stable", 1, BUYING);
    flat(desk, 2);
    assertThat(desk.engine.account().houseQuantity()).isEqualTo(0.5);
    assertThat(desk.state()).isEqualTo("halted");
    assertThat(desk.notes("Alert")).anyMatch(n -> n.contains("an unexpected fill"));
    assertThat(desk.notes("Halted")).singleElement().asString().contains("no slot ordered");
    Desktop dust =
        new Desktop(root.resolve("dust"), 3, _ -> new Behaviour.FillMore(Account.DUST / 2));
    dust.load("seed", "stable", 1, BUYING);
    flat(dust, 2);
    assertThat(dust.engine.account().houseQuantity()).isEqualTo(Account.DUST / 2);
    assertThat(dust.state()).isEqualTo("running");
  }

  private static void flat(Desktop desk, int bars) {
    for (int i = 0; i < bars; i++) {
      desk.bar(100, 100, 100, 100);
    }
  }

  private static long orders(Desktop desk) throws IOException {
    return desk.events().stream().filter(e -> e instanceof Event.OrderSent).count();
  }

  private static List<Long> measured(Desktop desk) throws IOException {
    return desk.events().stream()
        .filter(e -> e instanceof Event.Measured)
        .map(e -> ((Event.Measured) e).micros())
        .toList();
  }

  private static void decidesOnEveryBar(Desktop desk, long slot, int bars) throws IOException {
    assertThat(
            desk.events().stream()
                .filter(e -> e instanceof Event.Decided d && d.slot() == slot)
                .map(e -> ((Event.Decided) e).bar())
                .distinct()
                .count())
        .isEqualTo(bars);
  }
}
