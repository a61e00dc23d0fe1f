package sorte.change.description;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sorte.change.description.Place.Part;
import sorte.change.description.Place.Side;

/// Cuts a sentence at the words that tell to enter or leave.
final class Deeds {
  private record Head(boolean entry, Side side, int from, int to) {}

  private final List<Mark> marks;
  private final Place place;

  Deeds(List<Mark> marks, Place place) {
    this.marks = marks;
    this.place = place;
  }

  /// The deeds of a sentence; none where it tells of none, or where words stand before the first
  /// that belong to nothing.
  List<Deed> read() {
    List<Head> heads = new ArrayList<>();
    for (int i = 0; i < marks.size(); ) {
      Head head = head(i);
      if (head == null) {
        i++;
      } else {
        heads.add(head);
        i = head.to();
      }
    }
    List<Deed> deeds = new ArrayList<>();
    List<Mark> before =
        heads.isEmpty() ? List.of() : trimmed(marks.subList(0, heads.getFirst().from()));
    for (int h = 0; h < heads.size(); h++) {
      int end = h + 1 < heads.size() ? heads.get(h + 1).from() : marks.size();
      Head head = heads.get(h);
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

  private boolean starts(int i) {
    return i == 0
        || at(i - 1)
            .isAny(
                ",", ":", "~", "AND", "OR", "THEN", ";", ".", "(", "ALLOF", "ANYOF", "BUT", "ONLY");
  }

  private static Side side(Mark mark) {
    return mark.isAny("LONG", "BUY")
        ? Side.LONG
        : mark.isAny("SHORT", "SELL") ? Side.SHORT : Side.NEITHER;
  }

  /// "Entry (long) when …", "Exit (short): …".
  private @Nullable Head bracketed(int i) {
    boolean brackets = at(i + 1).is("(") && at(i + 2).isAny("LONG", "SHORT") && at(i + 3).is(")");
    boolean told = brackets && at(i + 4).isAny("IF", ":", "~", "ALLOF", "ANYOF", "OF");
    return told && starts(i) ? new Head(at(i).is("ENTER"), side(at(i + 2)), i, i + 4) : null;
  }

  private @Nullable Head head(int i) {
    Mark mark = at(i);
    if (mark.isAny("ENTER", "EXIT")) {
      Head head = bracketed(i);
      if (head != null) {
        return head;
      }
    }
    return switch (mark.code()) {
      case "ENTER" -> entering(i);
      case "EXIT", "CLOSEWORD" -> leaving(i);
      case "LONG", "SHORT" -> sided(i);
      case "BUY", "SELL" -> traded(i);
      case "POSITION" ->
          at(i + 1).isAny("EXIT", "CLOSEWORD") && at(i + 2).isAny("IF", "OF", "REACH") && starts(i)
              ? new Head(false, place.side(), i, i + 2)
              : null;
      default -> null;
    };
  }

  private @Nullable Head entering(int i) {
    int j = i + 1;
    while (at(j).isAny("POSITION", "OF", "SIGNALWORD", "ENTER", "INTO", "ONLY", ":")
            && !side(at(j + 1)).equals(Side.NEITHER)
        || at(j).is("OF") && at(j + 1).is("POSITION")) {
      j++;
    }
    Side side = side(at(j));
    if (side != Side.NEITHER) {
      return new Head(true, side, i, j + 1);
    }
    boolean bare =
        place.part() != Part.EXIT && (at(i + 1).isAny("IF", ":", "~") || at(i + 1).is("POSITION"));
    return bare && (starts(i) || at(i + 1).is("POSITION"))
        ? new Head(true, place.side(), i, i + (at(i + 1).is("POSITION") ? 2 : 1))
        : null;
  }

  private @Nullable Head leaving(int i) {
    int j = i + 1;
    if (at(j).is("PCT") && at(j).number() == 1 && at(j + 1).is("OF") && at(j + 2).is("POSITION")) {
      j += 2;
    }
    while (at(j).isAny("EITHERSIDE", "EACH", "OF", "ITS")
        || at(j).is("ENTER") && at(j).raw().equals("open")) {
      j++;
    }
    if (at(j).is("POSITION") && at(i).isAny("EXIT", "CLOSEWORD")) {
      return new Head(false, place.part() == Part.EXIT ? place.side() : Side.NEITHER, i, j + 1);
    }
    Side side =
        at(j).is("LONG") || at(j).raw().equals("compra")
            ? Side.LONG
            : at(j).is("SHORT") || at(j).raw().equals("venda") ? Side.SHORT : Side.NEITHER;
    if (side != Side.NEITHER) {
      boolean both =
          at(j + 1).isAny("OR", "AND")
              && at(j + 2).isAny("LONG", "SHORT")
              && !at(j + 2).code().equals(at(j).code());
      return both ? new Head(false, Side.NEITHER, i, j + 3) : new Head(false, side, i, j + 1);
    }
    if (at(i).raw().startsWith("cover") && at(i + 1).isAny("IF", ":", "OF", "AFTER", "ANYOF")) {
      return new Head(false, Side.SHORT, i, i + 1);
    }
    boolean closes = i == 0 && at(i).raw().equals("close") && at(i + 1).isAny("IF", "AFTER");
    if (closes) {
      return new Head(false, place.part() == Part.EXIT ? place.side() : Side.NEITHER, i, i + 1);
    }
    boolean line =
        at(i).is("EXIT") && at(i + 1).isAny("MIDDLE", "UPPER", "LOWER", "VWAP") && starts(i);
    if (line) {
      return new Head(false, place.part() == Part.EXIT ? place.side() : Side.NEITHER, i, i + 1);
    }
    boolean bare =
        at(i).is("EXIT") && at(i + 1).isAny("IF", ":", "~", "OF", "AFTER", "ANYOF") && starts(i);
    return bare
        ? new Head(false, place.part() == Part.EXIT ? place.side() : Side.NEITHER, i, i + 1)
        : null;
  }

  private @Nullable Head sided(int i) {
    Side side = side(at(i));
    int j = i + 1;
    while (at(j).isAny("OF", "AND") && at(j + 1).isAny("BUY", "SELL")) {
      j++;
    }
    if (at(j).is("ENTER") && (starts(i) || at(i - 1).isAny("IF", "OF"))) {
      return new Head(true, side, i, j + 1);
    }
    boolean told = at(i - 1).is("OF") && (i == 1 || at(i - 2).isAny(",", ":", "(", "AND", "~"));
    int k = at(j).is(",") ? j + 1 : j;
    if (told && at(k).isAny("EXIT", "CLOSEWORD")) {
      int end = at(k + 1).is("POSITION") ? k + 2 : k + 1;
      if (at(end).isAny("IF", "OF", "ANYOF", "REACH", "AFTER")) {
        return new Head(false, side, i - 1, end);
      }
    }
    if (told && at(k).is("ENTER") && at(k + 1).isAny("IF", "OF", "ALLOF")) {
      return new Head(true, side, i - 1, k + 1);
    }
    if (at(j).is("EXIT") || at(j).is("CLOSEWORD") && at(j + 1).isAny(":", "IF")) {
      return new Head(false, side, i, j + 1);
    }
    boolean crossed =
        at(j).is("OF")
            && at(j + 1)
                .isAny("BULLCROSS", "BEARCROSS", "MACDUP", "MACDDN", "CROSS", "DIRUP", "DIRDN");
    boolean passes =
        at(j).is("OF") && at(j + 1).isAny("ABOVE", "BELOW", "BREAK", "REACH", "CROSSUP", "CROSSDN");
    crossed |= passes;
    boolean headed = starts(i) && (at(j).isAny(":", "~", "IF", "(", "MIRRORED") || crossed);
    return headed ? new Head(place.part() != Part.EXIT, side, i, i + 1) : null;
  }

  private @Nullable Head traded(int i) {
    if (!starts(i) && !at(i - 1).is("IF") || at(i + 1).is(")")) {
      return null;
    }
    boolean buy = at(i).is("BUY");
    if (at(i + 1).isAny("LONG", "SHORT")) {
      return new Head(true, side(at(i + 1)), i, i + 2);
    }
    if (place.part() == Part.EXIT) {
      return new Head(false, buy ? Side.SHORT : Side.LONG, i, i + 1);
    }
    boolean exits = !buy && place.part() == Part.NONE;
    return exits ? new Head(false, Side.LONG, i, i + 1) : new Head(true, side(at(i)), i, i + 1);
  }

  private int skipped(int from, int end) {
    int i = from;
    while (i < end) {
      boolean price = at(i).raw().equals("open") && Tests.compares(at(i + 1)); // "if open > close"
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
