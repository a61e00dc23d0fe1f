package sorte.change.description;

import java.util.ArrayList;
import java.util.List;
import sorte.change.description.Place.Side;

/// Cuts a sentence at the words that tell to enter or leave.
final class Deeds {
  private final List<Mark> marks;
  private final Heads heads;

  Deeds(List<Mark> marks, Place place) {
    this.marks = marks;
    this.heads = new Heads(marks, place);
  }

  /// The deeds of a sentence; none where it tells of none, or where words stand before the first
  /// that belong to nothing.
  List<Deed> read() {
    List<Heads.Head> found = new ArrayList<>();
    for (int i = 0; i < marks.size(); ) {
      Heads.Head head = heads.head(i);
      if (head == null) {
        i++;
      } else {
        found.add(head);
        i = head.to();
      }
    }
    List<Deed> deeds = new ArrayList<>();
    List<Mark> before =
        found.isEmpty() ? List.of() : trimmed(marks.subList(0, found.getFirst().from()));
    for (int h = 0; h < found.size(); h++) {
      int end = h + 1 < found.size() ? found.get(h + 1).from() : marks.size();
      Heads.Head head = found.get(h);
      int from = skipped(head.to(), end);
      boolean any = marks.subList(head.to(), from).stream().anyMatch(m -> m.is("ANYOF"));
      List<Mark> body = trimmed(marks.subList(from, Math.max(from, end)));
      if (h == 0 && !before.isEmpty()) {
        if (!body.isEmpty() && !harmless(body)) {
          before = new ArrayList<>(before);
          before.add(new Mark("AND", "and", 0));
          before.addAll(body);
        }
        body = before;
      }
      double size = 0;
      for (int i = head.to(); i < from; i++) {
        size = at(i).is("PCT") ? at(i).number() : at(i).is("EITHERSIDE") ? 1 : size;
      }
      deeds.add(new Deed(head.entry(), head.side(), body, any, size));
    }
    return sided(shared(once(deeds)));
  }

  /// "Long: if …, enter long" tells the same deed twice.
  private static List<Deed> once(List<Deed> deeds) {
    if (deeds.size() == 2) {
      Deed first = deeds.getFirst();
      Deed last = deeds.getLast();
      if (last.body().isEmpty() && first.entry() == last.entry() && first.side() == last.side()) {
        return List.of(first);
      }
    }
    return deeds;
  }

  private static boolean harmless(List<Mark> body) {
    return body.stream()
        .allMatch(m -> m.isAny("POSITION", "OF", "AND", ",", "BUY", "SELL", "THEN"));
  }

  /// "Go long when …, exit when …": the exit is of the side that was entered, where it is one.
  private static List<Deed> sided(List<Deed> deeds) {
    List<Deed> out = new ArrayList<>();
    Side entered = Side.NEITHER;
    boolean both = false;
    for (Deed deed : deeds) {
      if (deed.entry()) {
        both |= entered != Side.NEITHER && entered != deed.side();
        entered = deed.side();
      }
      boolean follows = !deed.entry() && deed.side() == Side.NEITHER && !both;
      out.add(follows ? new Deed(false, entered, deed.body(), deed.any(), deed.size()) : deed);
    }
    return out;
  }

  /// "Exit and go short when …": two deeds of one reason.
  private static List<Deed> shared(List<Deed> deeds) {
    List<Deed> out = new ArrayList<>(deeds);
    for (int i = out.size() - 2; i >= 0; i--) {
      Deed deed = out.get(i);
      if (deed.body().isEmpty() && !deed.entry() && out.get(i + 1).entry()) {
        out.set(
            i, new Deed(deed.entry(), deed.side(), out.get(i + 1).body(), deed.any(), deed.size()));
      }
    }
    return out;
  }

  private Mark at(int i) {
    return i >= 0 && i < marks.size() ? marks.get(i) : Values.END;
  }

  private int skipped(int from, int end) {
    int i = from;
    while (i < end) {
      boolean price =
          at(i).raw().equals("open") && Relations.compares(at(i + 1)); // "if open > close"
      if (!price
          && at(i)
              .isAny(
                  "POSITION",
                  "SIGNALWORD",
                  ":",
                  "~",
                  ",",
                  "IF",
                  "THEN",
                  "ALLOF",
                  "ANYOF",
                  "ONLY",
                  "ENTER",
                  "ENTRYPRICE")) {
        i++;
      } else if (at(i).is("BOTH") && at(i + 1).isAny(":", "IF", ",", "~", "ALLOF")) {
        i++;
      } else if (sized(i) > 0) {
        i = sized(i);
      } else if (at(i).is("(")
          && at(i + 1).isAny("BUY", "SELL", "LONG", "SHORT", "MIRRORED")
          && at(i + 2).is(")")) {
        i += 3;
      } else if (at(i).is("OF")
              && at(i + 1)
                  .isAny(
                      "IF",
                      ":",
                      "CROSS",
                      "DIRUP",
                      "DIRDN",
                      "OPPOSITE",
                      "TURNED",
                      "BULLCROSS",
                      "BEARCROSS",
                      "EACH")
          || at(i).is("OF") && i + 1 < end && i == from) {
        i++;
      } else {
        break;
      }
    }
    return i;
  }

  /// "100% of capital", "with all available capital": where that ends; 0 where it does not stand.
  private int sized(int from) {
    int i = at(from).isAny("AND", "OF", "AWAY") ? from + 1 : from;
    if (!at(i).isAny("PCT", "EITHERSIDE")) {
      return 0;
    }
    i++;
    i = at(i).is("OF") ? i + 1 : i;
    return at(i).is("CAPITAL") ? i + 1 : 0;
  }

  private static List<Mark> trimmed(List<Mark> marks) {
    int from = 0;
    int to = marks.size();
    while (from < to
        && marks.get(from).isAny("IF", ",", ":", "THEN", "AND", "~", "ALLOF", "BUT", ".")) {
      from++;
    }
    while (to > from
        && marks
            .get(to - 1)
            .isAny(",", "AND", "OR", "THEN", ":", "~", ".", "IF", "BUT", "ONLY", "ANYOF")) {
      to--;
    }
    return new ArrayList<>(marks.subList(from, to));
  }
}
