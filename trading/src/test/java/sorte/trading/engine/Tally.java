package sorte.trading.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sorte.trading.journal.Event;
import sorte.trading.risk.Standing;
import sorte.trading.venue.Order;
import sorte.trading.venue.Reply;
import sorte.trading.venue.VenueCodec;

/// What losses are measured against, added up from the journal alone: a day begins with the first
/// bar of another date in the account's zone, and with what the account is worth then; a peak is
/// the highest worth at a close since somebody resumed.
final class Tally {
  private static final double NEAR = 1e-6;

  private record Fill(long order, int number) {}

  private final AccountTerms terms;
  private final Sums sums = new Sums();
  private final Set<Fill> fills = new HashSet<>();
  private @Nullable LocalDate day;
  private double dayStart;
  private double lastBefore;
  private double last;
  private double opened;
  private int entriesAtMost;

  /// Between what the peak is: within a bar it is not told when it was looked at.
  private double peakAtLeast;

  private double peakAtMost;
  private double leastAtClose;
  private double mostAtClose;
  private boolean open;
  private boolean halted;
  private boolean fallen;

  Tally(AccountTerms terms) {
    this.terms = terms;
    sums.begin(terms.cash(), terms.fee());
    dayStart = terms.cash();
    peakAtLeast = terms.cash();
    peakAtMost = terms.cash();
  }

  void take(Event event) {
    switch (event) {
      case Event.BarClosed b -> begins(b);
      case Event.VenueReplied r -> {
        if (VenueCodec.reply(r.reply()) instanceof Reply.Filled f
            && fills.add(new Fill(f.order(), f.fill()))) {
          sums.filled(f.quantity(), f.price());
          worthAtClose();
        }
      }
      case Event.OrderSent s -> {
        Order order = VenueCodec.order(s.order());
        entriesAtMost += order.reduceOnly() ? 0 : 1;
      }
      case Event.Deciding _ -> looked();
      case Event.Noted n when n.type().equals("Resumed") -> {
        looked();
        halted = false;
        fallen = false;
        peakAtLeast = sums.equity(last);
        peakAtMost = peakAtLeast;
      }
      case Event.Noted n when n.type().equals("Halted") -> {
        halted = true;
        if (n.detail().startsWith(DRAWDOWN)) {
          fell(n);
        }
      }
      case Event.OrderDenied d -> denied(d);
      case Event.Input _, Event.Output _, Event.Measured _ -> {}
    }
  }

  private static final String DRAWDOWN = "limits.max-drawdown: ";

  private void begins(Event.BarClosed b) {
    looked();
    if (fallen && !halted) {
      throw new Broken("it fell to %s from %s, and goes on".formatted(mostAtClose, peakAtLeast));
    }
    fallen = false;
    lastBefore = last;
    if (b.live()) {
      LocalDate today =
          Instant.ofEpochMilli(b.time()).atZone(java.time.ZoneId.of(terms.zone())).toLocalDate();
      if (!today.equals(day)) {
        day = today;
        dayStart = sums.equity(last);
        entriesAtMost = 0;
      }
      open = true;
    }
    last = b.close();
    opened = b.open();
    leastAtClose = sums.equity(last);
    mostAtClose = leastAtClose;
  }

  /// Something was filled: what the account is worth at this bar's close may be looked at now.
  private void worthAtClose() {
    double worth = sums.equity(last);
    leastAtClose = Math.min(leastAtClose, worth);
    mostAtClose = Math.max(mostAtClose, worth);
  }

  /// By now it was looked at what the account is worth at the close.
  private void looked() {
    if (open) {
      open = false;
      peakAtLeast = Math.max(peakAtLeast, leastAtClose);
      peakAtMost = Math.max(peakAtMost, mostAtClose);
      fallen = 1 - mostAtClose / peakAtLeast >= terms.limits().maxDrawdown() + NEAR;
    }
  }

  private void fell(Event.Noted n) {
    double said = Double.parseDouble(n.detail().substring(DRAWDOWN.length()));
    looked();
    between("a fall from the peak of", said, 1 - mostAtClose / peakAtLeast, fall());
  }

  private double fall() {
    return 1 - leastAtClose / peakAtMost;
  }

  /// What a denial says of losses and counts is so.
  private void denied(Event.OrderDenied d) {
    double before = sums.equity(lastBefore);
    double now = sums.equity(last);
    double least = Math.min(before, now);
    double most = Math.max(before, now);
    switch (d.rule()) {
      case "limits.daily-loss" ->
          between("a day's loss of", d.seen(), 1 - most / dayStart, 1 - least / dayStart);
      case "limits.max-drawdown" ->
          between("a fall of", d.seen(), 1 - most / peakAtLeast, 1 - least / peakAtMost);
      case "limits.price-collar" -> {
        double away = Math.abs(opened / lastBefore - 1);
        between("a price away by", d.seen(), away, away);
      }
      case "limits.orders-per-day" -> between("orders", d.seen(), 0, entriesAtMost);
      default -> {} // nothing of a day or a peak
    }
  }

  private static void between(String what, double said, double least, double most) {
    if (!(said >= least - NEAR && said <= most + NEAR)) {
      throw new Broken("it says %s %s, and it is %s to %s".formatted(what, said, least, most));
    }
  }

  /// What the trader measures against is what was added up here.
  void check(Standing standing) {
    double dust = Account.DUST * last; // its worth: fills that are no whole lots leave some
    between("the day began with", standing.dayStart(), dayStart - dust, dayStart + dust);
    double highest = Math.max(peakAtMost, openPeak());
    between("the peak is", standing.peak(), peakAtLeast - dust, highest + dust);
  }

  private double openPeak() {
    return open ? mostAtClose : 0;
  }
}
