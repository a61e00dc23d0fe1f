package sorte.guardian.child;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import sorte.guardian.child.CompileAnswer.Note;

/// A compile task and its answer as frames.
final class CompileFrames {

  private static final int TEXT_MOST = 4 * CompileTask.SOURCE_MOST;
  private static final int NOTES_MOST = 1000;

  private CompileFrames() {}

  static byte[] task(CompileTask task) {
    return Frames.frame(
        Frames.COMPILE,
        out -> {
          out.writeInt(task.sources().size());
          for (Map.Entry<String, String> source : task.sources().entrySet()) {
            Frames.putText(out, source.getKey());
            Frames.putText(out, source.getValue());
          }
          Frames.putClasses(out, task.classes());
          out.writeBoolean(task.withJupiter());
        });
  }

  static CompileTask task(DataInputStream in) throws IOException {
    SortedMap<String, String> sources = new TreeMap<>();
    int n = Frames.count(in, CompileTask.FILES_MOST, "sources");
    for (int i = 0; i < n; i++) {
      sources.put(Frames.name(in), Frames.text(in, TEXT_MOST));
    }
    return new CompileTask(sources, Frames.classes(in), in.readBoolean());
  }

  static byte[] answer(CompileAnswer answer) {
    return Frames.frame(
        Frames.COMPILE,
        out -> {
          out.writeBoolean(answer.compiled());
          Frames.putClasses(out, answer.classes());
          out.writeInt(Math.min(NOTES_MOST, answer.notes().size()));
          for (Note note : answer.notes().stream().limit(NOTES_MOST).toList()) {
            Frames.putText(out, note.kind());
            Frames.putText(out, note.path());
            out.writeInt(note.line());
            out.writeInt(note.column());
            Frames.putText(out, note.code());
            Frames.putText(out, note.words());
          }
        });
  }

  static CompileAnswer answer(DataInputStream in) throws IOException {
    return new CompileAnswer(
        in.readBoolean(),
        Frames.classes(in),
        Frames.list(
            in,
            NOTES_MOST,
            "notes",
            note ->
                new Note(
                    Frames.name(note),
                    Frames.name(note),
                    note.readInt(),
                    note.readInt(),
                    Frames.name(note),
                    Frames.text(note, TEXT_MOST))));
  }
}
