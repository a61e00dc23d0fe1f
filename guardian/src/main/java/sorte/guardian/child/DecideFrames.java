package sorte.guardian.child;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import sorte.guardian.child.DecideAnswer.Decided;
import sorte.guardian.child.DecideAnswer.Decisions;
import sorte.guardian.child.DecideAnswer.Faulted;
import sorte.guardian.child.DecideTask.Run;
import sorte.guardian.child.Frames.Garbled;

/// A decide task and its answer as frames. One bar's decision is a record of 12 bytes: the signals
/// as an int, the stop's distance as a double.
final class DecideFrames {

  private static final byte DECIDED = 0;
  private static final byte FAULTED = 1;
  private static final int SETTINGS_MOST = 256;
  private static final int TERMS_MOST = 64;
  private static final int BAR_BYTES = 48;
  private static final int RECORD_BYTES = 12;
  private static final int MESSAGE_MOST = 8192;

  private DecideFrames() {}

  static byte[] task(DecideTask task) {
    return Frames.frame(
        Frames.DECIDE,
        out -> {
          Frames.putClasses(out, task.classes());
          Frames.putText(out, task.className());
          out.writeLong(task.stepsPerBar());
          out.writeInt(task.series().size());
          for (BarColumns bars : task.series()) {
            putBars(out, bars);
          }
          out.writeInt(task.runs().size());
          for (Run run : task.runs()) {
            out.writeInt(run.series());
            out.writeInt(run.bars());
            putNumbers(out, run.settings());
            Frames.putText(out, run.className());
            out.writeInt(run.variant());
            out.writeByte(run.place().ordinal());
          }
          out.writeInt(task.variants().size());
          for (SortedMap<String, byte[]> variant : task.variants()) {
            Frames.putClasses(out, variant);
          }
          out.writeLong(task.made().barMillis());
          out.writeInt(task.made().bars());
          out.writeLong(task.made().millis());
        });
  }

  static DecideTask task(DataInputStream in) throws IOException {
    SortedMap<String, byte[]> classes = Frames.classes(in);
    String className = Frames.name(in);
    long steps = in.readLong();
    List<BarColumns> series = Frames.list(in, DecideTask.SERIES_MOST, "series", DecideFrames::bars);
    List<Run> runs =
        Frames.list(
            in,
            DecideTask.RUNS_MOST,
            "runs",
            run ->
                new Run(
                    run.readInt(),
                    run.readInt(),
                    numbers(run, SETTINGS_MOST),
                    Frames.name(run),
                    run.readInt(),
                    place(run.readByte())));
    List<SortedMap<String, byte[]>> variants =
        Frames.list(in, DecideTask.VARIANTS_MOST, "variants", Frames::classes);
    LongMarket made = new LongMarket(in.readLong(), in.readInt(), in.readLong());
    return new DecideTask(classes, className, series, runs, steps, variants, made);
  }

  private static Place place(int ordinal) throws Garbled {
    Place[] all = Place.values();
    if (ordinal < 0 || ordinal >= all.length) {
      throw new Garbled("there is no place " + ordinal);
    }
    return all[ordinal];
  }

  static void putBars(DataOutputStream out, BarColumns bars) throws IOException {
    out.writeLong(bars.barMillis());
    out.writeInt(bars.bars());
    for (int i = 0; i < bars.bars(); i++) {
      out.writeLong(bars.time()[i]);
      out.writeDouble(bars.open()[i]);
      out.writeDouble(bars.high()[i]);
      out.writeDouble(bars.low()[i]);
      out.writeDouble(bars.close()[i]);
      out.writeDouble(bars.volume()[i]);
    }
  }

  static BarColumns bars(DataInputStream in) throws IOException {
    long barMillis = in.readLong();
    int most = Math.min(BarColumns.BARS_MOST, in.available() / BAR_BYTES);
    int n = Frames.count(in, most, "bars");
    BarColumns bars = BarColumns.room(barMillis, n);
    for (int i = 0; i < n; i++) {
      bars.time()[i] = in.readLong();
      bars.open()[i] = in.readDouble();
      bars.high()[i] = in.readDouble();
      bars.low()[i] = in.readDouble();
      bars.close()[i] = in.readDouble();
      bars.volume()[i] = in.readDouble();
    }
    return bars;
  }

