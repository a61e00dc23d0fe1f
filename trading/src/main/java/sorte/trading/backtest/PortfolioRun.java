package sorte.trading.backtest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sorte.trading.money.EquityCurve;
import sorte.trading.money.Money;
import sorte.trading.risk.Limits;
import sorte.trading.risk.Passage;
import sorte.trading.risk.RiskCheck;
import sorte.trading.risk.Standing;

/// One pass of a portfolio over its time.
final class PortfolioRun implements Timeline.Events {
  private static final int FIRST_GUESS = 1024;

  private final PortfolioBacktest terms;
  private final List<PortfolioLeg> legs;
  private final List<LegRun> runs = new ArrayList<>();
  private final List<Long> times = new ArrayList<>();
  private final List<PortfolioResult.Denial> denied = new ArrayList<>();
  private final Map<String, Double> prices = new LinkedHashMap<>();
  private final Map<String, Double> leaving = new LinkedHashMap<>();
  private final long reserve;
  private long[] equity = new long[FIRST_GUESS];
  private long house;
  private long lastOrder;
  private int ordersToday;
  private LocalDate day = LocalDate.EPOCH;
  private double dayStart;
  private double peak;
  private boolean halted;

  PortfolioRun(PortfolioBacktest terms, List<PortfolioLeg> legs) {
    this.terms = terms;
    this.legs = legs;
    long left = terms.cash();
    for (PortfolioLeg leg : legs) {
      long part = Math.min(left, Money.of(Money.toDouble(terms.cash()), leg.share()));
      left = Money.minus(left, part);
      runs.add(new LegRun(leg, terms.costs(), part, terms.zone()));
    }
    this.reserve = left;
    this.peak = Money.toDouble(terms.cash());
    this.dayStart = peak;
  }

  PortfolioResult run() {
    new Timeline(legs).run(this);
    long[] marks = Arrays.copyOf(equity, times.size());
    long fees = 0;
    List<PortfolioResult.Leg> results = new ArrayList<>();
    for (LegRun run : runs) {
      fees = Money.plus(fees, run.book.ledger().fees());
      results.add(new PortfolioResult.Leg(run.symbol(), run.leg.share(), run.result()));
    }
    long last = marks[marks.length - 1];
    EquityCurve curve = new EquityCurve(terms.cash());
    curve.take(marks, 0, marks.length);
    return new PortfolioResult(
        times,
        Equity.of(marks),
        terms.cash(),
        last,
        Figures.returnPct(terms.cash(), last),
        curve.maxDrawdownPct(),
        curve.sharpe(
            () -> marks, 0, Figures.marksAYear(times.size(), times.getFirst(), times.getLast())),
        fees,
        house,
        denied,
        results);
  }

  @Override
  public void closed(long time, List<Integer> series) {
    for (int leg : series) {
      runs.get(leg).close();
      prices.put(runs.get(leg).symbol(), runs.get(leg).mark());
    }
    long now = equity();
    if (times.size() == equity.length) {
      equity = Arrays.copyOf(equity, 2 * equity.length);
    }
    equity[times.size()] = now;
    times.add(time);
    peak = Math.max(peak, Money.toDouble(now));
    terms.limits().ifPresent(limits -> watch(limits, now));
  }

  /// A drawdown at its limit ends all entries: in a backtest nobody is there to resume.
  private void watch(Limits limits, long now) {
    halted |= 1 - Money.toDouble(now) / peak >= limits.maxDrawdown();
  }

  @Override
  public void opened(long time, List<Integer> series) {
    newDay(time);
    leaving.clear();
    if (terms.limits().isPresent()) {
      for (int leg : series) {
        guard(terms.limits().get(), runs.get(leg), time);
      }
    }
    Map<String, Crossing> crossings = new LinkedHashMap<>();
    for (int leg : series) {
      LegRun run = runs.get(leg);
      Crossing crossing = crossings.computeIfAbsent(run.symbol(), _ -> new Crossing());
      crossing.filled(run, time);
      prices.put(run.symbol(), run.mark());
    }
    for (Crossing crossing : crossings.values()) {
      house = Money.plus(house, crossing.saved());
    }
  }

