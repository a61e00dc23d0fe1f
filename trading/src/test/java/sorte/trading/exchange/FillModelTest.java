package sorte.trading.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import sorte.trading.market.Bar;
import sorte.trading.market.Instrument;
import sorte.trading.money.Fill;
import sorte.trading.money.Money;
import sorte.trading.order.Exit;
import sorte.trading.order.Instruction;
import sorte.trading.order.Level;
import sorte.trading.order.OrderState;
import sorte.trading.order.OrderTicket;
import sorte.trading.order.OrderType;
import sorte.trading.order.Quantity;
import sorte.trading.order.Side;
import sorte.trading.order.Size;
import sorte.trading.order.TimeInForce;
import sorte.trading.order.Trail;

/// The rules of docs/fill-model.md, one test a rule and in its order.
class FillModelTest {
  private static final long HOUR = 3_600_000;
  private static final FillModel FREE = FillModel.FREE;

  private final Watch watch = new Watch("rules");
  private BarExchange exchange = exchange(FREE);
  private int bars;

  private BarExchange exchange(FillModel model) {
    return exchange(model, new Instrument("X", 0, 1, 0));
  }

  private BarExchange exchange(FillModel model, Instrument instrument) {
    watch.executions.clear();
    watch.states.clear();
    watch.filled.clear();
    watch.positions.clear();
    bars = 0;
    exchange = new BarExchange(model, 10_000 * Money.ONE, List.of(instrument), watch);
    return exchange;
  }

  private void bar(double open, double high, double low, double close) {
    Bar bar = new Bar(bars * HOUR, open, high, low, close, 100);
    watch.begins(bar);
    exchange.bar("X", bar, ++bars * HOUR);
    exchange.settle();
  }

  private void flat(double price) {
    bar(price, price, price, price);
  }

  private static OrderTicket order(long id, Side side, double units, OrderType type) {
    return OrderTicket.of(id, "X", side, Quantity.of(units), type);
  }

  private void send(OrderTicket ticket) {
    watch.sends(ticket, bars * HOUR);
    exchange.submit(new Instruction.Single(ticket));
  }

  private void buy(long id, double units) {
    send(order(id, Side.BUY, units, OrderType.MARKET));
  }

  private void sell(long id, double units) {
    send(order(id, Side.SELL, units, OrderType.MARKET));
  }

  private double[] prices() {
    return watch.executions.stream().mapToDouble(Execution::price).toArray();
  }

  private Execution last() {
    return watch.executions.getLast();
  }

  private String why(long id) {
    return switch (watch.state(id)) {
      case OrderState.Rejected r -> r.why();
      case OrderState.Cancelled c -> c.why();
      default -> "it is " + watch.state(id);
    };
  }

  @Test
  void rule_1_what_is_sent_at_a_close_acts_at_the_next_open_or_at_that_close() {
    flat(100);
    buy(1, 1);
    bar(103, 110, 99, 105);
    assertThat(prices()).containsExactly(103);
    exchange(FREE.with(Fill.CLOSE));
    bar(100, 104, 99, 101);
    buy(1, 1);
    assertThat(prices()).containsExactly(101);
    assertThat(last().time()).isEqualTo(HOUR);
  }

  @Test
  void rule_2_the_price_goes_in_straight_lines_from_open_over_the_extremes_to_close() {
    for (BarPath path : List.of(BarPath.OHLC, BarPath.OLHC, BarPath.NEARER)) {
      exchange(FREE.with(path));
      flat(100);
      send(order(1, Side.BUY, 1, new OrderType.Limit(95)));
      send(order(2, Side.SELL, 1, new OrderType.Limit(105)));
      bar(100, 106, 90, 101);
      boolean highFirst = path != BarPath.OLHC; // the high is nearer
      assertThat(prices())
          .as(path.name())
          .containsExactly(highFirst ? new double[] {105, 95} : new double[] {95, 105});
      assertThat(watch.executions.getFirst().time())
          .isEqualTo(HOUR + (highFirst ? HOUR / 3 * 5 / 6 : HOUR / 3 / 2));
    }
  }

  @Test
  void rule_3_the_worst_path_goes_first_to_what_is_worse_for_us() {
    flat(100);
    exchange.submit(bracket(1, Side.BUY, 0.05));
    bar(100, 106, 94, 100);
    assertThat(prices()).containsExactly(100, 95);
    exchange.submit(bracket(11, Side.SELL, 0.05));
    bar(100, 106, 94, 100);
    assertThat(prices()).containsExactly(100, 95, 100, 105);
    exchange(FREE.with(BarPath.OHLC));
    flat(100);
    exchange.submit(bracket(1, Side.BUY, 0.05));
    bar(100, 106, 94, 100);
    assertThat(prices()).containsExactly(100, 105);
  }