  private static void putNumbers(DataOutputStream out, SortedMap<String, Double> numbers)
      throws IOException {
    out.writeInt(numbers.size());
    for (Map.Entry<String, Double> number : numbers.entrySet()) {
      Frames.putText(out, number.getKey());
      out.writeDouble(number.getValue());
    }
  }

  private static SortedMap<String, Double> numbers(DataInputStream in, int most)
      throws IOException {
    SortedMap<String, Double> numbers = new TreeMap<>();
    int n = Frames.count(in, most, "numbers");
    for (int i = 0; i < n; i++) {
      numbers.put(Frames.name(in), in.readDouble());
    }
    return numbers;
  }

  static byte[] answer(DecideAnswer answer) {
    return Frames.frame(
        Frames.DECIDE,
        out -> {
          out.writeInt(answer.runs().size());
          for (Decisions run : answer.runs()) {
            switch (run) {
              case Decided decided -> putDecided(out, decided);
              case Faulted faulted -> putFaulted(out, faulted);
            }
          }
        });
  }

  /// @param task what was asked: an answer of another shape is garbled
  static DecideAnswer answer(DataInputStream in, DecideTask task) throws IOException {
    int n = Frames.count(in, DecideTask.RUNS_MOST, "runs");
    if (n != task.runs().size()) {
      throw new Garbled(n + " runs where " + task.runs().size() + " were asked for");
    }
    List<Decisions> runs = new ArrayList<>();
    for (Run run : task.runs()) {
      runs.add(
          switch (in.readByte()) {
            case DECIDED -> decided(in, run.bars(), task.onMade(run));
            case FAULTED -> faulted(in, run.bars());
            default -> throw new Garbled("a run of neither kind");
          });
    }
    return new DecideAnswer(runs);
  }

  private static void putDecided(DataOutputStream out, Decided run) throws IOException {
    out.writeByte(DECIDED);
    out.writeInt(run.firstDecisionBar());
    putNumbers(out, run.holding().terms());
    out.writeLong(run.nanos());
    out.writeLong(run.worstNanos());
    out.writeLong(run.bytes());
    out.writeInt(run.bars());
    for (int i = 0; i < run.bars(); i++) {
      out.writeInt(run.signals()[i]);
      out.writeDouble(run.stopDistance()[i]);
    }
  }

  /// @param fewer whether it may have stopped before the last bar
  private static Decided decided(DataInputStream in, int bars, boolean fewer) throws IOException {
    int first = in.readInt();
    Holding holding = new Holding(numbers(in, TERMS_MOST));
    long nanos = in.readLong();
    long worst = in.readLong();
    long bytes = in.readLong();
    int n = Frames.count(in, in.available() / RECORD_BYTES, "decisions");
    if (n != bars && !(fewer && n < bars)) {
      throw new Garbled(n + " decisions over " + bars + " bars");
    }
    int[] signals = new int[n];
    double[] stops = new double[n];
    for (int i = 0; i < n; i++) {
      signals[i] = in.readInt();
      stops[i] = in.readDouble();
      if (signals[i] < 0 || signals[i] > Decided.SIGNALS_ALL) {
        throw new Garbled("signals " + signals[i] + " at bar " + i);
      }
    }
    return new Decided(first, holding, signals, stops, nanos, worst, bytes);
  }

  private static void putFaulted(DataOutputStream out, Faulted run) throws IOException {
    out.writeByte(FAULTED);
    out.writeInt(run.bar());
    Frames.putText(out, run.exception());
    Frames.putText(out, run.message());
    out.writeInt(run.line());
    out.writeLong(run.spent());
  }

  private static Faulted faulted(DataInputStream in, int bars) throws IOException {
    int bar = in.readInt();
    if (bar < -1 || bar >= Math.max(bars, 1)) {
      throw new Garbled("a fault at bar " + bar + " of " + bars);
    }
    return new Faulted(
        bar, Frames.name(in), Frames.text(in, MESSAGE_MOST), in.readInt(), in.readLong());
  }
}