  private void newDay(long time) {
    LocalDate today = Instant.ofEpochMilli(time).atZone(terms.zone()).toLocalDate();
    if (!today.equals(day)) {
      day = today;
      dayStart = Money.toDouble(equity());
      ordersToday = 0;
    }
  }

  /// The last check before the venue, over the whole account.
  private void guard(Limits limits, LegRun run, long time) {
    double price = run.nextOpen();
    double entry = run.book.entryQuantity(time, price);
    leaving.merge(run.symbol(), run.book.exitQuantity(), Double::sum);
    if (entry == 0) {
      return;
    }
    double position = position(run.symbol());
    double now = Money.toDouble(equity());
    Standing standing =
        new Standing(
            position,
            now,
            prices.getOrDefault(run.symbol(), price),
            dayStart,
            peak,
            ordersToday,
            lastOrder,
            halted ? Standing.Mode.HALTED : Standing.Mode.RUNNING,
            false);
    switch (new RiskCheck(limits).check(lastOrder + 1, entry, price, false, standing)) {
      case Passage.Denied d -> deny(run, time, d.rule(), d.seen(), d.limit());
      case Passage.Passed _ -> {
        double gross = gross(run.symbol(), position + entry, price) / now;
        if (gross > limits.maxExposure()) {
          deny(run, time, "limits.max-exposure", gross, limits.maxExposure());
          return;
        }
        lastOrder++;
        ordersToday++;
        leaving.merge(run.symbol(), entry, Double::sum);
      }
    }
  }

  private void deny(LegRun run, long time, String rule, double seen, double limit) {
    run.book.denyEntry();
    denied.add(new PortfolioResult.Denial(time, run.leg.name(), rule, seen, limit));
  }

  /// The net position, with what leaves at this open already.
  private double position(String symbol) {
    double net = leaving.getOrDefault(symbol, 0.0);
    for (LegRun run : runs) {
      net += run.symbol().equals(symbol) ? run.book.ledger().quantity() : 0;
    }
    return net;
  }

  /// The worth of all net positions, of whatever side, were this one so.
  private double gross(String symbol, double would, double price) {
    double gross = Math.abs(would) * price;
    for (Map.Entry<String, Double> other : prices.entrySet()) {
      if (!other.getKey().equals(symbol)) {
        gross += Math.abs(position(other.getKey())) * other.getValue();
      }
    }
    return gross;
  }

  private long equity() {
    long sum = Money.plus(reserve, house);
    for (LegRun run : runs) {
      sum = Money.plus(sum, run.equity());
    }
    return sum;
  }

  /// What the legs on one instrument trade at one open. Each is charged as if it had traded alone;
  /// what meets inside never reaches the venue, and that part of the costs is the house's.
  private static final class Crossing {
    private double gross;
    private double net;
    private double costs;

    void filled(LegRun run, long time) {
      double exit = run.book.exitQuantity();
      double before = run.book.ledger().quantity();
      long paid = run.book.ledger().fees();
      double price = run.nextOpen();
      run.open(time);
      double entered = run.book.ledger().quantity() - before - exit;
      gross += Math.abs(exit) + Math.abs(entered);
      net += exit + entered;
      costs += Money.toDouble(Money.minus(run.book.ledger().fees(), paid));
      costs += worse(run, exit, entered, price);
    }

    /// What spread and slippage took, against the open itself.
    private static double worse(LegRun run, double exit, double entered, double price) {
      double in =
          entered == 0 ? 0 : Math.abs(entered) * Math.abs(run.book.ledger().entryPrice() - price);
      return in + Math.abs(exit) * Math.abs(run.slipped(exit, price) - price);
    }

    long saved() {
      double crossed = gross - Math.abs(net);
      return gross == 0 || crossed <= 0 ? 0 : Money.of(costs, crossed / gross);
    }
  }
}
