package sorte.trading.engine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import sorte.trading.venue.Order;
import sorte.trading.venue.Reply;

/// What the trader asked about its account and what it was told, held against what it had heard by
/// then: what fits is asked once; what differs is asked about once more in the same step, with
/// every order that is open; what differs then is a difference, and so is silence.
final class Comparisons {
  /// Every so many bars the venue is asked what the account holds.
  private static final int EVERY_BARS = 10;

  /// After so many bars without any answer somebody is told.
  private static final int SILENT_BARS = 4;

  private static final double DUST = 1e-6;

  private enum Answer {
    NONE,
    FITS,
    DIFFERS,
    /// Something is out.
    UNSURE,
    /// Something moved between question and answer.
    MOVED
  }

  /// Questions that wait for an answer, and how much had moved when they were asked.
  private final Map<Long, Long> open = new HashMap<>();

  /// What of each order for slots may still be filled, as far as was heard.
  private final Map<Long, Double> out = new HashMap<>();

  private final Map<Long, Double> filled = new HashMap<>();
  private final Set<Long> rests = new HashSet<>();
  private final Set<Long> stops = new HashSet<>();
  private final Set<Long> askedOf = new HashSet<>();
  private long moved;
  private long askedAt = -1;
  private long silentSince = -1;

  /// The bar at which what was said fitted; -1 where the last question is not answered so.
  private long fitsAt = -1;

  private String tooSoon = "";
  private Answer last = Answer.NONE;
  private long firstAsked;
  private long lastAsked;
  private boolean askedSince;

  /// How often in a row it differed.
  private int differing;

  private String wrong = "";

  /// Another step begins.
  void begins() {
    last = Answer.NONE;
    wrong = "";
    tooSoon = "";
    askedOf.clear();
    firstAsked = lastAsked + 1;
  }

  /// What was said does not arrive, or late: nothing is known of what the trader makes of it.
  private void forget() {
    last = Answer.NONE;
    wrong = "";
    tooSoon = "";
    fitsAt = -1;
    differing = 0;
    silentSince = -1;
  }

  void sent(Order order) {
    moved++;
    if (order.kind() == Order.Kind.CATASTROPHE) {
      stops.add(order.id());
    } else {
      out.put(order.id(), order.quantity());
    }
  }

  void asked(long question, long bar) {
    if (last == Answer.FITS) {
      wrong = "what the venue holds fits, and it is asked again";
    }
    if (last == Answer.DIFFERS && !askedOf.containsAll(rests)) {
      wrong = "what the venue holds differs, and it is not asked about " + rests;
    }
    if (fitsAt >= 0 && bar > fitsAt && bar - fitsAt < EVERY_BARS) {
      tooSoon = "at bar " + fitsAt + " what the venue holds fitted, and it is asked at " + bar;
    }
    fitsAt = -1;
    if (open.isEmpty()) {
      silentSince = bar;
    }
    open.put(question, moved);
    askedAt = bar;
    askedSince = true;
    lastAsked = question;
  }

  /// Whether what was said last in this step fits.
  boolean fits() {
    return last == Answer.FITS;
  }

  /// What is taken back may be gone.
  void cancelled(long order) {
    rests.remove(order);
  }

  /// How often the account was asked about.
  long askedSoFar() {
    return lastAsked;
  }

  void askedOf(long order) {
    askedOf.add(order);
  }

  /// @param held the position as far as the trader has heard of fills
  void heard(Reply reply, double held) {
    switch (reply) {
      case Reply.Acknowledged(long order) -> {
        if (stops.contains(order)) {
          rests.add(order);
        }
      }
      case Reply.Filled f -> {
        moved++;
        filled.merge(f.order(), f.quantity(), Double::sum);
        double left = out.getOrDefault(f.order(), 0.0) - f.quantity();
        if (Math.abs(left) < DUST) {
          over(f.order());
        } else {
          out.computeIfPresent(f.order(), (_, _) -> left);
        }
        rests.remove(f.order());
      }
      case Reply.Rejected(long order, String _) -> over(order);
      case Reply.Cancelled(long order) -> {
        moved++;
        over(order);
      }
      case Reply.Stated(long order, Reply.State state, double stated) -> {
        double known = filled.getOrDefault(order, 0.0);
        if (state == Reply.State.OPEN && stops.contains(order)) {
          rests.add(order);
        }
        if (state == Reply.State.CLOSED && Math.abs(known - stated) < DUST) {
          over(order);
        }
      }
      case Reply.Holds holds -> told(holds, held);
    }
  }

  private void told(Reply.Holds holds, double held) {
    Long then = open.get(holds.question());
    if (then == null) {
      return;
    }
    open.clear();
    silentSince = -1;
    fitsAt = -1;
    if (then != moved) {
      last = Answer.MOVED;
      return;
    }
    if (!out.isEmpty()) {
      last = Answer.UNSURE;
      return;
    }
    boolean fits =
        Math.abs(holds.position() - held) < DUST
            && holds.open().containsAll(rests)
            && stops.containsAll(holds.open());
    differing = fits ? 0 : differing + 1;
    askedSince = false;
    fitsAt = fits ? askedAt : -1;
    boolean asksNow = holds.question() >= firstAsked;
    last = fits ? (asksNow ? Answer.FITS : Answer.NONE) : Answer.DIFFERS;
  }

  /// Whether the end of every order for slots was heard.
  boolean noneOut() {
    return out.isEmpty();
  }

  private void over(long order) {
    filled.remove(order);
    out.remove(order);
    rests.remove(order);
    stops.remove(order);
  }

  /// What was done wrong by the end of a step; empty for nothing.
  ///
  /// @param told whether it is told that something differs
  /// @param news whether that is told since this step, of the position or of what is open
  /// @param passed whether the step was a bar
  /// @param prompt whether what is said arrives, at once and in order, and did for long
  String wrong(long bar, boolean told, boolean news, boolean passed, boolean prompt) {
    if (news && last == Answer.MOVED) {
      return "what was said is older than what moved since, and is taken for a difference";
    }
    if (!prompt) {
      forget();
    }
    if (!wrong.isEmpty()) {
      return wrong;
    }
    if (passed && !tooSoon.isEmpty()) {
      return tooSoon;
    }
    if (last == Answer.DIFFERS && differing == 1 && !askedSince && !told) {
      return "what the venue holds differs, and it is not asked again";
    }
    if (last == Answer.DIFFERS && differing > 1 && !told) {
      return "what the venue holds differs, and nobody is told";
    }
    if (silentSince >= 0 && bar - silentSince >= SILENT_BARS && !told) {
      return "the venue has not answered since bar " + silentSince + ", and nobody is told";
    }
    return bar - Math.max(askedAt, World.HISTORY - 1) > EVERY_BARS
        ? "nobody asked since bar " + askedAt + " what the venue holds"
        : "";
  }
}
