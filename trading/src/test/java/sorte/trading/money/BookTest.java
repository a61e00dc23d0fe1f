package sorte.trading.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.ZoneOffset;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import sorte.strategy.run.Signals;
import sorte.trading.market.BuiltInMarket;
import sorte.trading.market.Instrument;

class BookTest {
  private static final long CASH = 10_000 * Money.ONE;

  private static Book book(HoldingTerms terms, Costs costs, Instrument instrument, Fill fill) {
    return new Book(terms, costs, instrument, fill, CASH, ZoneOffset.UTC, TradeLog.NONE);
  }

  private static Book book(HoldingTerms terms, Costs costs) {
    return book(terms, costs, Instrument.wholeUnits("X"), Fill.NEXT_OPEN);
  }

  private static long flatBar(Book book, int bar, double price) {
    return book.onBar(bar, bar * 60_000L, price, price, price, price);
  }

  @Test
  void an_order_fills_at_the_next_open_in_whole_units_for_all_there_is() {
    Book book = book(HoldingTerms.ALL_IN, Costs.fee(0.002));
    assertThat(flatBar(book, 0, 99)).isEqualTo(CASH);
    book.decide(Signals.ENTER_LONG, Double.NaN, 99);
    assertThat(book.ledger().quantity()).isZero();
    long equity = flatBar(book, 1, 100);
    assertThat(book.ledger().quantity()).isEqualTo(99); // 10,000 / 100.2 is 99.8
    assertThat(equity).isEqualTo(CASH - Money.of(99 * 100 * 0.002));
    assertThat(book.ledger().fees()).isEqualTo(Money.of(19.8));
  }

  @Test
  void a_spread_makes_the_entry_dearer_and_leaves_the_exit_alone() {
    Book book = book(HoldingTerms.ALL_IN, new Costs(0, 0.01, 0));
    flatBar(book, 0, 100);
    book.decide(Signals.ENTER_LONG, Double.NaN, 100);
    flatBar(book, 1, 100);
    assertThat(book.ledger().entryPrice()).isEqualTo(101);
    book.decide(Signals.EXIT_LONG, Double.NaN, 100);
    flatBar(book, 2, 100);
    assertThat(book.ledger().lastProfit()).isEqualTo(Money.of(-99));
  }

  @Test
  void a_trade_loses_what_it_risks_when_its_stop_fires() {
    HoldingTerms risk = new HoldingTerms(1, 0, 0, true, 0, 0, 0, 0, -1, -1, false, 2, 0.01);
    Book book = book(risk, Costs.NONE, Instrument.wholeUnits("X").fractional(), Fill.NEXT_OPEN);
    flatBar(book, 0, 100);
    book.decide(Signals.ENTER_LONG, 4, 100);
    assertThat(book.entryQuantity(60_000, 100)).isEqualTo(25);
    flatBar(book, 1, 100);
    assertThat(book.ledger().quantity()).isEqualTo(25);
    assertThat(book.holding().target()).isEqualTo(108);
    flatBar(book, 2, 96);
    assertThat(book.ledger().lastProfit()).isEqualTo(-CASH / 100);
  }

  @Test
  void what_is_risked_never_takes_more_than_there_is() {
    HoldingTerms risk = new HoldingTerms(0.5, 0, 0, true, 0, 0, 0, 0, -1, -1, false, 0, 0.01);
    for (double distance : new double[] {0, 1e-300, 0.1}) {
      Book book = book(risk, Costs.NONE);
      flatBar(book, 0, 100);
      book.decide(Signals.ENTER_SHORT, distance, 100);
      assertThat(book.entryQuantity(60_000, 100)).as("distance %s", distance).isEqualTo(-49);
    }
    Book none = book(risk, Costs.NONE);
    flatBar(none, 0, 100);
    none.decide(Signals.ENTER_LONG, 1e6, 100);
    flatBar(none, 1, 100);
    assertThat(none.holding().side()).isZero(); // a hundredth of a unit is none
  }

