package sorte.trading.market;

import java.nio.charset.StandardCharsets;

/// Takes the bytes of a bars file in pieces and makes bars of its lines, or problems.
final class BarsParser {
  private static final int COLUMNS = 6;
  private static final int FIRST_GUESS = 4096;

  private final BarsIntake intake = new BarsIntake(FIRST_GUESS);
  private final byte[] line = new byte[BarsFile.LONGEST_LINE];
  private final double[] numbers = new double[COLUMNS];
  private int length;
  private long lineNumber = 1;
  private boolean stopped;
  private boolean empty = true;

  /// False when nothing more needs to be read.
  boolean take(byte[] bytes, int count) {
    for (int i = 0; i < count && !stopped; i++) {
      byte b = bytes[i];
      if (b == '\n') {
        finishLine();
      } else if (length == line.length) {
        stop(
            "line-too-long",
            "a line has more than " + BarsFile.LONGEST_LINE + " bytes",
            "This is not a bars file: give one bar a line");
      } else {
        line[length++] = b;
      }
    }
    return !stopped;
  }

  void end() {
    if (stopped) {
      return;
    }
    if (length > 0) {
      finishLine();
    }
    if (empty) {
      whole("empty-file", "the file is empty", "Give a file with the header " + BarsFile.HEADER);
    } else if (intake.size() == 0 && intake.found() == 0) {
      whole("no-bars", "there is a header and no bar", "Give a file with at least one bar");
    }
  }

  void broken(String rule, String seen, String remedy) {
    stopped = true;
    intake.refuse(new BarsReading.Problem(rule, 0, seen, remedy));
  }

  BarsReading reading(String file, String sha256) {
    return intake.reading(file, sha256);
  }

  private void finishLine() {
    int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
    if (lineNumber == 1) {
      header(end);
    } else if (intake.size() == BarsFile.MOST_BARS) {
      stop("too-many-bars", "more than " + BarsFile.MOST_BARS + " bars", "Split the file");
    } else {
      row(end);
    }
    length = 0;
    lineNumber++;
  }

  private void header(int end) {
    empty = end == 0;
    int from = end >= 3 && line[0] == (byte) 0xEF && line[1] == (byte) 0xBB ? 3 : 0;
    String seen = new String(line, from, end - from, StandardCharsets.UTF_8);
    if (!empty && !seen.equals(BarsFile.HEADER)) {
      stop("wrong-header", BarsIntake.safe(seen), "The first line must be " + BarsFile.HEADER);
    }
  }

  private void row(int end) {
    int from = 0;
    int column = 0;
    long time = 0;
    for (int i = 0; i <= end; i++) {
      if (i < end && line[i] != ',') {
        continue;
      }
      if (column == 0) {
        time = Decimal.time(line, from, i);
        if (time == Decimal.NO_TIME) {
          bad("bad-time", "the time is neither ISO-8601 UTC nor epoch milliseconds", end);
          return;
        }
      } else if (column < COLUMNS) {
        numbers[column] = Decimal.number(line, from, i);
      }
      column++;
      from = i + 1;
    }
    if (column != COLUMNS) {
      bad("wrong-columns", column + " columns instead of " + COLUMNS, end);
    } else {
      values(time, end);
    }
  }

  private void values(long time, int end) {
    double open = numbers[1];
    double high = numbers[2];
    double low = numbers[3];
    double close = numbers[4];
    double volume = numbers[5];
    String broken = intake.take(time, open, high, low, close, volume);
    if (!broken.isEmpty()) {
      bad(broken, BarsIntake.fault(broken, open, high, low, close, volume), end);
    }
  }

  private void bad(String rule, String what, int end) {
    intake.refuse(rule, lineNumber, what, new String(line, 0, end, StandardCharsets.UTF_8));
  }

  private void stop(String rule, String seen, String remedy) {
    stopped = true;
    intake.refuse(new BarsReading.Problem(rule, lineNumber, seen, remedy));
  }

  private void whole(String rule, String seen, String remedy) {
    intake.refuse(new BarsReading.Problem(rule, 0, seen, remedy));
  }
}
