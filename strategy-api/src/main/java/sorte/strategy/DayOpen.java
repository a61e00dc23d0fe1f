package sorte.strategy;

/// The first price of the day so far, of the run's time zone. First value at index 0.
public final class DayOpen extends Line {
  private final Tape tape;
  private final Days days;
  private long day = Long.MIN_VALUE;
  private double first;

  DayOpen(Tape tape) {
    super(1, tape.open);
    this.tape = tape;
    this.days = new Days(tape.zone);
  }

  @Override
  void step() {
    long today = days.of(tape.time);
    if (today != day) {
      day = today;
      first = tape.open.now();
    }
    set(first);
  }
}