  private static Instruction bracket(long id, Side side, double away) {
    int sign = side.sign();
    return new Instruction.Bracket(
        order(id, side, 1, OrderType.MARKET),
        List.of(
            new Exit.StopLoss(id + 1, new Level.FromEntry(-sign * away)),
            new Exit.Target(id + 2, new Level.FromEntry(sign * away))));
  }

  @Test
  void rule_4_what_the_open_has_gapped_through_fills_at_the_open() {
    flat(100);
    buy(1, 3);
    flat(100);
    send(order(2, Side.SELL, 1, new OrderType.Stop(95)).reducing());
    send(order(3, Side.SELL, 1, new OrderType.Limit(110)).reducing());
    bar(90, 91, 89, 90);
    bar(120, 121, 119, 120);
    assertThat(prices()).containsExactly(100, 90, 120);
  }

  @Test
  void rule_5_a_limit_fills_when_it_is_touched_and_never_worse() {
    exchange(FREE.with(new Slippage.Fixed(3)));
    flat(100);
    send(order(1, Side.BUY, 1, new OrderType.Limit(98)));
    send(order(2, Side.BUY, 1, new OrderType.Limit(97.9)));
    bar(100, 101, 98, 99);
    assertThat(prices()).containsExactly(98);
    send(order(3, Side.BUY, 1, new OrderType.Limit(101)));
    flat(100); // it takes, slips three, and stops at its price
    assertThat(last().price()).isEqualTo(101);
    assertThat(watch.state(2)).isInstanceOf(OrderState.Accepted.class);
  }

  @Test
  void rule_6_a_bars_volume_gives_our_share_and_the_rest_waits_for_the_next_open() {
    exchange(FREE.withParticipation(0.1));
    flat(100);
    buy(1, 25);
    bar(100, 101, 99, 100);
    bar(102, 103, 99, 100);
    bar(104, 105, 99, 100);
    assertThat(watch.executions.stream().map(e -> e.quantity() / Quantity.ONE))
        .containsExactly(10L, 10L, 5L);
    assertThat(prices()).containsExactly(100, 102, 104);
    assertThat(watch.state(1)).isEqualTo(new OrderState.Filled(Quantity.of(25)));
  }

  @Test
  void rule_7_the_spread_is_paid_by_what_takes_and_opens() {
    exchange(FREE.withSpread(0.01));
    flat(100);
    buy(1, 1);
    flat(100);
    sell(2, 1);
    flat(100);
    sell(3, 1);
    flat(100);
    assertThat(prices()).containsExactly(101, 100, 99);
  }

  @Test
  void rule_8_slippage_goes_against_what_takes_and_not_against_what_rested() {
    double[] expected = {100.5, 101, 100 * (1 + 0.1 * Math.sqrt(25 / 100.0))};
    List<Slippage> models =
        List.of(
            Slippage.of("fixed:0.5"), Slippage.of("proportional:0.01"), Slippage.of("sqrt:0.1"));
    for (int i = 0; i < models.size(); i++) {
      exchange(FREE.with(models.get(i)));
      flat(100);
      buy(1, 25);
      flat(100);
      send(order(2, Side.SELL, 25, new OrderType.Limit(110)));
      bar(100, 111, 100, 110);
      assertThat(prices()).containsExactly(new double[] {expected[i], 110}, within(1e-12));
    }
    assertThatThrownBy(() -> Slippage.of("cubic:1")).hasMessageContaining("fixed:AMOUNT");
    assertThatThrownBy(() -> Slippage.of("sqrt:x")).hasMessageContaining("sqrt:FACTOR");
  }

  @Test
  void rule_9_an_order_acts_only_from_its_arrival_at_the_price_of_that_time() {
    exchange(FREE.with(BarPath.OHLC).with(Latency.ofMillis(HOUR / 6)));
    flat(100);
    buy(1, 1);
    bar(100, 110, 90, 95);
    assertThat(prices()).containsExactly(105); // half way to the high
    assertThat(last().time()).isEqualTo(HOUR + HOUR / 6);
    exchange(FREE.with(new Latency(0, 1)));
    flat(100);
    buy(1, 1);
    flat(101);
    assertThat(watch.executions).isEmpty();
    flat(102);
    assertThat(prices()).containsExactly(102);
  }

