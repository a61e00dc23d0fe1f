package sorte.guardian.child;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import sorte.guardian.child.AnalyseAnswer.Seen;
import sorte.guardian.child.Frames.Garbled;

/// An analysis and its answer as frames. The other side of these bytes is `sorte.analyser`, which
/// knows nothing of this package.
final class AnalyseFrames {

  private static final int ENTRIES_MOST = 500;
  private static final int TEXT_MOST = 8192;
  private static final int WORDS_MOST = 500;
  private static final int LINE_MOST = 1 << 20;
  private static final Set<String> TOOLS = Set.of("spotbugs", "pmd");
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_ ]{0,79}");

  private AnalyseFrames() {}

  /// @param jar where the child finds the classes
  static byte[] task(AnalyseTask task, Path jar) {
    return Frames.frame(
        Frames.ANALYSE,
        out -> {
          Frames.putText(out, jar.toString());
          Frames.putText(out, task.path());
          Frames.putText(out, task.source());
        });
  }

  static AnalyseAnswer answer(DataInputStream in) throws IOException {
    List<String> lacks =
        Frames.list(in, ENTRIES_MOST, "lacks", one -> Words.cut(Frames.text(one, TEXT_MOST), 500));
    List<Seen> seen = Frames.list(in, ENTRIES_MOST, "findings", AnalyseFrames::seen);
    if (in.available() > 0) {
      throw new Garbled(in.available() + " bytes behind the answer");
    }
    return new AnalyseAnswer(lacks, seen);
  }

  private static Seen seen(DataInputStream in) throws IOException {
    String tool = Frames.name(in);
    String rule = Frames.name(in);
    String kind = Frames.name(in);
    if (!TOOLS.contains(tool) || !NAME.matcher(rule).matches() || !NAME.matcher(kind).matches()) {
      throw new Garbled("a finding of no known shape");
    }
    String member = Words.cut(Frames.text(in, TEXT_MOST), WORDS_MOST);
    int line = in.readInt();
    if (line < 0 || line > LINE_MOST) {
      throw new Garbled("line " + line);
    }
    return new Seen(tool, rule, kind, member, line, Words.cut(Frames.text(in, TEXT_MOST), 500));
  }
}
