package sorte.guardian.child;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import sorte.guardian.child.Frames.Garbled;
import sorte.guardian.child.PaceAnswer.Faulted;
import sorte.guardian.child.PaceAnswer.Measured;
import sorte.guardian.child.PaceAnswer.Spent;
import sorte.guardian.child.PaceTask.Version;

/// A pace task and its answer as frames.
final class PaceFrames {

  private PaceFrames() {}

  static byte[] task(PaceTask task) {
    return Frames.frame(
        Frames.PACE,
        out -> {
          put(out, task.candidate());
          put(out, task.stable());
          DecideFrames.putBars(out, task.bars());
          out.writeLong(task.stepsPerBar());
          out.writeLong(task.millis());
        });
  }

  private static void put(DataOutputStream out, Version version) throws IOException {
    Frames.putClasses(out, version.classes());
    Frames.putText(out, version.className());
  }

  static PaceTask task(DataInputStream in) throws IOException {
    return new PaceTask(
        version(in), version(in), DecideFrames.bars(in), in.readLong(), in.readLong());
  }

  private static Version version(DataInputStream in) throws IOException {
    return new Version(Frames.classes(in), Frames.name(in));
  }

  static byte[] answer(PaceAnswer answer) {
    return Frames.frame(
        Frames.PACE,
        out -> {
          out.writeBoolean(answer instanceof Measured);
          switch (answer) {
            case Measured measured -> {
              put(out, measured.candidate());
              put(out, measured.stable());
            }
            case Faulted(boolean candidate, int bar, String exception) -> {
              out.writeBoolean(candidate);
              out.writeInt(bar);
              Frames.putText(out, exception);
            }
          }
        });
  }

  private static void put(DataOutputStream out, Spent spent) throws IOException {
    out.writeLong(spent.bytes());
    out.writeLong(spent.steps());
    out.writeInt(spent.nanos().length);
    for (long nanos : spent.nanos()) {
      out.writeLong(nanos);
    }
  }

  static PaceAnswer answer(DataInputStream in) throws IOException {
    if (!in.readBoolean()) {
      return new Faulted(in.readBoolean(), in.readInt(), Frames.name(in));
    }
    return new Measured(Pacing.BLOCK, spent(in), spent(in));
  }

  private static Spent spent(DataInputStream in) throws IOException {
    long bytes = in.readLong();
    long steps = in.readLong();
    long[] nanos = new long[Frames.count(in, Pacing.PAIRS_MOST, "blocks")];
    for (int i = 0; i < nanos.length; i++) {
      nanos[i] = in.readLong();
      if (nanos[i] < 0) {
        throw new Garbled("a block of " + nanos[i] + " ns");
      }
    }
    return new Spent(nanos, bytes, steps);
  }
}
