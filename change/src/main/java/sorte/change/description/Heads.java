package sorte.change.description;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sorte.change.description.Place.Part;
import sorte.change.description.Place.Side;

/// Finds the words that tell to enter or leave: "go long when", "exits the position if", "buy".
final class Heads {
  /// Where such words stand.
  ///
  /// @param to the mark behind them
  record Head(boolean entry, Side side, int from, int to) {}

  private final List<Mark> marks;
  private final Place place;

  Heads(List<Mark> marks, Place place) {
    this.marks = marks;
    this.place = place;
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

  /// What begins at a mark; null where nothing does.
  @Nullable Head head(int i) {
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
}