  @Test
  void slippage_goes_against_every_fill_but_a_target() {
    HoldingTerms target = new HoldingTerms(1, 0, 0.1, false, 0.1, 0, 0, 0, -1, -1, false);
    Book book = book(target, new Costs(0, 0, 0.01));
    flatBar(book, 0, 100);
    book.decide(Signals.ENTER_LONG, Double.NaN, 100);
    flatBar(book, 1, 100);
    assertThat(book.ledger().entryPrice()).isEqualTo(101);
    book.onBar(2, 2, 100, 150, 100, 150);
    assertThat(book.ledger().lastProfit()).isEqualTo(Money.of(99 * (101 * 1.1 - 101)));
    book.decide(Signals.ENTER_SHORT, Double.NaN, 100);
    flatBar(book, 3, 100);
    assertThat(book.ledger().entryPrice()).isEqualTo(99);
    double sold = -book.ledger().quantity();
    double stop = 99 * 1.1;
    book.onBar(4, 4, 100, 112, 100, 112);
    assertThat(book.ledger().lastProfit())
        .isCloseTo(Money.of(sold * (99 - stop * 1.01)), within(10L));
  }

  @Test
  void a_stop_counts_on_the_bar_of_entry_and_a_market_close_goes_before_it() {
    HoldingTerms stop = new HoldingTerms(1, 0, 0.1, false, 0, 0, 0, 0, -1, -1, false);
    Book book = book(stop, Costs.NONE);
    flatBar(book, 0, 100);
    book.decide(Signals.ENTER_LONG, Double.NaN, 100);
    book.onBar(1, 1, 100, 101, 80, 95);
    assertThat(book.holding().side()).isZero();
    assertThat(book.ledger().cash()).isEqualTo(CASH - Money.of(990));
    book.decide(Signals.ENTER_LONG, Double.NaN, 95);
    flatBar(book, 2, 100);
    book.decide(Signals.EXIT_LONG, Double.NaN, 100);
    book.onBar(3, 3, 99, 99, 50, 60);
    assertThat(book.ledger().lastProfit()).isEqualTo(Money.of(-90)); // 90 units sold at 99
  }

  @Test
  void with_fills_at_the_close_the_bars_own_range_does_not_stop_the_trade() {
    HoldingTerms stop = new HoldingTerms(1, 0, 0.1, false, 0, 0, 0, 0, -1, -1, false);
    Book book = book(stop, Costs.fee(0.01), Instrument.wholeUnits("X"), Fill.CLOSE);
    book.onBar(0, 0, 100, 120, 50, 100);
    book.decide(Signals.ENTER_LONG, Double.NaN, 100);
    assertThat(book.ledger().quantity()).isEqualTo(99);
    assertThat(book.mark(100)).isEqualTo(CASH - Money.of(99));
    book.onBar(1, 1, 100, 120, 91, 100);
    assertThat(book.holding().side()).isEqualTo(1);
  }

  @Test
  void an_account_with_nothing_left_is_bust_and_stays_so() {
    Book book = book(HoldingTerms.ALL_IN, Costs.fee(0.001));
    flatBar(book, 0, 100);
    book.decide(Signals.ENTER_SHORT, Double.NaN, 100);
    assertThat(flatBar(book, 1, 100)).isPositive();
    assertThat(flatBar(book, 2, 250)).isZero();
    assertThat(book.bust()).isTrue();
    assertThat(book.ledger().cash()).isZero();
    assertThat(book.holding().side()).isZero();
    assertThat(book.decide(Signals.ENTER_LONG, Double.NaN, 1)).isEqualTo(Intent.NONE);
    assertThat(flatBar(book, 3, 1)).isZero();
  }

  @Test
  void an_order_too_small_for_the_venue_is_dropped() {
    Instrument dear = new Instrument("X", 0.01, 0.00001, 20_000);
    Book book = book(HoldingTerms.ALL_IN, Costs.NONE, dear, Fill.NEXT_OPEN);
    flatBar(book, 0, 100);
    book.decide(Signals.ENTER_LONG, Double.NaN, 100);
    assertThat(flatBar(book, 1, 100)).isEqualTo(CASH);
    assertThat(book.holding().side()).isZero();
  }

