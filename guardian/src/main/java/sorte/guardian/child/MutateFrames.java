package sorte.guardian.child;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import sorte.guardian.child.Frames.Garbled;
import sorte.guardian.child.MutateAnswer.Mutant;
import sorte.guardian.child.MutateAnswer.Slip;

/// A mutate task and its answer as frames.
final class MutateFrames {

  private static final int TEXT_MOST = 4 * CompileTask.SOURCE_MOST;
  private static final int PLACES_MOST = 1_000_000;

  private MutateFrames() {}

  static byte[] task(MutateTask task) {
    return Frames.frame(
        Frames.MUTATE,
        out -> {
          Frames.putText(out, task.path());
          Frames.putText(out, task.source());
          out.writeInt(task.lines().size());
          for (int line : task.lines()) {
            out.writeInt(line);
          }
        });
  }

  static MutateTask task(DataInputStream in) throws IOException {
    String path = Frames.name(in);
    String source = Frames.text(in, TEXT_MOST);
    List<Integer> lines =
        Frames.list(in, CompileTask.SOURCE_MOST, "lines", DataInputStream::readInt);
    return new MutateTask(path, source, new TreeSet<>(lines));
  }

  static byte[] answer(MutateAnswer answer) {
    return Frames.frame(
        Frames.MUTATE,
        out -> {
          out.writeInt(answer.places());
          out.writeInt(answer.mutants().size());
          for (Mutant mutant : answer.mutants()) {
            out.writeByte(mutant.slip().ordinal());
            out.writeInt(mutant.from());
            out.writeInt(mutant.to());
            Frames.putText(out, mutant.with());
            Frames.putClasses(out, mutant.classes());
          }
        });
  }

  /// Reads the answer to `task`: a slip lies within the source, and on a line that changed.
  static MutateAnswer answer(DataInputStream in, MutateTask task) throws IOException {
    int places = Frames.count(in, PLACES_MOST, "places");
    int n = Frames.count(in, MutateTask.MUTANTS_MOST, "mutants");
    List<Mutant> mutants = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      int slip = in.readByte();
      if (slip < 0 || slip >= Slip.values().length) {
        throw new Garbled("a slip of kind " + slip);
      }
      Mutant mutant =
          new Mutant(
              Slip.values()[slip],
              in.readInt(),
              in.readInt(),
              Frames.text(in, TEXT_MOST),
              Frames.classes(in));
      if (mutant.to() > task.source().length()
          || !Slips.touches(task, mutant.from(), mutant.to())) {
        throw new Garbled("a slip outside of what changed, at " + mutant.from());
      }
      mutants.add(mutant);
    }
    return new MutateAnswer(places, mutants);
  }
}
