package sorte.trading.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sorte.trading.venue.Question;
import sorte.trading.venue.Reply;
import sorte.trading.venue.VenueCodec;

/// What the venue says the account holds, as [Retelling] asks for it and compares it: every ten
/// bars once it fitted, at each bar until then; what differs twice in a row is told, and halts.
final class RetoldAsking {
  private static final int EVERY_BARS = 10;
  private static final int AT_ONCE = 3;
  private static final int SILENT_BARS = 3;
  private static final int WAITING_AT_MOST = 16;

  private final Retelling story;
  private final RetoldDesk desk;
  private final Map<Long, Long> waiting = new LinkedHashMap<>();
  private final List<String> ofTheAccount = new ArrayList<>();
  private final List<String> ofOrders = new ArrayList<>();
  private List<String> told = List.of();
  private long questions;
  private long silentSince;
  private long fittedAt = -1;
  private boolean fitted = true;
  private boolean again;
  private int differing;

  RetoldAsking(Retelling story, RetoldDesk desk) {
    this.story = story;
    this.desk = desk;
  }

  void found(String ofAnOrder) {
    ofOrders.add(ofAnOrder);
  }

  /// A person takes what was found about single orders as settled.
  void settled() {
    ofOrders.clear();
  }

  /// What differs and was told; empty for nothing.
  List<String> told() {
    return told;
  }

  void askWhenDue() {
    if (!fitted || story.bar - fittedAt >= EVERY_BARS) {
      ask();
    }
  }

  void ask() {
    if (waiting.isEmpty()) {
      silentSince = story.bar;
    } else if (story.bar - silentSince >= SILENT_BARS) {
      ofTheAccount.clear();
      ofTheAccount.add("the venue does not answer what the account holds");
    }
    again = true;
    for (int i = 0; i < AT_ONCE && again; i++) {
      if (differing > 0) {
        desk.askAboutAll();
      }
      fitted = false;
      again = false;
      waiting.put(++questions, desk.moved);
      if (waiting.size() > WAITING_AT_MOST) {
        waiting.remove(waiting.keySet().iterator().next());
      }
      story.venue.ask(VenueCodec.bytes(new Question.OfAccount(questions)));
      desk.hear();
    }
    fittedAt = fitted ? story.bar : fittedAt;
    tell();
  }

  void hears(Reply.Holds holds) {
    Long movedThen = waiting.get(holds.question());
    if (movedThen == null) {
      return;
    }
    waiting.clear();
    fitted = false;
    again = false;
    if (movedThen != desk.moved) {
      return; // it is older than what is known
    }
    List<String> found = compared(holds);
    differing = found.isEmpty() ? 0 : differing + 1;
    again = differing == 1;
    fitted = found.isEmpty() && !desk.anyOut();
    if (fitted || differing > 1) {
      ofTheAccount.clear();
      ofTheAccount.addAll(found);
    }
  }

  private List<String> compared(Reply.Holds holds) {
    List<String> found = new ArrayList<>();
    boolean same = Math.abs(holds.position() - story.position) <= RetoldDesk.DUST;
    if (!desk.anyOut() && !same) {
      found.add(
          "the venue states a position of " + holds.position() + ", the journal " + story.position);
    }
    for (long order : holds.open()) {
      if (!desk.isOut(order) && story.stop.id() != order) {
        found.add("the venue has order " + order + " open, and the journal does not know it");
        if (story.stop.everLeft(order) || desk.isOver(order)) {
          story.venue.cancel(order);
        }
      }
    }
    long stop = story.stop.id();
    if (stop >= 0 && story.stop.isHeardOf() && !holds.open().contains(stop)) {
      found.add("order " + stop + " rests by the journal, and the venue does not have it");
    }
    return found;
  }

  /// What differs otherwise than what was told is told, and halts.
  void tell() {
    List<String> now = new ArrayList<>(ofTheAccount);
    now.addAll(ofOrders);
    if (now.equals(told)) {
      return;
    }
    told = now;
    now.forEach(what -> story.alert("reconciliation: " + what));
    if (!now.isEmpty()) {
      story.halt("reconciliation: " + now.getFirst());
    }
  }
}
