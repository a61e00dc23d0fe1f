package sorte.guardian.child;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import sorte.guardian.child.Frames.Garbled;
import sorte.guardian.child.NoticeAnswer.Seen;

/// A notice task and its answer as frames.
final class NoticeFrames {

  private static final int TESTS_MOST = 5000;

  private NoticeFrames() {}

  static byte[] task(NoticeTask task) {
    return Frames.frame(
        Frames.NOTICE,
        out -> {
          Frames.putClasses(out, task.classes());
          out.writeInt(task.tests().size());
          for (String test : task.tests()) {
            Frames.putText(out, test);
          }
          out.writeInt(task.variants().size());
          for (SortedMap<String, byte[]> variant : task.variants()) {
            Frames.putClasses(out, variant);
          }
        });
  }

  static NoticeTask task(DataInputStream in) throws IOException {
    return new NoticeTask(
        Frames.classes(in),
        Frames.list(in, TESTS_MOST, "tests", Frames::name),
        Frames.list(in, MutateTask.MUTANTS_MOST, "variants", Frames::classes));
  }

  static byte[] answer(NoticeAnswer answer) {
    return Frames.frame(
        Frames.NOTICE,
        out -> {
          out.writeBoolean(answer.green());
          out.writeInt(answer.variants().size());
          for (Seen seen : answer.variants()) {
            out.writeByte(seen.ordinal());
          }
        });
  }

  /// Reads the answer to `task`: one word for each variant, fewer only behind one that hung or
  /// where the tests do not pass at all.
  static NoticeAnswer answer(DataInputStream in, NoticeTask task) throws IOException {
    boolean green = in.readBoolean();
    List<Seen> seen =
        Frames.list(in, task.variants().size(), "variants", one -> seen(one.readByte()));
    boolean hung = !seen.isEmpty() && seen.getLast() == Seen.HUNG;
    if (seen.indexOf(Seen.HUNG) >= 0 && seen.indexOf(Seen.HUNG) < seen.size() - 1
        || green && seen.size() < task.variants().size() && !hung) {
      throw new Garbled(seen.size() + " variants of " + task.variants().size() + " were answered");
    }
    return new NoticeAnswer(green, seen);
  }

  private static Seen seen(int ordinal) throws Garbled {
    if (ordinal < 0 || ordinal >= Seen.values().length) {
      throw new Garbled("a variant of state " + ordinal);
    }
    return Seen.values()[ordinal];
  }
}
