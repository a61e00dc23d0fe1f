package sorte.guardian.child;

import java.io.DataInputStream;
import java.io.DataOutputStream;
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
          putFiles(out, task.sources());
          putFiles(out, task.tests());
        });
  }

  private static void putFiles(DataOutputStream out, SortedMap<String, String> files)
      throws IOException {
    out.writeInt(files.size());
    for (Map.Entry<String, String> file : files.entrySet()) {
      Frames.putText(out, file.getKey());
      Frames.putText(out, file.getValue());
    }
  }

  static CompileTask task(DataInputStream in) throws IOException {
    return new CompileTask(files(in, "sources"), files(in, "tests"));
  }

  private static SortedMap<String, String> files(DataInputStream in, String what)
      throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    int n = Frames.count(in, CompileTask.FILES_MOST, what);
    for (int i = 0; i < n; i++) {
      files.put(Frames.name(in), Frames.text(in, TEXT_MOST));
    }
    return files;
  }

  static byte[] answer(CompileAnswer answer) {
    return Frames.frame(
        Frames.COMPILE,
        out -> {
          put(out, answer);
          out.writeBoolean(answer.tests().isPresent());
          if (answer.tests().isPresent()) {
            put(out, answer.tests().get());
          }
        });
  }

  private static void put(DataOutputStream out, CompileAnswer answer) throws IOException {
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
  }

  /// Reads the answer to `task`: tests that were asked for and are not answered are no answer, or
  /// their gate would take them for none.
  static CompileAnswer answer(DataInputStream in, CompileTask task) throws IOException {
    CompileAnswer sources = one(in);
    boolean withTests = in.readBoolean();
    if (withTests != (sources.compiled() && !task.tests().isEmpty())) {
      throw new Frames.Garbled("tests answered: " + withTests + ", asked: " + task.tests().size());
    }
    return withTests ? sources.with(one(in)) : sources;
  }

  private static CompileAnswer one(DataInputStream in) throws IOException {
    return CompileAnswer.of(
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
