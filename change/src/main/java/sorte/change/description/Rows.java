package sorte.change.description;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sorte.change.design.Test;
import sorte.change.design.Test.Is;
import sorte.change.design.Value;

/// Reads bars in a row: "three consecutive lower closes".
final class Rows {
  private static final double MOST_IN_A_ROW = 10;

  private final Values in;

  Rows(Values in) {
    this.in = in;
  }

  /// "three consecutive lower closes", "two straight red candles".
  @Nullable Test row() {
    in.take("GE"); // at least three are three
    double number = in.is("NUM") ? in.mark(0).number() : TextReader.counted(in.mark(0).raw());
    boolean row = in.mark(1).raw().matches("consecutive|straight|successive");
    boolean fits = number >= 2 && number <= MOST_IN_A_ROW && number == Math.rint(number);
    if (!row || !fits) {
      return null;
    }
    Mark way = in.mark(2);
    boolean up = way.raw().equals("higher") || way.is("BULLBAR");
    boolean down = way.raw().equals("lower") || way.is("BEARBAR");
    boolean bars = way.isAny("BULLBAR", "BEARBAR");
    in.at += bars ? 2 : 3;
    Value left = bars ? new Value.Price("close") : in.price();
    in.at += bars ? 1 : 0;
    if (!up && !down || left == null) {
      return null;
    }
    int before = preceding();
    List<Test> each = new ArrayList<>();
    for (int ago = before; ago < number + before; ago++) {
      Value then = ago == 0 ? left : new Value.Ago(left, ago);
      Value open = new Value.Price("open");
      Value other =
          !bars ? new Value.Ago(left, ago + 1) : ago == 0 ? open : new Value.Ago(open, ago);
      each.add(new Test.Compare(then, up ? Is.ABOVE : Is.BELOW, other));
    }
    return Test.all(each);
  }

  /// "preceding bar[-1]", "before the signal candle": how many bars ago the last of the row is.
  private int preceding() {
    int here = in.at;
    if (in.take("PREVIOUS", "BEFORE")) {
      if (in.take("BARS") && in.is("INDEX")) {
        in.at++;
        return (int) in.mark(-1).number() + 1;
      }
      in.at = here + 1;
      if (in.take("SIGNALWORD") && in.take("BARS")) {
        return 1;
      }
    }
    in.at = here;
    return 0;
  }
}
