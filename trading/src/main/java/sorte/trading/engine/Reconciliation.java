package sorte.trading.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sorte.trading.venue.Question;
import sorte.trading.venue.Reply;
import sorte.trading.venue.Venue;
import sorte.trading.venue.VenueCodec;

/// What the venue says it holds against what the journal says: asked when a journal is taken up and
/// every few bars. What differs once may be on its way still: the open orders are asked about, then
/// the account again; what differs twice is a difference, and halts.
final class Reconciliation {

  /// Every so many bars the venue is asked what the account holds.
  static final int EVERY_BARS = 10;

  /// So often in one event, while what it says does not fit or something moved meanwhile.
  static final int ASKED_AT_ONCE_AT_MOST = 3;

  /// After so many bars without an answer the venue is taken for unreachable.
  static final int UNANSWERED_BARS = 3;

  /// How many questions may wait for an answer; older ones are given up.
  static final int QUESTIONS_OPEN = 16;

  /// So often in a row the venue must differ.
  static final int SEEN_AT_LEAST = 2;

  private final Desk desk;
  private final Account account;
  private final CatastropheStop stop;
  private final Venue venue;
  private final List<Difference> standing = new ArrayList<>();
  private final List<Difference> ofOrders = new ArrayList<>();
  private final Map<Long, Long> questions = new LinkedHashMap<>();
  private boolean takesBack;
  private long asked;
  private Said said = Said.AGREED;
  private long unansweredSince = -1;
  private int seen;
  private long agreedAt = -1;

  /// How the last question went.
  private enum Said {
    NOTHING,
    /// What was said is older than what is known, or something else is out that will change it.
    TOO_EARLY,
    DIFFERS_ONCE,
    DIFFERS,
    AGREED
  }

  Reconciliation(Desk desk, Account account, CatastropheStop stop, Venue venue) {
    this.desk = desk;
    this.account = account;
    this.stop = stop;
    this.venue = venue;
  }

  /// The rules of the fifth edition: an order of its own that it gave up, and that is open at the
  /// venue all the same, is taken back.
  void fifthEdition() {
    takesBack = true;
  }

  /// Whether nothing differs now.
  boolean agrees() {
    return standing.isEmpty() && ofOrders.isEmpty();
  }

  /// What differs now; empty when nothing does.
  List<Difference> differences() {
    List<Difference> all = new ArrayList<>(standing);
    all.addAll(ofOrders);
    return all;
  }

  /// A person takes what was found about single orders as settled; the account is asked anew.
  void acknowledged() {
    ofOrders.clear();
  }

  /// Something about one order that no question resolved.
  void found(Difference difference) {
    ofOrders.add(difference);
  }

  /// Whether it is time to ask.
  boolean due(long bar) {
    return said != Said.AGREED || bar - agreedAt >= EVERY_BARS;
  }

  /// Asks, and hears what is said at once.
  void ask(long bar) {
    if (questions.isEmpty()) {
      unansweredSince = bar;
    } else if (bar - unansweredSince >= UNANSWERED_BARS) {
      differ(List.of(Difference.accountSilent()));
    }
    for (int i = 0; i < ASKED_AT_ONCE_AT_MOST; i++) {
      if (seen > 0) {
        desk.askAll();
        stop.resting().ifPresent(desk::ask);
        desk.hear(bar);
      }
      said = Said.NOTHING;
      questions.put(++asked, desk.moved());
      if (questions.size() > QUESTIONS_OPEN) {
        questions.remove(questions.keySet().iterator().next());
      }
      venue.ask(VenueCodec.bytes(new Question.OfAccount(asked)));
      desk.hear(bar);
      if (said != Said.DIFFERS_ONCE) {
        break;
      }
    }
    if (said == Said.AGREED) {
      agreedAt = bar;
    }
  }

  /// The venue has said what it holds.
  void heard(Reply.Holds holds) {
    Long moved = questions.get(holds.question());
    if (moved == null) {
      return; // said twice, or an answer to a question before one that was answered
    }
    questions.clear();
    if (desk.moved() != moved) {
      said = Said.TOO_EARLY;
      return;
    }
    List<Difference> found = compared(holds);
    if (found.isEmpty()) {
      seen = 0;
      said = desk.ordersOut() ? Said.TOO_EARLY : Said.AGREED;
      if (said == Said.AGREED) {
        differ(found);
      }
    } else if (++seen < SEEN_AT_LEAST) {
      said = Said.DIFFERS_ONCE;
    } else {
      said = Said.DIFFERS;
      differ(found);
    }
  }

  private void differ(List<Difference> found) {
    standing.clear();
    standing.addAll(found);
  }

  private List<Difference> compared(Reply.Holds holds) {
    List<Difference> found = new ArrayList<>();
    boolean pending = desk.ordersOut();
    if (!pending && !(Math.abs(holds.position() - account.position()) <= Account.DUST)) {
      found.add(Difference.position(account.position(), holds.position()));
    }
    Set<Long> out = desk.out();
    for (long order : holds.open()) {
      if (!out.contains(order) && !stop.rests(order)) {
        found.add(Difference.unknown(order));
        if (takesBack && (stop.left(order) || desk.isOver(order))) {
          desk.takeBack(order);
        }
      }
    }
    stop.resting()
        .filter(order -> stop.isAcknowledged() && !holds.open().contains(order))
        .ifPresent(order -> found.add(Difference.missing(order)));
    return found;
  }
}