  @Test
  void a_part_or_a_sum_goes_in_when_the_terms_say_so() {
    HoldingTerms half = new HoldingTerms(0.5, 0, 0, false, 0, 0, 0, 0, -1, -1, false);
    HoldingTerms sum = new HoldingTerms(1, 2500, 0, false, 0, 0, 0, 0, -1, -1, false);
    assertThat(entered(half)).isEqualTo(49); // a hair less than 50: the text's formula
    assertThat(entered(sum)).isEqualTo(24);
  }

  private static double entered(HoldingTerms terms) {
    Book book = book(terms, Costs.NONE);
    flatBar(book, 0, 100);
    book.decide(Signals.ENTER_LONG, Double.NaN, 100);
    flatBar(book, 1, 100);
    return book.ledger().quantity();
  }

  @Test
  void a_twin_earns_the_same_fractions_on_any_capital() {
    for (long seed = 1; seed <= 5; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      HoldingTerms terms = new HoldingTerms(1, 0, 0.02, false, 0.03, 0, 50, 1, -1, -1, false);
      Book one = Book.twin(terms, Costs.fee(0.001), Instrument.simulated(), 1_000 * Money.ONE);
      Book many = Book.twin(terms, Costs.fee(0.001), Instrument.simulated(), 1_000_000 * Money.ONE);
      BuiltInMarket market = new BuiltInMarket(seed);
      for (int i = 0; i < 5000; i++) {
        market.advance();
        long a =
            one.onBar(i, market.time(), market.open(), market.high(), market.low(), market.close());
        long b =
            many.onBar(
                i, market.time(), market.open(), market.high(), market.low(), market.close());
        assertThat((double) b / a).as("seed %d bar %d", seed, i).isCloseTo(1000, within(1e-4));
        int signals = random.nextInt(8) == 0 ? random.nextInt(16) : 0;
        one.decide(signals, Double.NaN, market.close());
        many.decide(signals, Double.NaN, market.close());
      }
      assertThat(one.ledger().fees()).isPositive();
    }
  }

  @Test
  void the_ledger_adds_up_after_every_bar() {
    SplittableRandom random = new SplittableRandom(8);
    Book book = book(HoldingTerms.ALL_IN, Costs.fee(0.001), Instrument.simulated(), Fill.NEXT_OPEN);
    BuiltInMarket market = new BuiltInMarket(8);
    for (int i = 0; i < 5000; i++) {
      market.advance();
      long equity =
          book.onBar(i, market.time(), market.open(), market.high(), market.low(), market.close());
      SubLedger ledger = book.ledger();
      assertThat(ledger.cash()).isEqualTo(CASH + ledger.realised() - ledger.entryFee());
      if (ledger.quantity() == 0) {
        assertThat(equity).isEqualTo(ledger.cash());
      }
      book.decide(random.nextInt(5) == 0 ? random.nextInt(16) : 0, Double.NaN, market.close());
    }
  }

  @Test
  void a_transfer_at_the_mark_moves_the_trade_and_costs_nothing() {
    SubLedger from = new SubLedger(CASH);
    SubLedger to = new SubLedger(CASH);
    from.enter(10, 100, 0.001);
    long before = from.equity(110) + to.equity(110);
    from.transfer(to, 110);
    assertThat(from.quantity()).isZero();
    assertThat(to.quantity()).isEqualTo(10);
    assertThat(to.entryPrice()).isEqualTo(110);
    assertThat(from.equity(110) + to.equity(110)).isEqualTo(before);
    assertThatThrownBy(() -> from.transfer(to, 110)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void costs_refuse_nonsense() {
    assertThatThrownBy(() -> Costs.fee(-0.1))
        .hasMessageContaining("fee")
        .hasMessageContaining("-0.1");
    assertThatThrownBy(() -> new Costs(0, 1, 0)).hasMessageContaining("spread");
    assertThatThrownBy(() -> new Costs(0, 0, Double.NaN)).hasMessageContaining("slippage");
    assertThatThrownBy(() -> Fill.of("soon")).hasMessageContaining("next-open or close, was soon");
  }
}
