package sorte.change.request;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Puts number words together and numbers with their units: `dois vírgula cinco por cento`, `half a
/// percentage point`, `R$ 500`, `9h30`.
final class QuantityMerger {
  private final List<Lexeme> in;
  private final List<Lexeme> out = new ArrayList<>();

  QuantityMerger(List<Lexeme> in) {
    this.in = in;
  }

  List<Lexeme> merged() {
    int i = 0;
    while (i < in.size()) {
      i = step(i);
    }
    return out;
  }

  private int step(int i) {
    Lexeme here = in.get(i);
    if (here.is("unit", "money") && quantityAt(i + 1) != null) {
      int next = words(i + 1);
      Quantity q = quantityAt(i + 1) == null ? null : out.removeLast().quantity();
      if (q != null) {
        out.add(
            here.with(
                new Quantity(q.value(), Quantity.Unit.MONEY), span(i, next - 1), end(next - 1)));
        return next < in.size() && in.get(next).is("unit", "money") ? next + 1 : next;
      }
    }
    String fraction = here.value("fraction");
    if (fraction != null) {
      int at = skipArticles(i + 1);
      at = at < in.size() && in.get(at).is("prep", "of") && unit(at + 1) != null ? at + 1 : at;
      Quantity.Unit unit = unit(at);
      if (unit == Quantity.Unit.PERCENT
          || unit == Quantity.Unit.PERCENT_POINT
          || unit == Quantity.Unit.POINT) {
        double value = Double.parseDouble(fraction);
        out.add(here.with(new Quantity(value, unit), span(i, at), end(at)));
        return at + 1;
      }
    }
    if (quantityAt(i) == null) {
      boolean ordinal = here.is("article") && (here.only("article") || here.is("number"));
      if (!ordinal || !here.only("article")) {
        out.add(here);
      }
      return i + 1;
    }
    if (here.is("article") && !counts(i)) {
      return i + 1;
    }
    int next = words(i);
    return units(i, next);
  }

  /// Whether `um`, `uma` here is the number and not the article.
  private boolean counts(int i) {
    return unit(i + 1) != null
        || i + 1 < in.size()
            && (in.get(i + 1).is("andhalf")
                || in.get(i + 1).is("point")
                || in.get(i + 1).is("openpositions") && in.get(i + 1).is("atatime"));
  }

  private @Nullable Quantity quantityAt(int i) {
    if (i >= in.size()) {
      return null;
    }
    Quantity quantity = in.get(i).quantity();
    if (quantity != null) {
      return quantity;
    }
    String number = in.get(i).value("number");
    return number == null ? null : new Quantity(Double.parseDouble(number), Quantity.Unit.BARE);
  }

  /// Reads a number of one or more words and leaves it in `out`; gives what comes after.
  private int words(int i) {
    Lexeme first = in.get(i);
    Quantity start = quantityAt(i);
    double total = start == null ? 0 : start.value();
    Quantity.Unit unit = start == null ? Quantity.Unit.BARE : start.unit();
    boolean word = first.quantity() == null;
    double group = word ? smallest(total) : 1;
    int at = i + 1;
    while (at < in.size() && unit == Quantity.Unit.BARE) {
      int number = in.get(at).is("and") && word ? at + 1 : at;
      number = number < in.size() && in.get(number).is("sign", "-") && word ? number + 1 : number;
      String next = number < in.size() ? in.get(number).value("number") : null;
      if (in.get(at).is("andhalf")) {
        total += 0.5;
        at++;
        break;
      }
      if (in.get(at).is("point")
          && quantityAt(at + 1) != null
          && word
          && first.quantity() == null) {
        Quantity decimals = quantityAt(at + 1);
        double digits = decimals == null ? 0 : decimals.value();
        total += digits / StrictMath.pow(10, Long.toString((long) digits).length());
        at += 2;
        break;
      }
      if (next == null) {
        break;
      }
      double value = Double.parseDouble(next);
      if (value == 1000 && number == at) {
        total *= 1000;
        group = 1000;
      } else if (word && value == 100 && number == at && total < 10) {
        total *= 100;
        group = 100;
      } else if (word && value < group && value > 0) {
        total += value;
        group = smallest(value);
      } else {
        break;
      }
      at = number + 1;
    }
    if (at < in.size() && in.get(at).is("glued", "k") && unit == Quantity.Unit.BARE) {
      total *= 1000;
      at++;
    }
    out.add(first.with(new Quantity(total, unit), span(i, at - 1), end(at - 1)));
    return at;
  }