  @Test
  void rule_10_makers_and_takers_pay_by_what_was_traded_on_the_thirty_days_before() {
    exchange(
        FREE.with(FeeSchedule.parse("0:0.001:0.002\n# reached by one trade\n900:-0.0001:0.001")));
    flat(100);
    buy(1, 10);
    flat(100);
    send(order(2, Side.SELL, 1, new OrderType.Limit(100.5)));
    bar(100, 101, 100, 100);
    assertThat(watch.executions.stream().map(Execution::fee))
        .containsExactly(Money.of(2), Money.of(0.1005)); // today's trades do not count today
    bars = 24;
    sell(3, 1);
    flat(100);
    assertThat(last().fee()).isEqualTo(Money.of(0.1));
    bars = 24 * 40;
    sell(4, 1);
    flat(100);
    assertThat(last().fee()).as("after forty days").isEqualTo(Money.of(0.2));
    assertThatThrownBy(() -> FeeSchedule.parse("5:0:0")).hasMessageContaining("begin at volume 0");
    assertThatThrownBy(() -> FeeSchedule.parse("0:0.001"))
        .hasMessageContaining("VOLUME:MAKER:TAKER");
  }

  @Test
  void rule_11_tick_lot_and_least_worth_are_refused_in_words() {
    exchange(FREE, new Instrument("X", 0.5, 0.1, 50));
    flat(100);
    send(order(1, Side.BUY, 1, new OrderType.Limit(99.7)));
    buy(2, 0.25);
    buy(3, 0.4);
    buy(4, 0.5);
    flat(100.2);
    assertThat(why(1)).isEqualTo("a price must be a multiple of the tick 0.5, was 99.7: use 99.5");
    assertThat(why(2))
        .isEqualTo("a quantity must be a whole number of lots of 0.1, was 0.25: use 0.2");
    assertThat(why(3)).startsWith("an order must be worth at least 50.0");
    assertThat(prices()).as("rounded to the tick against us").containsExactly(100.5);
    assertThatThrownBy(() -> exchange(FREE, new Instrument("X", 0, 1 / 3.0, 0)))
        .hasMessageContaining("multiple of it");
  }

  @Test
  void rule_12_a_share_of_the_money_is_sized_when_the_order_comes_to_act() {
    exchange(FREE.with(FeeSchedule.of(0, 0.01)));
    flat(100);
    send(
        new OrderTicket(
            1,
            "X",
            Side.BUY,
            new Size.Share(1, 0),
            OrderType.MARKET,
            TimeInForce.GTC,
            false,
            false));
    flat(50);
    assertThat(last().quantity()).isEqualTo(Quantity.of(198)); // 10,000 / (50 + 0.5)
  }

  @Test
  void rule_13_what_the_free_money_does_not_pay_is_cut_to_what_it_pays() {
    flat(100);
    buy(1, 60);
    flat(100);
    buy(2, 60);
    flat(100);
    assertThat(watch.filled(2)).isEqualTo(Quantity.of(40));
    assertThat(why(2)).isEqualTo("the free money does not pay the rest");
    assertThat(exchange.free()).isZero();
  }

  @Test
  void rule_14_a_short_pays_for_what_it_borrows() {
    exchange(FREE.withBorrowRate(0.365));
    flat(100);
    sell(1, 10);
    for (int i = 0; i < 24; i++) {
      flat(100);
    }
    assertThat(Money.toDouble(exchange.borrowed())).isCloseTo(1, within(1e-6)); // a day's 0.1 %
    exchange(FREE.withBorrowRate(0.365));
    flat(100);
    buy(1, 10);
    flat(100);
    assertThat(exchange.borrowed()).isZero();
  }

  @Test
  void rule_15_an_isolated_position_is_liquidated_and_loses_no_more_than_its_margin() {
    FillModel ten = FREE.with(new Margin.Isolated(10, 0.01, 0.005));
    exchange(ten);
    flat(100);
    buy(1, 100); // margin 1,000; used up to the maintenance at 90 / 0.99
    flat(100);
    assertThat(exchange.free()).isEqualTo(9_000 * Money.ONE);
    bar(100, 100, 85, 95);
    assertThat(last().cause()).isEqualTo(Execution.Cause.LIQUIDATION);
    assertThat(last().price()).isCloseTo(90 / 0.99, within(1e-12));
    assertThat(Money.toDouble(last().fee())).isCloseTo(100 * 90 / 0.99 * 0.005, within(1e-6));
    exchange(ten);
    flat(100);
    sell(1, 100);
    flat(100);
    flat(150); // it gapped beyond: the venue bears the rest
    assertThat(last().price()).isEqualTo(110);
    assertThat(exchange.settled()).isEqualTo(9_000 * Money.ONE);
  }

