package sorte.change.description;

/// What stands before an indicator's name: how many bars, which line, the fast or the slow one.
final class Lead {
  private final Values in;

  /// The number said before the name: a period.
  double before;

  String line = "";
  String speed = "";

  Lead(Values in) {
    this.in = in;
  }

  /// "20 bars" so many marks ahead.
  boolean period(int offset) {
    return in.mark(offset).is("NUM") && in.mark(offset + 1).isAny("PERIOD", "BARS", "DAYS");
  }

  /// Reads them.
  void read() {
    before = 0;
    line = "";
    speed = "";
    while (true) {
      if (in.is("FAST", "SLOW")) {
        speed = in.mark(0).code();
        in.at++;
      } else if (before == 0 && period(0)) {
        before = in.mark(0).number();
        in.at += 2;
      } else if (before == 0
          && in.is("NUM")
          && Studies.average(after(1))
          && Studies.bars(in.mark(0).number())) {
        before = in.mark(0).number();
        in.at++;
      } else if (line.isEmpty() && !lineOf(in.mark(0).code()).isEmpty()) {
        line = lineOf(in.mark(0).code());
        in.at++;
        if (in.is("(") && in.mark(1).isAny("MA", "SMA", "AVERAGE") && in.mark(2).is(")")) {
          in.at += 3;
        }
      } else {
        return;
      }
    }
  }

  private String after(int offset) {
    return in.mark(offset).code();
  }

  static String lineOf(String code) {
    return switch (code) {
      case "UPPER" -> "upper";
      case "LOWER" -> "lower";
      case "MIDDLE" -> "middle";
      case "SIGNALLINE" -> "signal";
      case "HIST" -> "histogram";
      case "KLINE" -> "k";
      case "DLINE" -> "d";
      case "BANDWIDTH" -> "width";
      default -> "";
    };
  }
}