  /// The magnitude below which another number word may follow: `sixty` takes units, `five` nothing.
  private static double smallest(double value) {
    if (value >= 1000) {
      return 1000;
    }
    if (value >= 100) {
      return 100;
    }
    return value >= 20 && value % 10 == 0 ? 10 : 0;
  }

  private int units(int i, int next) {
    Lexeme number = out.getLast();
    Quantity q = number.quantity();
    if (q == null || q.unit() != Quantity.Unit.BARE) {
      return ampm(next);
    }
    int at = next;
    boolean dashed = at + 1 < in.size() && in.get(at).is("sign", "-") | in.get(at).is("dash");
    if (dashed && unit(at + 1) != null && in.get(at).start() == number.end()) {
      at++;
    }
    Quantity.Unit unit = unit(at);
    if (unit == null) {
      return ampm(next);
    }
    out.removeLast();
    out.add(number.with(new Quantity(q.value(), unit), span(i, at), end(at)));
    boolean clock =
        unit == Quantity.Unit.HOUR
            && at + 1 < in.size()
            && in.get(at).is("glued")
            && in.get(at + 1).start() == in.get(at).end()
            && quantityAt(at + 1) != null;
    if (clock) {
      Quantity minutes = quantityAt(at + 1);
      double total = q.value() * 60 + (minutes == null ? 0 : minutes.value());
      out.removeLast();
      out.add(number.with(new Quantity(total, Quantity.Unit.CLOCK), span(i, at + 1), end(at + 1)));
      return at + 2;
    }
    return at + 1;
  }

  private int ampm(int next) {
    Lexeme number = out.getLast();
    Quantity q = number.quantity();
    String half = next < in.size() && in.get(next).is("ampm") ? in.get(next).raw() : null;
    if (q == null || half == null || !(q.bare() || q.unit() == Quantity.Unit.CLOCK)) {
      return next;
    }
    double minutes = q.bare() ? q.value() * 60 : q.value();
    double noon = 12 * 60;
    boolean afternoon = Token.fold(half).startsWith("p");
    double day = afternoon ? (minutes < noon ? minutes + noon : minutes) : minutes % noon;
    out.removeLast();
    out.add(number.with(new Quantity(day, Quantity.Unit.CLOCK), number.raw() + half, end(next)));
    return next + 1;
  }

  private Quantity.@Nullable Unit unit(int at) {
    if (at >= in.size()) {
      return null;
    }
    Lexeme lexeme = in.get(at);
    String code = lexeme.value("unit");
    if (code == null) {
      return null;
    }
    boolean letter = lexeme.raw().length() == 1 && Character.isLetter(lexeme.raw().charAt(0));
    if (letter && !lexeme.is("glued")) {
      return null;
    }
    String folded = Token.fold(lexeme.raw());
    return switch (code) {
      case "percent" -> Quantity.Unit.PERCENT;
      case "point" ->
          folded.contains("perc") || folded.startsWith("pp") || folded.startsWith("p.")
              ? Quantity.Unit.PERCENT_POINT
              : Quantity.Unit.POINT;
      case "money" -> Quantity.Unit.MONEY;
      case "times" -> Quantity.Unit.TIMES;
      case "bars" -> Quantity.Unit.BARS;
      case "minute" -> Quantity.Unit.MINUTE;
      case "hour" -> Quantity.Unit.HOUR;
      case "day" -> Quantity.Unit.DAY;
      case "week" -> Quantity.Unit.WEEK;
      case "month" -> Quantity.Unit.MONTH;
      case "year" -> Quantity.Unit.YEAR;
      default -> null;
    };
  }

  private int skipArticles(int i) {
    int at = i;
    while (at < in.size() && in.get(at).is("article")) {
      at++;
    }
    return at;
  }

  private String span(int from, int to) {
    StringBuilder raw = new StringBuilder();
    for (int i = from; i <= to; i++) {
      raw.append(i == from ? "" : " ").append(in.get(i).raw());
    }
    return raw.toString();
  }

  private int end(int i) {
    return in.get(i).end();
  }
}