  @Test
  void rule_16_a_trigger_is_reached_at_its_price_and_a_trailing_stop_follows() {
    exchange(FREE.with(BarPath.OHLC));
    flat(100);
    buy(1, 4);
    flat(100);
    send(order(2, Side.SELL, 1, new OrderType.Stop(95)));
    send(order(3, Side.SELL, 1, new OrderType.StopLimit(96, 97)));
    send(order(4, Side.SELL, 1, new OrderType.TakeProfit(108)));
    send(order(5, Side.SELL, 1, new OrderType.TrailingStop(new Trail.Amount(7))));
    bar(100, 110, 94, 98);
    assertThat(prices()).containsExactly(100, 108, 103, 95, 97);
    exchange(FREE);
    flat(100);
    buy(1, 1);
    flat(100);
    send(order(2, Side.SELL, 1, new OrderType.TrailingStop(new Trail.Fraction(0.05))));
    bar(100, 110, 99, 108); // on the worst path a bar's own best counts from the next
    bar(108, 109, 104, 105);
    assertThat(last().price()).isEqualTo(110 * 0.95);
  }

  @Test
  void rule_17_orders_of_one_group_share_one_quantity() {
    exchange(FREE.withParticipation(0.01));
    flat(100);
    exchange.submit(
        new Instruction.Bracket(
            order(1, Side.BUY, 2, OrderType.MARKET),
            List.of(
                new Exit.StopLoss(2, new Level.At(95)), new Exit.Target(3, new Level.At(105)))));
    flat(100); // one of two
    bar(105, 105, 105, 105); // the rest of the entry goes first and takes this bar's share
    bar(105, 105, 105, 105);
    bar(94, 94, 94, 94);
    assertThat(watch.filled(3)).isEqualTo(Quantity.ONE);
    assertThat(watch.filled(2)).isEqualTo(Quantity.ONE);
    assertThat(exchange.position("X")).isZero();
    exchange.submit(
        new Instruction.OneCancelsOther(
            order(5, Side.BUY, 1, new OrderType.Limit(90)),
            order(6, Side.BUY, 1, new OrderType.Stop(98))));
    bar(94, 99, 94, 94);
    bar(90, 90, 90, 90);
    assertThat(watch.filled(5)).isZero();
    assertThat(why(5)).isEqualTo("the other of its group has filled");
  }

  @Test
  void rule_18_an_order_stands_as_long_as_it_says() {
    exchange(FREE.withParticipation(0.1));
    flat(100);
    send(order(1, Side.BUY, 15, OrderType.MARKET).standing(TimeInForce.FOK));
    send(order(2, Side.BUY, 15, OrderType.MARKET).standing(TimeInForce.IOC));
    send(order(3, Side.BUY, 1, new OrderType.Limit(90)).standing(TimeInForce.IOC));
    send(
        order(4, Side.BUY, 1, new OrderType.Limit(95))
            .standing(new TimeInForce.GoodTillDate(2 * HOUR)));
    flat(100);
    assertThat(why(1)).isEqualTo("not all of it fills at once");
    assertThat(watch.state(2))
        .isEqualTo(new OrderState.Cancelled(Quantity.of(10), "the rest does not fill at once"));
    assertThat(why(3)).contains("does not rest");
    flat(95);
    assertThat(watch.state(4)).isEqualTo(new OrderState.Expired(0));
  }

  @Test
  void rule_19_reduce_only_never_opens_and_post_only_never_takes() {
    flat(100);
    send(order(1, Side.SELL, 1, OrderType.MARKET).reducing());
    send(order(2, Side.BUY, 1, new OrderType.Limit(100)).posting());
    buy(3, 1);
    flat(100);
    assertThat(why(1)).isEqualTo("reduce-only, and there is nothing to reduce");
    assertThat(why(2)).isEqualTo("post-only, and it would take at 100.0");
    send(order(4, Side.SELL, 5, OrderType.MARKET).reducing());
    flat(100);
    assertThat(exchange.position("X")).isZero();
    assertThat(watch.filled(4)).isEqualTo(Quantity.ONE);
    assertThat(why(4)).isEqualTo("the position that it would reduce is gone");
  }

  @Test
  void rule_20_an_account_at_zero_is_closed_and_nothing_is_left() {
    flat(100);
    sell(1, 100);
    flat(100);
    flat(250);
    assertThat(exchange.bust()).isTrue();
    assertThat(last().cause()).isEqualTo(Execution.Cause.BUST);
    assertThat(exchange.equity()).isZero();
    assertThat(exchange.writtenOff()).isEqualTo(-5_000 * Money.ONE);
    buy(2, 1);
    assertThat(why(2)).isEqualTo("nothing is left of the account");
  }
}
